import type { KubernetesObject } from '../artifact';
import type { ManagedCluster } from '../cluster';
import { hetznerClusterObject } from './hetzner/hetzner-cluster';
import { isOnHetzner } from './managed';
import { vsphereClusterObject } from './vsphere/vsphere-cluster';

/** What the machines of a cluster share on its infrastructure. */
export function infrastructureClusterObject(cluster: ManagedCluster): KubernetesObject {
  return isOnHetzner(cluster) ? hetznerClusterObject(cluster) : vsphereClusterObject(cluster);
}
