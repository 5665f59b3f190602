import { isOnHetznerCloud, platformProvides, type Cluster, type Machine, type MachinePool } from '../cluster';
import type { Contract } from './contract';
import type { PatchDocument } from './document';

/** What a patch is made for: the machines of a pool, under one contract. */
export interface PoolTarget {
  readonly cluster: Cluster;
  readonly pool: MachinePool;
  readonly contract: Contract;
}

/** What a patch is made for: one machine, under one contract. */
export interface MachineTarget {
  readonly cluster: Cluster;
  readonly machine: Machine;
  readonly contract: Contract;
}

/** One concern of the configuration: the documents it needs on the machines of a pool. None where it does not apply. */
export type Aspect = (target: PoolTarget) => readonly PatchDocument[];

/** The same for one machine. */
export type MachineAspect = (target: MachineTarget) => readonly PatchDocument[];

export function isControlPlane({ pool }: PoolTarget): boolean {
  return pool.role === 'control-plane';
}

/** Whether a cloud controller manager outside Kubernetes initialises the nodes. */
export function usesCloudProvider(cluster: Cluster): boolean {
  const { kind } = cluster.machines;
  return isOnHetznerCloud(cluster) || (kind === 'vsphere-cluster-api' && platformProvides(cluster, 'cloud-provider'));
}
