import type { Construct } from 'constructs';
import type { KubernetesObject } from '../../artifact';
import { Manifest } from '../../artifact/cdk8s';
import { platformProvides, type Cluster } from '../../cluster';
import { managed } from '../managed';
import { egressRules, HTTPS, kubeDns } from './egress';

/** Whether Cilium's policies mean something on the cluster. */
export function hasCiliumPolicies(cluster: Cluster): boolean {
  return platformProvides(cluster, 'crd/cilium.io');
}

/**
 * The default of every pod but DNS: traffic inside the cluster and HTTPS to the outside. Every other policy only adds to it.
 *
 * @throws Error where Cluster API does not make the cluster's machines
 */
export function defaultDenyObject(definition: Cluster): KubernetesObject {
  managed(definition);
  return {
    apiVersion: 'cilium.io/v2',
    kind: 'CiliumClusterwideNetworkPolicy',
    metadata: { name: 'default-deny' },
    spec: {
      endpointSelector: {
        matchExpressions: Object.entries(kubeDns).map(([key, value]) => ({ key, operator: 'NotIn', values: [value] })),
      },
      ingress: [{ fromEntities: ['cluster'] }],
      egress: egressRules({ entities: ['cluster', 'kube-apiserver'], anywhere: [HTTPS] }),
    },
  };
}

/** The default policy of a cluster. */
export class DefaultDeny extends Manifest {
  constructor(scope: Construct, id: string, cluster: Cluster) {
    super(scope, id, defaultDenyObject(cluster));
  }
}
