import { hasGo } from '../tools/build';
import { Tally } from '../tally';
import { imagePaths, platformTable } from './images';
import { Judge } from './judge';
import { knownSchematics, randomSchematics } from './schematics';

// Our schematics and image URLs against the image factory's own code.
// usage: tsx e2e/factory/main.ts; SEED=n repeats a run, SCHEMATICS=n changes its length

async function main(): Promise<number> {
  if (!hasGo()) {
    console.log('skipped: no Go toolchain on PATH; install Go to prove the schematics');
    return 0;
  }
  const seed = numberFrom('SEED', Math.floor(Math.random() * 1_000_000));
  console.log(`SEED=${String(seed)}`);
  const judge = Judge.start();
  const tally = new Tally();
  const sections: Readonly<Record<string, () => Promise<void>>> = {
    'known schematics': () => knownSchematics(judge, tally),
    'random schematics': () => randomSchematics(judge, tally, numberFrom('SCHEMATICS', 1000), seed),
    platforms: () => platformTable(judge, tally),
    'image paths': () => imagePaths(judge, tally),
  };
  for (const [name, run] of Object.entries(sections)) {
    const before = tally.counts();
    await run();
    tally.section(name, before);
  }
  judge.end();
  const { passed, failed } = tally.counts();
  console.log(`${String(passed)} passed, ${String(failed)} failed`);
  return failed === 0 ? 0 : 1;
}

function numberFrom(name: string, otherwise: number): number {
  const text = process.env[name];
  return text === undefined || text === '' ? otherwise : Number(text);
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
