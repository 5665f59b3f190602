import type { Artifact } from '../artifact';
import { treePaths, type Cluster } from '../cluster';
import { machineConfigProblems, MachineConfigError } from './config-problems';
import { mergePatches, type Patch } from './document';
import { nodePatches, poolPatches } from './patches';
import { talosSopsRules } from './sops-rules';

/**
 * What of the Talos folder of a cluster can be read: `patches/<pool>.yaml` for the machines of each pool and
 * `patches/nodes/<machine>.yaml` for each machine that the definition lists, each file one patch, to be applied in this
 * order; and for whom the encrypted files beside them are.
 *
 * @throws MachineConfigError with everything that Talos would refuse
 */
export function talosFiles(cluster: Cluster): readonly Artifact[] {
  const problems = machineConfigProblems(cluster);
  if (problems.length > 0) throw new MachineConfigError(cluster, problems);
  const folder = `${treePaths(cluster).talos}/patches`;
  return [
    ...cluster.pools.map((pool) => patchFile(cluster, `${folder}/${pool.name}.yaml`, poolPatches(cluster, pool))),
    ...cluster.pools
      .flatMap((pool) => pool.machines)
      .map((machine) => patchFile(cluster, `${folder}/nodes/${machine.name}.yaml`, nodePatches(cluster, machine))),
    ...talosSopsRules(cluster),
  ];
}

function patchFile(cluster: Cluster, path: string, patches: readonly Patch[]): Artifact {
  return { path, owner: cluster.id, body: { format: 'yaml', documents: mergePatches(patches) } };
}
