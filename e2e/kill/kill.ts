// Kills `plinth synth` with SIGKILL at random moments while it goes from one tree to another. What stands afterwards must be
// the old tree or the new one, file by file, before anything has had the chance to repair it.
import { spawn } from 'node:child_process';
import { copyOfThisProject, command, type TestProject } from '../../test/support/project';
import { seeded } from '../../test/support/shuffle';

const KILLS = 50;
const VARIANTS = ['10.10.128.0/17', '10.10.192.0/18'] as const;
const DEFINITION = 'clusters/hetzner-capi.ts';

type Tree = string;

function snapshot(project: TestProject): Tree {
  return JSON.stringify([...project.tree('gitops')]);
}

function choose(project: TestProject, variant: number): void {
  const source = project.read(DEFINITION);
  project.write(
    DEFINITION,
    VARIANTS.reduce((text, cidr) => text.replace(cidr, VARIANTS[variant]!), source),
  );
}

/** Runs synth and kills it after a time; gives how long it ran and whether it was the signal that ended it. */
function synth(project: TestProject, killAfter?: number): Promise<{ ms: number; killed: boolean }> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(process.execPath, [...command, 'synth'], { cwd: project.folder, stdio: 'ignore' });
    const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter);
    child.on('error', reject);
    child.on('exit', (_code, signal) => {
      clearTimeout(timer);
      resolve({ ms: performance.now() - start, killed: signal === 'SIGKILL' });
    });
  });
}

async function main(): Promise<number> {
  const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
  const random = seeded(seed);
  const project = copyOfThisProject();
  try {
    const trees: Tree[] = [];
    let length = 0;
    for (const variant of [0, 1]) {
      choose(project, variant);
      project.write('gitops/notes.md', 'written by hand\n');
      length = (await synth(project)).ms;
      trees.push(snapshot(project));
    }
    if (trees[0] === trees[1]) throw new Error('the two variants give one tree; nothing could be told apart');
    const seen = { old: 0, new: 0, killed: 0 };
    const broken: number[] = [];
    for (let i = 0; seen.killed < KILLS && i < 4 * KILLS; i++) {
      const before = snapshot(project);
      const next = before === trees[0] ? 1 : 0;
      choose(project, next);
      // half of the kills anywhere, half near the end, where the writing is
      const moment = (i % 2 === 0 ? random() : 0.75 + 0.3 * random()) * length;
      const run = await synth(project, moment);
      // a run that was quicker than the kill tells how long a run takes now
      if (run.killed) seen.killed++;
      else length = run.ms;
      const after = snapshot(project);
      if (after === trees[next]) seen.new++;
      else if (after === before) seen.old++;
      else broken.push(i);
    }
    process.stdout.write(
      `seed ${String(seed)}: ${String(seen.killed)} runs killed, ${String(seen.old)} left the old tree, ${String(seen.new)} the new one, ${String(broken.length)} a mix\n`,
    );
    await synth(project);
    const clean = snapshot(project) === trees[0] || snapshot(project) === trees[1];
    if (!clean) process.stdout.write('the next synth did not put the tree right\n');
    return broken.length === 0 && clean && seen.killed === KILLS ? 0 : 1;
  } finally {
    project.remove();
  }
}

void main().then((code) => {
  process.exitCode = code;
});
