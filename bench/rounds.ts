/** One thing to measure; what `prepare` does is not counted. */
export interface Case {
  readonly name: string;
  /** How often the work was done less than the others': a slice is scaled by this. @default 1 */
  readonly scale?: number;
  /** Runs before the clock starts, and hands over what the work needs. */
  readonly prepare: () => () => void;
}

/** Runs every case once per round, so that a slow spell of the machine meets all of them; gives medians in milliseconds. */
export function measure(cases: readonly Case[], rounds: number): Map<string, number> {
  const times = new Map(cases.map(({ name }) => [name, [] as number[]]));
  for (let round = -1; round < rounds; round++) {
    for (const { name, scale = 1, prepare } of cases) {
      const work = prepare();
      const start = performance.now();
      work();
      // the first round warms the code up
      if (round >= 0) times.get(name)?.push((performance.now() - start) * scale);
    }
  }
  return new Map([...times].map(([name, values]) => [name, median(values)]));
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[middle - 1 + (sorted.length % 2)] ?? NaN, sorted[middle] ?? NaN];
  return (low + high) / 2;
}
