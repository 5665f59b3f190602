import type { KubernetesObject } from '../../artifact';
import type { JsonObject } from '../../cluster';
import { referenceOf, type Release } from './releases';

/** Namespace that Flux and its operator run in. */
export const fluxNamespace = 'flux-system';

/** Flux's parts. The source watcher is among them: without it, the kinds of the first sync may not exist. */
export const fluxComponents = [
  'source-controller',
  'source-watcher',
  'kustomize-controller',
  'helm-controller',
  'notification-controller',
] as const;

/** What Flux syncs. */
export interface FluxSync {
  /** URL of the Git repository. */
  readonly url: string;
  /** Full reference. @default 'refs/heads/main' */
  readonly ref?: string;
  /** Path in the repository, e.g. `clusters/prod/edge`. */
  readonly path: string;
  /** Go duration between two looks. @default '5m' */
  readonly interval?: string;
}

export interface FluxInstanceOptions {
  readonly release: Release;
  /** OCI artifact that the operator renders Flux from. */
  readonly manifests: Release;
  readonly sync: FluxSync;
  readonly components: readonly string[];
  readonly networkPolicy: boolean;
  /** Secret with the repository's credentials. */
  readonly pullSecret?: string | undefined;
  /** Secret with the age keys that the root Kustomization decrypts with. */
  readonly decryptionSecret?: string | undefined;
}

/** Flux itself. The operator takes one of this name alone. Source: flux-operator, FluxInstance CRD. */
export function fluxInstanceObject({
  release,
  manifests,
  sync,
  components,
  networkPolicy,
  pullSecret,
  decryptionSecret,
}: FluxInstanceOptions): KubernetesObject {
  return {
    apiVersion: 'fluxcd.controlplane.io/v1',
    kind: 'FluxInstance',
    metadata: {
      name: 'flux',
      namespace: fluxNamespace,
      annotations: {
        'fluxcd.controlplane.io/reconcileEvery': '1h',
        'fluxcd.controlplane.io/reconcileTimeout': '5m',
      },
    },
    spec: {
      distribution: {
        version: release.version,
        registry: release.source,
        artifact: referenceOf(manifests),
      },
      components: [...components],
      cluster: { type: 'kubernetes', multitenant: false, networkPolicy, domain: 'cluster.local' },
      sync: {
        kind: 'GitRepository',
        url: sync.url,
        ref: sync.ref ?? 'refs/heads/main',
        path: sync.path,
        interval: sync.interval ?? '5m',
        ...(pullSecret !== undefined && { pullSecret }),
      },
      ...(decryptionSecret !== undefined && { kustomize: { patches: [decryption(decryptionSecret)] } }),
    },
  };
}

/** Makes the Kustomization that the sync creates decrypt what it applies. */
function decryption(name: string): JsonObject {
  const value = { provider: 'sops', secretRef: { name } };
  return {
    target: { kind: 'Kustomization', name: fluxNamespace },
    patch: JSON.stringify([{ op: 'add', path: '/spec/decryption', value }]),
  };
}
