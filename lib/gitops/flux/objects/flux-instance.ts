import type { Construct } from 'constructs';
import type { KubernetesObject } from '../../../artifact';
import { Manifest } from '../../../artifact/cdk8s';
import type { Duration, FluxController, FluxPatch } from '../../../cluster';
import { fluxNamespace, metadataOf, operatorApi, type ObjectProps } from './api';

/** What Flux syncs; source and Kustomization get the name of Flux's namespace. */
export interface FluxSync {
  /** @default 'GitRepository' */
  readonly kind?: 'GitRepository' | 'OCIRepository' | 'Bucket';
  readonly url: string;
  /** Full reference of Git, e.g. `refs/heads/main`; tag or digest of an artifact. */
  readonly ref: string;
  /** Folder of the source. */
  readonly path: string;
  readonly interval: Duration;
  /** Secret with the credentials. @default - anyone may read it */
  readonly pullSecret?: string | undefined;
}

/** The one FluxInstance of a cluster; the operator takes no other name than `flux`. */
export interface FluxInstanceProps extends Omit<ObjectProps, 'name' | 'namespace'> {
  /** Exact version of Flux. */
  readonly version: string;
  /** Registry of the controllers' images. @default 'ghcr.io/fluxcd' */
  readonly registry?: string;
  /** OCI artifact with Flux's manifests. @default - those in the operator's image */
  readonly artifact?: string | undefined;
  readonly components: readonly FluxController[];
  /** @default true */
  readonly networkPolicy?: boolean;
  /** Domain of the cluster's Services. @default 'cluster.local' */
  readonly domain?: string;
  /** @default - nothing is synced */
  readonly sync?: FluxSync;
  /** Patches of what the operator makes; one list, so that none replaces another. @default - none */
  readonly patches?: readonly FluxPatch[];
}

/** A FluxInstance of the flux-operator as data. */
export function fluxInstanceObject(props: FluxInstanceProps): KubernetesObject {
  const { sync, patches = [] } = props;
  return {
    apiVersion: operatorApi,
    kind: 'FluxInstance',
    metadata: metadataOf({ ...props, name: 'flux', namespace: fluxNamespace }),
    spec: {
      distribution: { version: props.version, registry: props.registry ?? 'ghcr.io/fluxcd', artifact: props.artifact },
      components: props.components,
      cluster: {
        type: 'kubernetes',
        multitenant: false,
        networkPolicy: props.networkPolicy ?? true,
        domain: props.domain ?? 'cluster.local',
      },
      sync: sync && {
        kind: sync.kind ?? 'GitRepository',
        url: sync.url,
        ref: sync.ref,
        path: sync.path,
        interval: sync.interval.toGoString(),
        pullSecret: sync.pullSecret,
      },
      kustomize: patches.length === 0 ? undefined : { patches: patches.map((patch) => ({ ...patch })) },
    },
  };
}

/** The FluxInstance of a cluster. */
export class FluxInstance extends Manifest {
  constructor(scope: Construct, id: string, props: FluxInstanceProps) {
    super(scope, id, fluxInstanceObject(props));
  }
}
