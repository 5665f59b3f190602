/** Random choices that a seed repeats. */
export class Random {
  private state: number;

  constructor(readonly seed: number) {
    this.state = seed >>> 0;
  }

  /** From 0 to below 1. Source: mulberry32, public domain. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from 0 to below `end`. */
  below(end: number): number {
    return Math.floor(this.next() * end);
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(items: readonly T[]): T {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new Error('nothing to pick from, got an empty list; give it an item');
    return item;
  }

  /** A value, or nothing. */
  maybe<T>(value: () => T, probability = 0.5): T | undefined {
    return this.chance(probability) ? value() : undefined;
  }

  /** Some of the items, in their order. */
  some<T>(items: readonly T[]): T[] {
    return items.filter(() => this.chance(0.4));
  }

  /** A DNS label. */
  label(): string {
    const letters = 'abcdefghijklmnopqrstuvwxyz';
    return Array.from({ length: 1 + this.below(12) }, () => letters[this.below(26)]).join('');
  }
}
