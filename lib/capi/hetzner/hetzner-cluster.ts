import type { Construct } from 'constructs';
import type { KubernetesObject } from '../../artifact';
import { Manifest } from '../../artifact/cdk8s';
import { apiPorts, placeList, type Cluster, type HetznerPool } from '../../cluster';
import { apiVersions } from '../contract';
import { controlPlanePool, onHetzner, poolDefinition } from '../managed';
import { HETZNER_SECRET } from '../names';

/** Whether no two servers of a pool may stand on one host. */
export function hasPlacementGroup(pool: HetznerPool): boolean {
  return pool.role === 'control-plane' || pool.spread;
}

/**
 * What a cluster shares on Hetzner: network, load balancer of the control plane, placement groups and token.
 *
 * @throws Error where Cluster API does not make the cluster's machines on Hetzner
 */
export function hetznerClusterObject(definition: Cluster): KubernetesObject {
  const cluster = onHetzner(definition);
  const { machines, network } = cluster;
  const regions = placeList(poolDefinition(cluster, controlPlanePool(cluster)).location);
  const { port, address } = network.endpoint;
  return {
    apiVersion: apiVersions(cluster).infrastructure,
    kind: 'HetznerCluster',
    metadata: { name: cluster.name, namespace: machines.managedBy.namespace },
    spec: {
      // CAPH fills the host in where it is absent; an empty one would show as drift ever after
      controlPlaneEndpoint: { host: address?.text, port },
      controlPlaneLoadBalancer: {
        enabled: true,
        type: machines.loadBalancer.type,
        region: regions[0],
        algorithm: 'round_robin',
        port,
        extraServices: [{ protocol: 'tcp', listenPort: apiPorts.talos, destinationPort: apiPorts.talos }],
      },
      controlPlaneRegions: regions,
      hcloudNetwork: {
        enabled: true,
        cidrBlock: machines.network.cidr.text,
        subnetCidrBlock: network.nodes.text,
        networkZone: machines.network.zone,
      },
      hcloudPlacementGroups: Object.entries(machines.pools)
        .filter(([, pool]) => hasPlacementGroup(pool))
        .map(([name]) => ({ name, type: 'spread' })),
      // Talos has no SSH; CAPH asks for the list all the same
      sshKeys: { hcloud: [] },
      hetznerSecretRef: { name: HETZNER_SECRET, key: { hcloudToken: machines.token.secret } },
    },
  };
}

/** The shared infrastructure of a cluster on Hetzner. */
export class HetznerCluster extends Manifest {
  constructor(scope: Construct, id: string, cluster: Cluster) {
    super(scope, id, hetznerClusterObject(cluster));
  }
}
