import { minorOf, type JsonObject, type MachinePool, type ManagedCluster } from '../../cluster';
import { patchText } from '../../talos';
import { isOnHetzner } from '../managed';
import { managedPatches } from './pool-patches';

/**
 * What the bootstrap provider makes the configuration of a pool's machines from. A changed byte in a patch replaces every
 * machine, so the patches are canonical text.
 */
export function talosConfigSpec(cluster: ManagedCluster, pool: MachinePool): JsonObject {
  return {
    generateType: pool.role === 'worker' ? 'worker' : 'controlplane',
    talosVersion: `v${minorOf(cluster.versions.talos)}`,
    // a server of Hetzner and a VM of vSphere are found again by the name that their provider gave them
    hostname: { source: isOnHetzner(cluster) ? 'InfrastructureName' : 'MachineName' },
    strategicPatches: managedPatches(cluster, pool).map(patchText),
  };
}
