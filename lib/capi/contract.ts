import type { ClusterApi, JsonObject } from '../cluster';
import { contractOf, olderContract, type Contract } from '../talos';

/** API versions of the Cluster API kinds, as the providers of a definition serve them. */
export interface ApiVersions {
  readonly cluster: string;
  readonly addons: string;
  readonly helm: string;
  readonly infrastructure: string;
  readonly controlPlane: string;
}

/**
 * The API versions that all releases of a provider line serve. Source: the CRDs of cluster-api 1.10 to 1.15 (`v1beta1` is
 * served until 1.16), CAPH 1.x, CACPPT 0.5.x and CAAPH 0.x.
 */
export const apiVersions: ApiVersions = {
  cluster: 'cluster.x-k8s.io/v1beta1',
  addons: 'addons.cluster.x-k8s.io/v1beta1',
  helm: 'addons.cluster.x-k8s.io/v1alpha1',
  infrastructure: 'infrastructure.cluster.x-k8s.io/v1beta1',
  controlPlane: 'controlplane.cluster.x-k8s.io/v1alpha3',
};

/** A reference as contract `v1beta1` spells it: with the version, without the namespace, which is the referrer's own. */
export function reference(object: { readonly apiVersion: string; readonly kind: string }, name: string): JsonObject {
  return { apiVersion: object.apiVersion, kind: object.kind, name };
}

/** The newest machine configuration that a release of the Talos bootstrap provider writes. Source: its `go.mod`. */
const bundledContract = contractOf('v1.13.0');

/**
 * The contract that the patches of a control plane must fit: the bootstrap provider writes the configuration with the
 * generator it bundles, which for all 0.6 releases knows nothing after 1.13, whatever Talos runs on the machine.
 */
export function bootstrapContract({ talosBootstrap }: ClusterApi, talosVersion: string): Contract {
  const wanted = contractOf(talosVersion);
  return talosBootstrap.startsWith('v0.6.') ? olderContract(wanted, bundledContract) : wanted;
}
