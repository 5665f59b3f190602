import type { ClusterFacts, Component, Duration, FluxController, FluxPatch, JsonObject } from '../../cluster';

/** Where the instance reads what it shall keep the cluster at. */
export interface FluxSync {
  /** @default 'GitRepository' */
  readonly kind?: 'GitRepository' | 'OCIRepository';
  readonly url: string;
  /** Full reference such as `refs/heads/main`, or a tag of the artifact. */
  readonly ref: string;
  /** Folder in the repository. */
  readonly path: string;
  /** @default - Flux Operator's own: one minute */
  readonly interval?: Duration;
  /** Secret in `flux-system` with the access to the repository. @default - none needed */
  readonly pullSecret?: string;
}

export interface FluxInstanceSettings {
  /** Version of Flux, or a range of them such as `2.x`. @default 'v2.7.3' */
  readonly version?: string;
  /** Registry of the controllers' images. @default 'ghcr.io/fluxcd' */
  readonly registry?: string;
  /** Where its manifests come from, `oci://…` with a tag or digest. @default - those in the operator's own image */
  readonly artifact?: string;
  /** @default - all but the two that change images */
  readonly components?: readonly FluxController[];
  /** Whether tenants' Kustomizations and HelmReleases are kept apart. @default false */
  readonly multitenant?: boolean;
  /** Whether network policies keep others out of its namespace. @default true */
  readonly networkPolicy?: boolean;
  /** @default - nothing: the instance only installs Flux */
  readonly sync?: FluxSync;
  /** @default - none */
  readonly patches?: readonly FluxPatch[];
  /** How often the operator looks whether all is as it should be. @default - its own: one hour */
  readonly reconcileEvery?: Duration;
}

const namespace = 'flux-system';
const apiVersion = 'fluxcd.controlplane.io/v1';
const kind = 'FluxInstance';
// the operator takes no other name
const name = 'flux';

const defaultComponents: readonly FluxController[] = [
  'source-controller',
  'kustomize-controller',
  'helm-controller',
  'notification-controller',
  'source-watcher',
];

/** What each controller makes of the API. Source: Flux, CRDs of each controller */
const groups: Readonly<Record<FluxController, string>> = {
  'source-controller': 'source.toolkit.fluxcd.io',
  'kustomize-controller': 'kustomize.toolkit.fluxcd.io',
  'helm-controller': 'helm.toolkit.fluxcd.io',
  'notification-controller': 'notification.toolkit.fluxcd.io',
  'image-reflector-controller': 'image.toolkit.fluxcd.io',
  'image-automation-controller': 'image.toolkit.fluxcd.io',
  'source-watcher': 'source.extensions.fluxcd.io',
};

/** Flux itself, as Flux Operator installs it, for a cluster that Flux does not carry: as an engine it makes its own instance. */
export function fluxInstance(settings: FluxInstanceSettings = {}): Component {
  const components = settings.components ?? defaultComponents;
  return {
    name: 'flux-instance',
    namespace,
    objects: (cluster) => [fluxInstanceObject(cluster, settings)],
    provides: [...new Set(components.map((component) => `crd/${groups[component]}`))],
    requires: ['crd/fluxcd.controlplane.io/FluxInstance'],
    health: () => [{ apiVersion, kind, namespace, name }],
    podSecurity: 'restricted',
    traffic: {
      // repositories and registries, over HTTPS or SSH
      to: [{ peer: 'kube-apiserver' }, { peer: 'cluster' }, { peer: 'internet', ports: [{ port: 443 }, { port: 22 }] }],
      from: [{ peer: 'cluster' }],
    },
  };
}

/** The FluxInstance by itself, for whoever installs Flux otherwise. */
export function fluxInstanceObject(
  { network }: Pick<ClusterFacts, 'network'>,
  settings: FluxInstanceSettings = {},
): JsonObject {
  const { patches, reconcileEvery, sync } = settings;
  return {
    apiVersion,
    kind,
    metadata: {
      name,
      namespace,
      annotations: reconcileEvery && { 'fluxcd.controlplane.io/reconcileEvery': reconcileEvery.toGoString() },
    },
    spec: {
      distribution: {
        version: settings.version ?? 'v2.7.3',
        registry: settings.registry ?? 'ghcr.io/fluxcd',
        artifact: settings.artifact,
      },
      components: [...(settings.components ?? defaultComponents)],
      cluster: {
        type: 'kubernetes',
        domain: network.dnsDomain,
        multitenant: settings.multitenant ?? false,
        networkPolicy: settings.networkPolicy ?? true,
      },
      sync: sync && syncOf(sync),
      kustomize: patches && { patches: patches.map(({ patch, target }) => ({ patch, target })) },
    },
  };
}

function syncOf({ kind: source = 'GitRepository', interval, ...sync }: FluxSync): JsonObject {
  return { kind: source, ...sync, interval: interval?.toGoString() };
}
