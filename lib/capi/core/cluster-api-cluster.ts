import type { Construct } from 'constructs';
import type { KubernetesObject } from '../../artifact';
import { Manifest } from '../../artifact/cdk8s';
import type { Cluster } from '../../cluster';
import { clusterLabels } from '../addons/selection';
import { apiVersions, reference } from '../contract';
import { infrastructureClusterObject } from '../infrastructure-cluster';
import { managed } from '../managed';
import { talosControlPlaneObject } from '../talos/talos-control-plane';

/**
 * The Cluster that everything else hangs on. Its labels select the addons.
 *
 * @throws Error where Cluster API does not make the cluster's machines
 */
export function clusterObject(definition: Cluster): KubernetesObject {
  const cluster = managed(definition);
  const { pods, services, dnsDomain } = cluster.network;
  return {
    apiVersion: apiVersions(cluster).cluster,
    kind: 'Cluster',
    metadata: {
      name: cluster.name,
      namespace: cluster.machines.managedBy.namespace,
      labels: clusterLabels(cluster),
    },
    spec: {
      clusterNetwork: {
        pods: { cidrBlocks: [pods.text] },
        services: { cidrBlocks: [services.text] },
        serviceDomain: dnsDomain,
      },
      controlPlaneRef: reference(cluster, talosControlPlaneObject(cluster)),
      infrastructureRef: reference(cluster, infrastructureClusterObject(cluster)),
    },
  };
}

/** The Cluster object of Cluster API. */
export class ClusterApiCluster extends Manifest {
  constructor(scope: Construct, id: string, cluster: Cluster) {
    super(scope, id, clusterObject(cluster));
  }
}
