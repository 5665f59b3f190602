import type { MachinePool, ManagedCluster } from '../../cluster';
import { poolPatches, type Patch } from '../../talos';
import { bootstrapContract } from '../contract';

/** The Talos patches of a pool that Cluster API keeps, in the form that its bootstrap provider reads. */
export function managedPatches(cluster: ManagedCluster, pool: MachinePool): readonly Patch[] {
  return poolPatches(cluster, pool, bootstrapContract(cluster.machines.managedBy, cluster.versions.talos));
}
