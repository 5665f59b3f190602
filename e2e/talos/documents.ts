import { isDeepStrictEqual } from 'node:util';
import type { MachineRole, Problem } from '../../lib/cluster';
import {
  applyPatches,
  contractOf,
  documentsFor,
  generateConfig,
  PatchError,
  type ConfigDocument,
  type Contract,
  type PatchDocument,
} from '../../lib/talos';
import { layered } from '../../lib/talos/documents/definition';
import { documentKinds } from '../../lib/talos/documents/registry';
import { emitDocuments, parseDocuments } from '../../lib/yaml';
import { samples } from '../../test/talos/documents/samples';
import type { Tally } from '../tally';
import { contracts, roles, type Bundle } from './differential';
import { firstDifference } from './first-difference';
import type { Oracle } from './oracle';
import { Random } from './random';

/** What documents are judged with. */
interface Court {
  readonly oracle: Oracle;
  readonly tally: Tally;
  readonly bundle: Bundle;
}

interface Target {
  readonly contract: Contract;
  readonly role: MachineRole;
}

const targets: readonly Target[] = contracts.flatMap((contract) =>
  roles.map((role) => ({ contract: contractOf(`v${contract}.0`), role })),
);

/** The documents of every constructor alone, and lists of them: merged by Talos as by us, and accepted by it. */
export async function documents(oracle: Oracle, tally: Tally, bundle: Bundle, count: number, seed: number) {
  const court: Court = { oracle, tally, bundle };
  const made = new Set<unknown>();
  for (const name of Object.keys(samples)) {
    const cases = Array.from({ length: count }, (_, index) =>
      targets.map((target) => alone(court, name, new Random(seed + index), target, made)),
    );
    const accepted = (await Promise.all(cases.flat())).filter(Boolean).length;
    const refused = count * targets.length - accepted;
    tally.check(`documents: ${name}`, accepted > 0, () => 'no case that Talos could judge');
    console.log(`  ${name}: ${String(accepted)} judged by Talos, ${String(refused)} refused by us`);
  }
  for (const { kind } of documentKinds) tally.check(`documents: ${kind} has a sample`, made.has(kind), () => 'none');
  const lists = Array.from({ length: count * 5 }, (_, index) =>
    targets.map((target) => together(court, new Random(seed + index), target)),
  );
  const refusals = (await Promise.all(lists.flat())).filter(Boolean).length;
  console.log(`  lists: ${String(count * 5 * targets.length)}, of which Talos and we refuse ${String(refusals)}`);
}

/** One constructor with random options; whether Talos got to see it. What we refuse is named. */
async function alone(
  { oracle, tally, bundle }: Court,
  name: string,
  random: Random,
  target: Target,
  made: Set<unknown>,
) {
  const label = `documents: ${name}, seed ${String(random.seed)}, contract ${target.contract}, ${target.role}`;
  const newest = sampleOf(name, random, bundle);
  for (const { kind } of newest) made.add(kind);
  const written = documentsFor(target, newest);
  if (written.problems.length > 0 || isOfControlPlane(written.documents, target)) {
    const expected = target.contract !== '1.14' || target.role === 'worker';
    tally.check(label, expected && isNamed(written.problems), () => JSON.stringify(written.problems));
    return false;
  }
  const base = baseOf(bundle, target);
  const patch = layered(written.documents);
  const patches = patch.length === 0 ? [] : [emitDocuments(patch)];
  const theirs = await oracle.ask({ operation: 'patch', config: emitDocuments(base), patches });
  const ours = emitDocuments(applyPatches(base, [{ name: 'documents', documents: patch }]));
  const normal = await oracle.ask({ operation: 'normalize', config: ours });
  const held = theirs.config !== undefined && normal.config === theirs.config;
  tally.check(`${label}, merged`, held, () => theirs.error ?? normal.error ?? difference(normal.config, theirs.config));
  const { error } = await oracle.ask({ operation: 'validate', mode: 'metal', config: ours });
  tally.check(`${label}, validated`, error === undefined, () => `${error ?? ''}: ${emitDocuments(patch)}`);
  return true;
}

/** A list in one patch of ours, against Talos that takes its documents one after another; whether both refuse it. */
async function together({ oracle, tally, bundle }: Court, random: Random, target: Target) {
  const names = Array.from({ length: 8 }, () => random.pick(Object.keys(samples)));
  const newest = names.flatMap((name) => sampleOf(name, random, bundle));
  const written = documentsFor(target, newest).documents.filter((document) => !isOfControlPlane([document], target));
  const base = baseOf(bundle, target);
  const theirs = await oracle.ask({
    operation: 'patch',
    config: emitDocuments(base),
    patches: written.map((document) => emitDocuments([document])),
  });
  const ours = tryApply(base, written);
  const normal = ours === undefined ? {} : await oracle.ask({ operation: 'normalize', config: emitDocuments(ours) });
  const held = isDeepStrictEqual(sorted(normal.config), sorted(theirs.config));
  const label = `documents: list, seed ${String(random.seed)}, contract ${target.contract}, ${target.role}`;
  tally.check(label, held, () => `${names.join(' ')}: ${theirs.error ?? difference(normal.config, theirs.config)}`);
  return ours === undefined;
}

function sampleOf(name: string, random: Random, { secrets }: Bundle): readonly PatchDocument[] {
  return [samples[name]?.({ random, certificate: secrets.certs.k8s.crt }) ?? []].flat();
}

function tryApply(base: readonly ConfigDocument[], written: readonly PatchDocument[]) {
  try {
    return applyPatches(base, [{ name: 'documents', documents: layered(written) }]);
  } catch (error) {
    if (error instanceof PatchError) return undefined;
    throw error;
  }
}

/** The configuration of a machine that installs itself. */
function baseOf({ secrets }: Bundle, target: Target): readonly ConfigDocument[] {
  return generateConfig({
    ...target,
    cluster: { name: 'test', endpoint: 'https://api.example.com:6443', kubernetes: 'v1.34.0' },
    secrets,
    options: { installDisk: '/dev/sda', installImage: 'factory.example.com/metal-installer/x:v1' },
  });
}

/** etcd stands in the main document, which says nothing of the role that it is for. */
function isOfControlPlane(written: readonly PatchDocument[], { role }: Target): boolean {
  return role === 'worker' && JSON.stringify(written).includes('"etcd":');
}

function isNamed(problems: readonly Problem[]): boolean {
  return problems.every(({ what, fix }) => / (needs Talos 1\.1\d|on workers)$/.test(what) && fix !== '');
}

/** Documents in no order: one after another they may come in another one than together. */
function sorted(text: string | undefined): readonly string[] | undefined {
  return text === undefined
    ? undefined
    : parseDocuments(text)
        .map((document) => JSON.stringify(document))
        .sort();
}

function difference(ours = '', theirs = ''): string {
  return firstDifference(parseDocuments(ours), parseDocuments(theirs));
}
