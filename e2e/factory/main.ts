import { numberFrom, runSections, runSuite, seedOf } from '../suite';
import type { Tally } from '../tally';
import { imagePaths, platformTable } from './images';
import { Judge } from './judge';
import { knownSchematics, randomSchematics } from './schematics';

// Our schematics and image URLs against the image factory's own code.
// usage: tsx e2e/factory/main.ts; SEED=n repeats a run, SCHEMATICS=n changes its length

async function main(tally: Tally): Promise<void> {
  const seed = seedOf();
  const judge = new Judge();
  const sections: Readonly<Record<string, () => Promise<void>>> = {
    'known schematics': () => knownSchematics(judge, tally),
    'random schematics': () => randomSchematics(judge, tally, numberFrom('SCHEMATICS', 1000), seed),
    platforms: () => platformTable(judge, tally),
    'image paths': () => imagePaths(judge, tally),
  };
  await runSections(tally, sections);
  judge.end();
}

runSuite('the schematics', main);
