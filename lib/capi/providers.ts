import type { ClusterApi, NamedProvider } from '../cluster';
import { providerVersions } from './contract';

/** A provider as clusterctl and cluster-api-operator know it. */
export interface Provider {
  /** Name among those that clusterctl knows. */
  readonly name: string;
  readonly type: string;
  /** Namespace that its manifests stand in. */
  readonly namespace: string;
  /** Repository whose releases carry the manifests. */
  readonly repository: string;
  /** File of a release. */
  readonly file: string;
}

/** Source: clusterctl `client/config/providers_client.go`, and the manifests of each provider. */
const known: Readonly<Record<NamedProvider, Provider>> = {
  core: {
    name: 'cluster-api',
    type: 'CoreProvider',
    namespace: 'capi-system',
    repository: 'kubernetes-sigs/cluster-api',
    file: 'core-components.yaml',
  },
  talosBootstrap: {
    name: 'talos',
    type: 'BootstrapProvider',
    namespace: 'cabpt-system',
    repository: 'siderolabs/cluster-api-bootstrap-provider-talos',
    file: 'bootstrap-components.yaml',
  },
  talosControlPlane: {
    name: 'talos',
    type: 'ControlPlaneProvider',
    namespace: 'cacppt-system',
    repository: 'siderolabs/cluster-api-control-plane-provider-talos',
    file: 'control-plane-components.yaml',
  },
  hetzner: {
    name: 'hetzner',
    type: 'InfrastructureProvider',
    namespace: 'caph-system',
    repository: 'syself/cluster-api-provider-hetzner',
    file: 'infrastructure-components.yaml',
  },
  vsphere: {
    name: 'vsphere',
    type: 'InfrastructureProvider',
    namespace: 'capv-system',
    repository: 'kubernetes-sigs/cluster-api-provider-vsphere',
    file: 'infrastructure-components.yaml',
  },
  ipam: {
    name: 'in-cluster',
    type: 'IPAMProvider',
    namespace: 'capi-ipam-in-cluster-system',
    repository: 'kubernetes-sigs/cluster-api-ipam-provider-in-cluster',
    file: 'ipam-components.yaml',
  },
  helm: {
    name: 'helm',
    type: 'AddonProvider',
    namespace: 'caaph-system',
    repository: 'kubernetes-sigs/cluster-api-addon-provider-helm',
    file: 'addon-components.yaml',
  },
};

/** A provider at the exact version that a definition names. */
export interface VersionedProvider extends Provider {
  readonly version: string;
}

/** The providers of a definition, in the order of their installation. */
export function providersOf(managedBy: ClusterApi): readonly VersionedProvider[] {
  const versions = new Map(providerVersions(managedBy));
  return (Object.keys(known) as NamedProvider[]).flatMap((name) => {
    const version = versions.get(name);
    return version === undefined ? [] : [{ ...known[name], version }];
  });
}
