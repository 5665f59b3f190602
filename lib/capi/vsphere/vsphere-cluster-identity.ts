import type { Construct } from 'constructs';
import type { KubernetesObject } from '../../artifact';
import { Manifest } from '../../artifact/cdk8s';
import type { Cluster } from '../../cluster';
import { apiVersions } from '../contract';
import { isOnVsphere, onVsphere } from '../managed';

/** Whether the credentials for vSphere stand behind an identity of their own. */
export function hasClusterIdentity(cluster: Cluster): boolean {
  return isOnVsphere(cluster) && cluster.machines.identity === 'cluster-identity';
}

/**
 * Credentials that several clusters of a namespace can share. Their Secret stands in the namespace of the provider.
 *
 * @throws Error where Cluster API does not make the cluster's machines on vSphere
 */
export function vsphereClusterIdentityObject(definition: Cluster): KubernetesObject {
  const cluster = onVsphere(definition);
  const { credentials, managedBy } = cluster.machines;
  return {
    apiVersion: apiVersions(cluster).infrastructure,
    kind: 'VSphereClusterIdentity',
    metadata: { name: cluster.name },
    spec: {
      secretName: credentials.secret,
      // an absent selector would let nobody in, an empty one everybody
      allowedNamespaces: { selector: { matchLabels: { 'kubernetes.io/metadata.name': managedBy.namespace } } },
    },
  };
}

/** Who may log in to the vCenter server. */
export class VSphereClusterIdentity extends Manifest {
  constructor(scope: Construct, id: string, cluster: Cluster) {
    super(scope, id, vsphereClusterIdentityObject(cluster));
  }
}
