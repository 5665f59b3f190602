import type { Construct } from 'constructs';
import type { KubernetesObject } from '../../artifact';
import { Manifest } from '../../artifact/cdk8s';
import type { Cluster } from '../../cluster';
import { apiVersions } from '../contract';
import { onVsphere } from '../managed';
import { CONTROL_PLANE_ZONE, hasControlPlaneZones } from './failure-domain';

/**
 * What a cluster shares on vSphere: the vCenter server, who may log in there, and the endpoint, an address that Talos
 * moves between the control planes.
 *
 * @throws Error where Cluster API does not make the cluster's machines on vSphere
 */
export function vsphereClusterObject(definition: Cluster): KubernetesObject {
  const cluster = onVsphere(definition);
  const { machines, network, name } = cluster;
  const { host, address, port } = network.endpoint;
  return {
    apiVersion: apiVersions(cluster).infrastructure,
    kind: 'VSphereCluster',
    metadata: { name, namespace: machines.managedBy.namespace },
    spec: {
      server: machines.server,
      thumbprint: machines.thumbprint,
      controlPlaneEndpoint: { host: address?.text ?? host, port },
      identityRef:
        machines.identity === 'cluster-identity'
          ? { kind: 'VSphereClusterIdentity', name }
          : { kind: 'Secret', name: machines.credentials.secret },
      // the control plane provider takes any zone that it is shown, so it is shown its own alone
      failureDomainSelector: hasControlPlaneZones(machines)
        ? { matchLabels: { [CONTROL_PLANE_ZONE]: name } }
        : undefined,
    },
  };
}

/** The shared infrastructure of a cluster on vSphere. */
export class VSphereCluster extends Manifest {
  constructor(scope: Construct, id: string, cluster: Cluster) {
    super(scope, id, vsphereClusterObject(cluster));
  }
}
