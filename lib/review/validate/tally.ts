import { byCodeUnit } from '../tree';
import type { NamedCount } from './validation-report';

/** Counts by name. */
export class Tally {
  private readonly byName = new Map<string, number>();

  add(name: string, count = 1): void {
    this.byName.set(name, (this.byName.get(name) ?? 0) + count);
  }

  /** The counts in the order of their names. */
  counts(): readonly NamedCount[] {
    return [...this.byName].map(([name, count]) => ({ name, count })).sort((a, b) => byCodeUnit(a.name, b.name));
  }
}
