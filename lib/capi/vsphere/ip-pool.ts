import type { Construct } from 'constructs';
import { groupOf, type KubernetesObject } from '../../artifact';
import { Manifest } from '../../artifact/cdk8s';
import type { Cluster, JsonObject } from '../../cluster';
import { IP_POOL_API } from '../contract';
import { isOnVsphere, onVsphere, type OnVsphere } from '../managed';

const KIND = 'InClusterIPPool';

/** Whether the machines' addresses come from a pool of the definition. */
export function hasAddressPool(cluster: Cluster): boolean {
  return isOnVsphere(cluster) && cluster.machines.addresses.kind === 'pool';
}

/** How a machine template refers to the pool. */
export function addressPoolReference({ name }: OnVsphere): JsonObject {
  return { apiGroup: groupOf(IP_POOL_API), kind: KIND, name };
}

/** The default gateway of the nodes. */
export function gatewayOf({ network }: OnVsphere): string {
  return network.gateway?.text ?? network.nodes.host(1);
}

/**
 * The addresses that the machines take turns with. Source: in-cluster IPAM provider, `api/v1alpha2`.
 *
 * @throws Error where the addresses come from DHCP, or Cluster API does not make the cluster's machines on vSphere
 */
export function ipPoolObject(definition: Cluster): KubernetesObject {
  const cluster = onVsphere(definition);
  const { machines, network, name } = cluster;
  if (machines.addresses.kind === 'dhcp') {
    throw new Error(`${cluster.id} has no pool of addresses, got dhcp; give machines.addresses an addressPool()`);
  }
  return {
    apiVersion: IP_POOL_API,
    kind: KIND,
    metadata: { name, namespace: machines.managedBy.namespace },
    spec: {
      addresses: machines.addresses.ranges.map(({ first, last }) => `${first.text}-${last.text}`),
      prefix: network.nodes.prefix,
      gateway: gatewayOf(cluster),
    },
  };
}

/** The addresses of a cluster's machines. */
export class InClusterIPPool extends Manifest {
  constructor(scope: Construct, id: string, cluster: Cluster) {
    super(scope, id, ipPoolObject(cluster));
  }
}
