import { hasGo } from './tools/build';
import { Tally } from './tally';

/**
 * Runs a suite as a program: skips it where there is no Go to build its judge, prints the closing line, and sets the exit
 * code.
 *
 * @param proves what cannot be proved without Go, for the message
 */
export function runSuite(proves: string, checks: (tally: Tally) => Promise<void>): void {
  run(proves, checks).then(
    (code) => {
      process.exitCode = code;
    },
    (error: unknown) => {
      console.error(error);
      process.exitCode = 1;
    },
  );
}

/** Parts of a suite, one after the other, with a line about each. */
export async function runSections(
  tally: Tally,
  sections: Readonly<Record<string, () => Promise<void>>>,
): Promise<void> {
  for (const [name, section] of Object.entries(sections)) {
    const before = tally.counts();
    await section();
    tally.section(name, before);
  }
}

/** A number that the environment may set. */
export function numberFrom(name: string, otherwise: number): number {
  const text = process.env[name];
  return text === undefined || text === '' ? otherwise : Number(text);
}

/** The seed of a random run, printed so that it can be repeated: `SEED=n`. */
export function seedOf(): number {
  const seed = numberFrom('SEED', Math.floor(Math.random() * 1_000_000));
  console.log(`SEED=${String(seed)}`);
  return seed;
}

async function run(proves: string, checks: (tally: Tally) => Promise<void>): Promise<number> {
  if (!hasGo()) {
    console.log(`skipped: no Go toolchain on PATH; install Go to prove ${proves}`);
    return 0;
  }
  const tally = new Tally();
  await checks(tally);
  const { passed, failed } = tally.counts();
  console.log(`${String(passed)} passed, ${String(failed)} failed`);
  return failed === 0 ? 0 : 1;
}
