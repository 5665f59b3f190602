import { spawnSync } from 'node:child_process';
import { hasGo } from './tools/build';
import { Tally } from './tally';

/**
 * Runs a suite as a program: skips it where there is no Go to build its judge, prints the closing line, and sets the exit
 * code.
 *
 * @param proves what cannot be proved without Go, for the message
 * @param needs further programs on PATH without which it is skipped as well
 */
export function runSuite(proves: string, checks: (tally: Tally) => Promise<void>, needs: readonly string[] = []): void {
  run(proves, checks, needs).then(
    (code) => {
      process.exitCode = code;
    },
    (error: unknown) => {
      console.error(error);
      process.exitCode = 1;
    },
  );
}

/** Parts of a suite, one after the other, with a line about each and the seconds that it took. */
export async function runSections(
  tally: Tally,
  sections: Readonly<Record<string, () => Promise<void>>>,
): Promise<void> {
  for (const [name, section] of Object.entries(sections)) {
    const before = tally.counts();
    const since = performance.now();
    await section();
    tally.section(`${name} (${((performance.now() - since) / 1000).toFixed(0)} s)`, before);
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

async function run(proves: string, checks: (tally: Tally) => Promise<void>, needs: readonly string[]): Promise<number> {
  if (!hasGo()) {
    console.log(`skipped: no Go toolchain on PATH; install Go to prove ${proves}`);
    return 0;
  }
  const missing = needs.find((program) => spawnSync(program, ['version']).status !== 0);
  if (missing !== undefined) {
    console.log(`skipped: no ${missing} on PATH; install it to prove ${proves}`);
    return 0;
  }
  const tally = new Tally();
  await checks(tally);
  const { passed, failed } = tally.counts();
  console.log(`${String(passed)} passed, ${String(failed)} failed`);
  return failed === 0 ? 0 : 1;
}
