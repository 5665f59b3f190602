import type { Json, JsonObject } from '../../lib/cluster';
import { contractOf, generateConfig, type ConfigDocument, type Mode } from '../../lib/talos';
import { isObject } from '../../lib/talos/merge/plain';
import { compare } from './compare';
import { contracts, randomDefinition, roles, type Bundle } from './differential';
import { legacySamples } from './legacy-samples';
import { mutate, mutateDocument, randomDocument } from './mutate';
import type { Oracle } from './oracle';
import { Random } from './random';
import { sampleDocuments } from './samples';
import type { Tally } from '../tally';

/** How many configurations are asked about at once. */
const BATCH = 200;

/** Random configurations with random changes: our verdict against that of Talos, and the number of warnings where it accepts. */
export async function mutations(oracle: Oracle, tally: Tally, bundle: Bundle, count: number, seed: number) {
  const samples = sampleDocuments();
  for (let start = 0; start < count; start += BATCH) {
    const seeds = Array.from({ length: Math.min(BATCH, count - start) }, (_, index) => seed + start + index);
    await Promise.all(
      seeds.map((number) => {
        const { documents, mode } = mutatedConfig(number, bundle, samples);
        return compare(oracle, tally, `mutation: seed ${String(number)}, ${mode}`, documents, mode);
      }),
    );
  }
}

/** What a seed makes. */
export function mutatedConfig(seed: number, bundle: Bundle, samples: readonly ConfigDocument[]) {
  const random = new Random(seed);
  const mode = random.pick<Mode>(['metal', 'cloud']);
  return { mode, documents: random.pick(makers)(random, bundle, samples) };
}

/** One document, for what its own rules say. Where only a control plane has it, there is one as small as can be. */
function loneDocument(random: Random, _: Bundle, samples: readonly ConfigDocument[]): readonly ConfigDocument[] {
  const document = random.chance(0.9) ? random.pick(samples) : randomDocument(random);
  const small = {
    version: 'v1alpha1',
    machine: { type: 'controlplane', ca: { crt: 'YQ==', key: 'YQ==' } },
    cluster: {},
  };
  return [
    ...(typeof document.kind === 'string' && document.kind.startsWith('Kube') ? [small] : []),
    changed(random, document),
  ];
}

/** A main document with sections of the older form. */
function olderSections(random: Random, bundle: Bundle): readonly ConfigDocument[] {
  const [main = {}, ...others] = generated(random, bundle, random.pick(['1.10', '1.11', '1.12']));
  const [first, second] = [random.pick(legacySamples), random.pick(legacySamples)];
  const more = random.chance(0.3) ? laidOver(first, second) : first;
  return [laidOver(main, changed(random, more)), ...others];
}

/** Maps are brought together; everything else of the second replaces the first. */
function laidOver(under: JsonObject, over: JsonObject): JsonObject {
  const merged: Record<string, Json | undefined> = { ...under };
  for (const [key, value] of Object.entries(over)) {
    const old = under[key];
    merged[key] = isObject(old) && isObject(value) ? laidOver(old, value) : value;
  }
  return merged;
}

/** A configuration of any contract with up to two documents more, changed in any place. */
function wholeConfig(random: Random, bundle: Bundle, samples: readonly ConfigDocument[]): readonly ConfigDocument[] {
  const more = Array.from({ length: random.below(3) }, () => random.pick(samples));
  const base = generated(random, bundle, random.pick(contracts));
  const kept = base.filter(({ kind }) => kind === undefined || more.every((other) => other.kind !== kind));
  let documents: readonly ConfigDocument[] = [...kept, ...more];
  for (let changes = random.pick([0, 1, 1, 2]); changes > 0; changes -= 1) documents = mutate(random, documents);
  return documents;
}

function generated(random: Random, { secrets }: Bundle, contract: string): readonly ConfigDocument[] {
  const { cluster, options } = randomDefinition(random);
  const role = random.pick(roles);
  return generateConfig({
    cluster,
    options: { ...options, installDisk: '/dev/sda', installKernelArgs: [] },
    secrets,
    role,
    contract: contractOf(`v${contract}.0`),
  });
}

function changed(random: Random, document: ConfigDocument): ConfigDocument {
  let result = document;
  for (let changes = random.pick([0, 1, 1, 1, 2]); changes > 0; changes -= 1) result = mutateDocument(random, result);
  return result;
}

/** How a configuration comes about; documents alone twice as often as the others. */
const makers = [loneDocument, loneDocument, olderSections, wholeConfig];
