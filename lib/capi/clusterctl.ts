import type { ClusterApi, JsonObject } from '../cluster';

/** A provider as clusterctl installs it. */
interface Provider {
  /** clusterctl's own name. */
  readonly name: string;
  readonly type: string;
  /** Repository whose releases carry the manifests. */
  readonly repository: string;
  /** File of a release. */
  readonly file: string;
  /** Exact version. */
  readonly version: string;
}

/**
 * Configuration of clusterctl: each provider from the release that the definition names, never from `latest`.
 * Source: Cluster API book, "clusterctl configuration file".
 */
export function clusterctlConfiguration(managedBy: ClusterApi): JsonObject {
  return {
    providers: providers(managedBy).map(({ name, type, repository, file, version }) => ({
      name,
      type,
      url: `https://github.com/${repository}/releases/${version}/${file}`,
    })),
  };
}

function providers({ core, hetzner, talosBootstrap, talosControlPlane, helm }: ClusterApi): readonly Provider[] {
  return [
    {
      name: 'cluster-api',
      type: 'CoreProvider',
      repository: 'kubernetes-sigs/cluster-api',
      file: 'core-components.yaml',
      version: core,
    },
    {
      name: 'talos',
      type: 'BootstrapProvider',
      repository: 'siderolabs/cluster-api-bootstrap-provider-talos',
      file: 'bootstrap-components.yaml',
      version: talosBootstrap,
    },
    {
      name: 'talos',
      type: 'ControlPlaneProvider',
      repository: 'siderolabs/cluster-api-control-plane-provider-talos',
      file: 'control-plane-components.yaml',
      version: talosControlPlane,
    },
    {
      name: 'hetzner',
      type: 'InfrastructureProvider',
      repository: 'syself/cluster-api-provider-hetzner',
      file: 'infrastructure-components.yaml',
      version: hetzner,
    },
    {
      name: 'helm',
      type: 'AddonProvider',
      repository: 'kubernetes-sigs/cluster-api-addon-provider-helm',
      file: 'addon-components.yaml',
      version: helm,
    },
  ];
}
