import { schematicId, schematicText, type Schematic } from '../../lib/talos';
import { vectors } from '../../test/talos/image-factory/vectors';
import { firstDifference } from '../talos/first-difference';
import { Random } from '../talos/random';
import type { Tally } from '../tally';
import type { Judge } from './judge';
import { awkwardSchematics, randomSchematic } from './random-schematic';

/** The ids that are facts, and every awkward text in every place. */
export async function knownSchematics(judge: Judge, tally: Tally): Promise<void> {
  for (const { of, schematic, id } of vectors) {
    tally.check(`vector: ${of}`, schematicId(schematic) === id, () => schematicId(schematic));
    await compare(judge, tally, `factory's own: ${of}`, schematic);
  }
  for (const [index, schematic] of awkwardSchematics().entries()) {
    await compare(judge, tally, `awkward text ${String(index)}`, schematic);
  }
}

/** Random schematics, each of a seed of its own. */
export async function randomSchematics(judge: Judge, tally: Tally, count: number, seed: number): Promise<void> {
  let unreadable = 0;
  for (let index = 0; index < count; index++) {
    const schematic = randomSchematic(new Random(seed + index));
    const text = await compare(judge, tally, `SEED=${String(seed + index)} SCHEMATICS=1`, schematic);
    const posted = await judge.post(text);
    // go-yaml does not read all that it writes; what it reads must be the same schematic
    if (posted.error !== undefined || posted.text !== text) unreadable += 1;
    else
      tally.check(`posted: SEED=${String(seed + index)}`, posted.id === schematicId(schematic), () => posted.id ?? '');
  }
  console.log(`${String(unreadable)} of them the factory cannot read back from its own text`);
}

/** Same bytes, same id. */
async function compare(judge: Judge, tally: Tally, name: string, schematic: Schematic): Promise<string> {
  const ours = schematicText(schematic);
  const { text, id, error } = await judge.marshal(schematic);
  const detail = () => error ?? firstDifference(ours.split('\n'), text?.split('\n'));
  tally.check(`text, ${name}`, ours === text, detail);
  tally.check(`id, ${name}`, schematicId(schematic) === id, detail);
  return ours;
}
