import type { KubernetesObject } from '../artifact';
import type { MachinePool, ManagedCluster } from '../cluster';
import { hcloudMachineTemplateObject } from './hetzner/hcloud-machine-template';
import { isOnHetzner } from './managed';
import { vsphereMachineTemplateObject } from './vsphere/vsphere-machine-template';

/** What a machine of a pool becomes on the cluster's infrastructure. */
export function machineTemplateObject(cluster: ManagedCluster, pool: MachinePool): KubernetesObject {
  return isOnHetzner(cluster)
    ? hcloudMachineTemplateObject(cluster, pool)
    : vsphereMachineTemplateObject(cluster, pool);
}
