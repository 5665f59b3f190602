import type { Construct } from 'constructs';
import type { KubernetesObject } from '../../artifact';
import { Manifest } from '../../artifact/cdk8s';
import type { Cluster } from '../../cluster';
import { managed } from '../managed';
import { egressRules, HTTPS } from './egress';

/** A controller of Cluster API: it always calls the API of the clusters it manages. */
export interface Controller {
  /** Short name of the provider; its namespace is `<name>-system`, as clusterctl installs it. */
  readonly name: string;
  /** Whether it calls services on the internet as well. */
  readonly internet: boolean;
}

export const controllers: readonly Controller[] = [
  { name: 'capi', internet: false },
  // Hetzner's API
  { name: 'caph', internet: true },
  // chart repositories
  { name: 'caaph', internet: true },
  { name: 'cabpt', internet: false },
  { name: 'cacppt', internet: false },
];

/**
 * What one controller may reach, on top of the default.
 *
 * @throws Error where Cluster API does not make the cluster's machines
 */
export function controllerPolicyObject(definition: Cluster, { name, internet }: Controller): KubernetesObject {
  const { port } = managed(definition).network.endpoint;
  return {
    apiVersion: 'cilium.io/v2',
    kind: 'CiliumNetworkPolicy',
    metadata: { name: `${name}-controller-manager`, namespace: `${name}-system` },
    spec: {
      endpointSelector: {},
      egress: egressRules({ entities: ['kube-apiserver'], anywhere: internet ? [port, HTTPS] : [port] }),
    },
  };
}

/** What a controller of Cluster API may reach. */
export class ControllerPolicy extends Manifest {
  constructor(scope: Construct, id: string, cluster: Cluster, controller: Controller) {
    super(scope, id, controllerPolicyObject(cluster, controller));
  }
}
