import type { Cluster, Problem } from '../cluster';
import { contractOf, type Contract } from './contract';
import { mergePatches, type Patch } from './document';
import { machineDocuments, poolDocuments } from './documents/definition';
import type { WrittenDocuments } from './documents/documents-for';
import { PatchError } from './merge/patch-error';
import { nodePatches, poolPatches } from './patches';

/**
 * What of the definition's own documents cannot be written for the cluster's machines: kinds and fields that a contract
 * does not have, parts of the control plane on workers, and values that Talos does not merge with what is there.
 *
 * @param contract whose form they are written in. @default - the cluster's Talos version's
 */
export function documentProblems(
  cluster: Cluster,
  contract: Contract = contractOf(cluster.versions.talos),
): readonly Problem[] {
  const problems = cluster.pools.flatMap((pool) => [
    ...problemsOf(poolDocuments(cluster, pool, contract), () => poolPatches(cluster, pool, contract)),
    ...pool.machines.flatMap((machine) =>
      problemsOf(machineDocuments(cluster, machine, contract), () => nodePatches(cluster, machine, contract)),
    ),
  ]);
  // what all machines share is found once for each pool
  return [...new Map(problems.map((problem) => [`${problem.path}: ${problem.what}`, problem])).values()];
}

/** Documents that can be written must merge as well, with each other and over what the definition makes by itself. */
function problemsOf({ problems }: WrittenDocuments, patches: () => readonly Patch[]): readonly Problem[] {
  if (problems.length > 0) return problems;
  try {
    mergePatches(patches());
    return [];
  } catch (error) {
    if (!(error instanceof PatchError)) throw error;
    return [{ path: 'system.documents', what: error.message, fix: 'say it once, in the form that it has' }];
  }
}
