import type { Construct } from 'constructs';
import type { KubernetesObject } from '../../artifact';
import { Manifest } from '../../artifact/cdk8s';
import type { Cluster, NamedProvider } from '../../cluster';
import { providerVersions } from '../contract';
import { managed } from '../managed';
import { egressRules, HTTPS } from './egress';

/** A controller of Cluster API: it always calls the API of the clusters it manages. */
export interface Controller {
  /** Short name of the provider; its namespace is `<name>-system`, as clusterctl installs it. */
  readonly name: string;
  /** Whether it calls services outside the cluster as well. */
  readonly internet: boolean;
}

const known: Readonly<Record<NamedProvider, Controller>> = {
  core: { name: 'capi', internet: false },
  // Hetzner's API
  hetzner: { name: 'caph', internet: true },
  // the vCenter server
  vsphere: { name: 'capv', internet: true },
  // chart repositories
  helm: { name: 'caaph', internet: true },
  talosBootstrap: { name: 'cabpt', internet: false },
  talosControlPlane: { name: 'cacppt', internet: false },
  ipam: { name: 'capi-ipam-in-cluster', internet: false },
};

/**
 * The controllers of a cluster, one for each provider.
 *
 * @throws Error where Cluster API does not make the cluster's machines
 */
export function controllersOf(definition: Cluster): readonly Controller[] {
  const named = new Set(providerVersions(managed(definition).machines.managedBy).map(([name]) => name));
  return (Object.keys(known) as NamedProvider[]).filter((name) => named.has(name)).map((name) => known[name]);
}

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
