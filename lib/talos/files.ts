import type { Artifact } from '../artifact';
import { treePaths, type Cluster } from '../cluster';
import { mergePatches, type Patch } from './document';
import { nodePatches, poolPatches } from './patches';

/**
 * The Talos folder of a cluster: `patches/<pool>.yaml` for the machines of each pool and `patches/nodes/<machine>.yaml`
 * for each machine that the definition lists. Each file is one patch, without secrets, to be applied in this order.
 */
export function talosFiles(cluster: Cluster): readonly Artifact[] {
  const folder = `${treePaths(cluster).talos}/patches`;
  return [
    ...cluster.pools.map((pool) => patchFile(cluster, `${folder}/${pool.name}.yaml`, poolPatches(cluster, pool))),
    ...cluster.pools
      .flatMap((pool) => pool.machines)
      .map((machine) => patchFile(cluster, `${folder}/nodes/${machine.name}.yaml`, nodePatches(cluster, machine))),
  ];
}

function patchFile(cluster: Cluster, path: string, patches: readonly Patch[]): Artifact {
  return { path, owner: cluster.id, body: { format: 'yaml', documents: mergePatches(patches) } };
}
