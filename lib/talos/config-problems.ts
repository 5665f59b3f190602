import { formatProblem, listProblems, type Cluster, type MachinePool, type Problem } from '../cluster';
import { documentProblems } from './document-problems';
import { PatchError } from './merge/patch-error';
import { nodeConfigProblems } from './node-config';
import { placeholderSecrets } from './placeholder-secrets';

/** Machine configuration that Talos would refuse; carries every problem. */
export class MachineConfigError extends Error {
  constructor(
    cluster: Pick<Cluster, 'id'>,
    readonly problems: readonly Problem[],
  ) {
    super(listProblems(`Talos would refuse the machine configuration of ${cluster.id}`, problems.map(formatProblem)));
    this.name = 'MachineConfigError';
  }
}

/**
 * What Talos would refuse of the configurations of a cluster's machines. What all machines of a pool have in common is told
 * once, for the pool. Documents of the definition that cannot be written are told before, by their place in the definition.
 */
export function machineConfigProblems(cluster: Cluster): readonly Problem[] {
  const ofDefinition = documentProblems(cluster);
  if (ofDefinition.length > 0) return ofDefinition;
  return cluster.pools.flatMap((pool) => poolProblems(cluster, pool));
}

function poolProblems(cluster: Cluster, pool: MachinePool): readonly Problem[] {
  const targets = pool.machines.length > 0 ? pool.machines : [pool];
  const found = new Map<string, { readonly problem: Problem; readonly names: string[] }>();
  for (const target of targets) {
    for (const problem of problemsOf(cluster, target)) {
      const key = JSON.stringify(problem);
      const known = found.get(key) ?? { problem, names: [] };
      known.names.push(target.name);
      found.set(key, known);
    }
  }
  return [...found.values()].flatMap(({ problem, names }) =>
    names.length === targets.length
      ? [{ ...problem, path: `pool ${pool.name}: ${problem.path}` }]
      : names.map((name) => ({ ...problem, path: `machine ${name}: ${problem.path}` })),
  );
}

/** Patches that do not fit the generated documents are a problem of the definition as well. */
function problemsOf(cluster: Cluster, target: Parameters<typeof nodeConfigProblems>[1]): readonly Problem[] {
  try {
    return nodeConfigProblems(cluster, target, placeholderSecrets);
  } catch (error) {
    if (!(error instanceof PatchError)) throw error;
    return [{ path: 'patches', what: error.message, fix: 'correct the documents of the definition' }];
  }
}
