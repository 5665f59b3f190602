import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { writeTree } from '../../lib/synth';
import { listingOf, workingFolder } from './folder';
import { variant } from './kill-variants';

const KILLS = 50;
const seed = Math.floor(Math.random() * 2 ** 31);

/** Numbers from 0 to 1; the seed is printed, so that a failure can be had again. */
function* random(state: number): Generator<number> {
  for (;;) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    yield state / 0x7fffffff;
  }
}

/** A child that has loaded, and waits for its turn. */
async function loadChild(directory: string, first: string) {
  const child = spawn(process.execPath, ['--require', 'tsx/cjs', join(__dirname, 'kill-child.ts'), directory, first]);
  let errors = '';
  child.stderr.on('data', (data: Buffer) => (errors += data.toString()));
  const ended = new Promise<string>((resolve) =>
    child.once('exit', (_code, signal) => {
      resolve(signal ?? errors);
    }),
  );
  await once(child.stdout, 'data');
  return { child, ended };
}

/** Lets a child go from tree to tree, and kills it some time after it has begun. */
async function killedRun({ child, ended }: Awaited<ReturnType<typeof loadChild>>, delay: number): Promise<void> {
  const going = once(child.stdout, 'data');
  child.stdin.write('go\n');
  await going;
  await setTimeout(delay);
  child.kill('SIGKILL');
  expect(await ended).toBe('SIGKILL');
}

describe('a synthesis that is killed at any moment', () => {
  it(`leaves the one tree or the other, never a mix (seed ${String(seed)})`, async () => {
    const { directory, root } = workingFolder();
    mkdirSync(join(directory, 'clusters/app-1'), { recursive: true });
    writeFileSync(join(directory, 'clusters/app-1/notes.md'), 'by hand\n');
    const write = (name: 'A' | 'B') => writeTree({ directory, tree: variant(name), owners: 'all' });
    let length = 0;
    const [a, b] = (['A', 'B'] as const).map((name) => {
      const start = performance.now();
      write(name);
      length = performance.now() - start;
      return JSON.stringify(listingOf(directory));
    });
    expect(a).not.toBe(b);
    const next = random(seed);
    const seen = { a: 0, b: 0 };
    let waiting = loadChild(directory, 'A');
    let kill = 0;
    // on a machine that has become slow, later and later, until a run has got as far as the other tree
    for (; kill < KILLS || (Math.min(seen.a, seen.b) === 0 && kill < 4 * KILLS); kill++) {
      const run = await waiting;
      waiting = loadChild(directory, kill % 2 === 0 ? 'B' : 'A');
      const slower = Math.max(1, kill / KILLS);
      await killedRun(run, 2.5 * slower * length * (next.next().value as number));
      // before any run has had the chance to repair it
      const now = JSON.stringify(listingOf(directory));
      expect([a, b], `kill ${String(kill)} of seed ${String(seed)} left a mix`).toContain(now);
      seen[now === a ? 'a' : 'b']++;
    }
    (await waiting).child.kill('SIGKILL');
    expect(seen.a).toBeGreaterThan(0);
    expect(seen.b).toBeGreaterThan(0);
    write('A');
    expect(JSON.stringify(listingOf(directory))).toBe(a);
    expect(Object.keys(listingOf(root) ?? {}).filter((path) => !path.startsWith('gitops'))).toEqual([]);
  }, 240_000);
});
