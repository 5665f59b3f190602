import {
  isManaged,
  type Cluster,
  type Hetzner,
  type HetznerPool,
  type MachinePool,
  type ManagedCluster,
  type ManagedVsphere,
  type ManagedVspherePool,
} from '../cluster';

/** A managed cluster on one infrastructure. */
export type OnHetzner = Cluster & { readonly machines: Hetzner };
export type OnVsphere = Cluster & { readonly machines: ManagedVsphere };

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

export function isOnHetzner(cluster: Cluster): cluster is OnHetzner {
  return cluster.machines.kind === 'hetzner';
}

export function isOnVsphere(cluster: Cluster): cluster is OnVsphere {
  return cluster.machines.kind === 'vsphere-cluster-api';
}

/** @throws Error where Cluster API does not make the cluster's machines on Hetzner */
export function onHetzner(definition: Cluster): OnHetzner {
  const cluster = managed(definition);
  if (isOnHetzner(cluster)) return cluster;
  throw new Error(
    `machines of ${cluster.id} are not Hetzner servers, got ${cluster.machines.kind}; use hetzner({ … })`,
  );
}

/** @throws Error where Cluster API does not make the cluster's machines on vSphere */
export function onVsphere(definition: Cluster): OnVsphere {
  const cluster = managed(definition);
  if (isOnVsphere(cluster)) return cluster;
  throw new Error(
    `machines of ${cluster.id} are not vSphere machines that Cluster API makes, got ${cluster.machines.kind}; use vsphere({ …, managedBy })`,
  );
}

/** @throws Error where the cluster has no control plane pool */
export function controlPlanePool(cluster: ManagedCluster): MachinePool {
  const pool = cluster.pools.find(({ role }) => role === 'control-plane');
  if (pool !== undefined) return pool;
  throw new Error(
    `cluster ${cluster.id} has no control plane pool, got ${String(cluster.pools.length)} pools; add one`,
  );
}

/** The worker pools, in name order. */
export function workerPools(cluster: ManagedCluster): readonly MachinePool[] {
  return cluster.pools.filter(({ role }) => role === 'worker');
}

/** What the infrastructure says of a pool. */
type Definition<C extends ManagedCluster> = C extends OnHetzner
  ? HetznerPool
  : C extends OnVsphere
    ? ManagedVspherePool
    : HetznerPool | ManagedVspherePool;

/** @throws Error for a pool of another cluster */
export function poolDefinition<C extends ManagedCluster>(cluster: C, { name }: MachinePool): Definition<C> {
  const pools: Readonly<Record<string, HetznerPool | ManagedVspherePool>> = cluster.machines.pools;
  const pool = pools[name];
  if (pool !== undefined) return pool as Definition<C>;
  throw new Error(`pool is not of ${cluster.id}, got ${name}; pass one of ${Object.keys(pools).join(', ')}`);
}

/** What the infrastructure says of a worker pool. */
export type WorkerDefinition = Extract<HetznerPool | ManagedVspherePool, { role: 'worker' }>;

/** @throws Error for a control plane pool, or one of another cluster */
export function workerDefinition(cluster: ManagedCluster, pool: MachinePool): WorkerDefinition {
  const definition = poolDefinition<ManagedCluster>(cluster, pool);
  if (definition.role === 'worker') return definition;
  throw new Error(`pool ${pool.name} runs the control plane, got role ${definition.role}; pass a worker pool`);
}
