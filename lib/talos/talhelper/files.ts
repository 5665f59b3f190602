import type { Artifact } from '../../artifact';
import { treePaths, type Cluster } from '../../cluster';
import { machinePatch, poolPatch } from './patch-files';
import { talconfig } from './talconfig';

/**
 * `talconfig.yaml` in the Talos folder of a cluster, for teams who stay on talhelper. It refers to the files of `patches/`,
 * and to copies of them in `talhelper/` where talhelper would not read those as they stand. In that folder,
 * `talhelper genconfig --offline-mode --secret-file secrets.sops.yaml` makes the machine configurations that `nodeConfig`
 * makes. Empty where the definition does not ask for it, or lists no machine by name.
 *
 * Proved with talhelper 3.1.0, which knows Talos up to 1.12.
 */
export function talhelperFiles(cluster: Cluster): readonly Artifact[] {
  const pools = cluster.pools.filter(({ machines }) => machines.length > 0);
  if (!cluster.system.talhelper || pools.length === 0) return [];
  const path = `${treePaths(cluster).talos}/talconfig.yaml`;
  const patches = pools.flatMap((pool) => [
    poolPatch(cluster, pool),
    ...pool.machines.map((machine) => machinePatch(cluster, machine)),
  ]);
  return [
    { path, owner: cluster.id, body: { format: 'yaml', documents: [talconfig(cluster)] } },
    ...patches.flatMap(({ file }) => file ?? []),
  ];
}
