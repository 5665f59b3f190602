import type { Construct } from 'constructs';
import type { KubernetesObject } from '../../artifact';
import { Manifest } from '../../artifact/cdk8s';
import { apiPorts, type Cluster } from '../../cluster';
import { apiVersions } from '../contract';
import { controlPlane, managed } from '../managed';
import { HETZNER_SECRET } from '../names';

export const HETZNER_CLUSTER = { apiVersion: apiVersions.infrastructure, kind: 'HetznerCluster' } as const;

/**
 * What a cluster shares on Hetzner: network, load balancer of the control plane, placement group and token.
 *
 * @throws Error where Cluster API does not make the cluster's machines
 */
export function hetznerClusterObject(definition: Cluster): KubernetesObject {
  const cluster = managed(definition);
  const { machines, network } = cluster;
  const { pool, servers } = controlPlane(cluster);
  const { port, address } = network.endpoint;
  return {
    ...HETZNER_CLUSTER,
    metadata: { name: cluster.name, namespace: machines.managedBy.namespace },
    spec: {
      // CAPH fills the host in where it is absent; an empty one would show as drift ever after
      controlPlaneEndpoint: { host: address?.text, port },
      controlPlaneLoadBalancer: {
        enabled: true,
        type: machines.loadBalancer.type,
        region: servers.location,
        algorithm: 'round_robin',
        port,
        extraServices: [{ protocol: 'tcp', listenPort: apiPorts.talos, destinationPort: apiPorts.talos }],
      },
      controlPlaneRegions: [servers.location],
      hcloudNetwork: {
        enabled: true,
        cidrBlock: machines.network.cidr.text,
        subnetCidrBlock: network.nodes.text,
        networkZone: machines.network.zone,
      },
      hcloudPlacementGroups: [{ name: pool.name, type: 'spread' }],
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
