import type { Construct } from 'constructs';
import type { KubernetesObject } from '../../../artifact';
import { Manifest } from '../../../artifact/cdk8s';
import type { Duration, FluxPatch, JsonObject, ObjectReference } from '../../../cluster';
import {
  kustomizeApi,
  metadataOf,
  referenceTo,
  type NameReference,
  type ObjectProps,
  type SourceReference,
} from './api';

/** What Flux does with what it has applied, once the Kustomization is deleted. */
export type DeletionPolicy = 'MirrorPrune' | 'Delete' | 'WaitForTermination' | 'Orphan';

/** A Kustomization that must be ready before. */
export interface KustomizationReference {
  readonly name: string;
  /** @default - that of the object that refers to it */
  readonly namespace?: string | undefined;
  /** CEL over `self` and `dep`, in place of plain readiness. @default - none */
  readonly readyExpr?: string;
}

/** Where an image comes from, and at which tag. */
export interface ImageOverride {
  readonly name: string;
  readonly newName?: string;
  readonly newTag?: string;
  readonly digest?: string;
}

/** Where variables come from that are filled in after the build. */
export interface PostBuild {
  readonly substitute?: Readonly<Record<string, string>>;
  readonly substituteFrom?: readonly {
    readonly kind: 'ConfigMap' | 'Secret';
    readonly name: string;
    /** @default false */
    readonly optional?: boolean;
  }[];
}

/** How encrypted Secrets are opened. */
export interface Decryption {
  /** Secret in the Kustomization's namespace with the age keys. @default - the controller's own */
  readonly secretRef?: NameReference | undefined;
}

export interface KustomizationProps extends ObjectProps {
  readonly source: SourceReference<'GitRepository' | 'OCIRepository' | 'Bucket' | 'ExternalArtifact'>;
  /** Folder of the source. @default - its root */
  readonly path?: string | undefined;
  /** How often it is reconciled. */
  readonly interval: Duration;
  /** After a failure. @default - the interval */
  readonly retryInterval?: Duration | undefined;
  /** For the health of what it applies. @default - the interval */
  readonly timeout?: Duration | undefined;
  /** Delete what the source no longer holds. */
  readonly prune: boolean;
  /** Replace what cannot be changed in place. @default false */
  readonly force?: boolean | undefined;
  /** Ready only when all that it applies is; `healthChecks` are then not read. @default false */
  readonly wait?: boolean | undefined;
  /** Ready only when these are. @default - none */
  readonly healthChecks?: readonly ObjectReference[] | undefined;
  /** @default - none */
  readonly dependsOn?: readonly KustomizationReference[] | undefined;
  /** @default - nothing is decrypted */
  readonly decryption?: Decryption | undefined;
  /** @default - nothing is filled in */
  readonly postBuild?: PostBuild | undefined;
  /** Namespace of everything that it applies, whatever the files say. @default - that of the files */
  readonly targetNamespace?: string;
  /** @default - none */
  readonly patches?: readonly FluxPatch[] | undefined;
  /** @default - none */
  readonly images?: readonly ImageOverride[] | undefined;
  /** @default - Flux's own: as `prune` says */
  readonly deletionPolicy?: DeletionPolicy;
  /** @default false */
  readonly suspend?: boolean;
}

/** A Flux Kustomization as data. */
export function kustomizationObject(props: KustomizationProps): KubernetesObject {
  return {
    apiVersion: kustomizeApi,
    kind: 'Kustomization',
    metadata: metadataOf(props),
    spec: {
      sourceRef: referenceTo(props.source),
      path: props.path,
      interval: props.interval.toGoString(),
      retryInterval: props.retryInterval?.toGoString(),
      timeout: props.timeout?.toGoString(),
      prune: props.prune,
      force: props.force,
      wait: props.wait,
      healthChecks: listed(props.healthChecks),
      dependsOn: listed(props.dependsOn),
      decryption: props.decryption && decryptionSpec(props.decryption),
      postBuild: props.postBuild && postBuildSpec(props.postBuild),
      targetNamespace: props.targetNamespace,
      patches: listed(props.patches),
      images: listed(props.images),
      deletionPolicy: props.deletionPolicy,
      suspend: props.suspend,
    },
  };
}

/** `spec.decryption`; a patch may push it to Kustomizations. */
export function decryptionSpec({ secretRef }: Decryption): JsonObject {
  return { provider: 'sops', secretRef: secretRef && { name: secretRef.name } };
}

/** `spec.postBuild`; a patch may push it to Kustomizations. */
export function postBuildSpec({ substitute, substituteFrom }: PostBuild): JsonObject {
  return { substitute: substitute && { ...substitute }, substituteFrom: listed(substituteFrom) };
}

/** A list that is left out where it is empty. */
function listed(items: readonly object[] | undefined): JsonObject[] | undefined {
  return items === undefined || items.length === 0 ? undefined : items.map((item): JsonObject => ({ ...item }));
}

/** A Flux Kustomization. */
export class Kustomization extends Manifest {
  constructor(scope: Construct, id: string, props: KustomizationProps) {
    super(scope, id, kustomizationObject(props));
  }
}
