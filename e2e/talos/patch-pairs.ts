import { applyPatches, contractOf, generateConfig, PatchError, type ConfigDocument, type Patch } from '../../lib/talos';
import { emitDocuments } from '../../lib/yaml';
import { contracts, randomDefinition, roles, type Bundle } from './differential';
import type { Oracle } from './oracle';
import { Random } from './random';
import { randomPatch } from './random-patches';
import type { Tally } from '../tally';

/** Pairs of random patches over generated configurations: merged as Talos merges them, or refused by both. */
export async function patchPairs(
  oracle: Oracle,
  tally: Tally,
  bundles: readonly Bundle[],
  count: number,
  seed: number,
) {
  let refused = 0;
  for (let index = 0; index < count; index += 1) {
    const random = new Random(seed + index);
    const { secrets } = random.pick(bundles);
    const contract = contractOf(`v${random.pick(contracts)}.0`);
    const base = generateConfig({ ...randomDefinition(random), contract, role: random.pick(roles), secrets });
    const patches = [randomPatch(random), randomPatch(random)];
    const theirs = await oracle.ask({
      operation: 'patch',
      config: emitDocuments(base),
      patches: patches.map(({ documents }) => emitDocuments(documents)),
    });
    const ours = tryApply(base, patches);
    const name = `patch: seed ${String(random.seed)}, contract ${contract}`;
    if (theirs.error !== undefined || typeof ours === 'string') {
      refused += 1;
      const both = theirs.error !== undefined && typeof ours === 'string';
      tally.check(name, both, () => `ours ${describe(ours)}, theirs ${theirs.error ?? 'merged'}`);
      continue;
    }
    // Talos writes what it read: fields that it always has, durations and sizes in its own form
    const normal = await oracle.ask({ operation: 'normalize', config: emitDocuments(ours) });
    tally.check(name, normal.config === theirs.config, () => normal.error ?? firstLine(normal.config, theirs.config));
  }
  console.log(`patch pairs: ${String(refused)} of ${String(count)} refused`);
}

function tryApply(base: readonly ConfigDocument[], patches: readonly Patch[]): readonly ConfigDocument[] | string {
  try {
    return applyPatches(base, patches);
  } catch (error) {
    if (error instanceof PatchError) return error.message;
    throw error;
  }
}

function describe(ours: readonly ConfigDocument[] | string): string {
  return typeof ours === 'string' ? `refused (${ours})` : 'merged';
}

/** The first line that two texts do not share. */
function firstLine(ours = '', theirs = ''): string {
  const [a, b] = [ours.split('\n'), theirs.split('\n')];
  const at = a.findIndex((line, index) => line !== b[index]);
  return `line ${String(at + 1)}: ours ${(a[at] ?? '').slice(0, 60)}, theirs ${(b[at] ?? '').slice(0, 60)}`;
}
