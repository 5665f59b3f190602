import { isManaged, type Cluster, type HetznerPool, type MachinePool, type ManagedCluster } from '../cluster';

/** What is wrong with asking for Cluster API objects of a cluster; empty where nothing is. */
export function managementProblems(cluster: Cluster): string[] {
  if (isManaged(cluster)) return [];
  return [
    `machines of ${cluster.id} are not managed by Cluster API, got ${cluster.machines.kind}; use machines with managedBy: clusterApi({ … })`,
  ];
}

/** @throws Error where Cluster API does not make the cluster's machines */
export function managed(cluster: Cluster): ManagedCluster {
  if (isManaged(cluster)) return cluster;
  throw new Error(managementProblems(cluster).join('\n'));
}

/** The control plane pool of a managed cluster: as every layer sees it, and as Hetzner does. */
export function controlPlane(cluster: ManagedCluster): { readonly pool: MachinePool; readonly servers: HetznerPool } {
  const pool = cluster.pools.find(({ role }) => role === 'control-plane');
  const servers = pool && cluster.machines.pools[pool.name];
  if (pool === undefined || servers === undefined) {
    throw new Error(
      `cluster ${cluster.id} has no control plane pool, got ${String(cluster.pools.length)} pools; add one`,
    );
  }
  return { pool, servers };
}
