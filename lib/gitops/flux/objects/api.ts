import type { Duration, JsonObject } from '../../../cluster';

// Versions that Flux 2.7 and later serve. Source: CRDs of Flux 2.9 and of flux-operator
export const sourceApi = 'source.toolkit.fluxcd.io/v1';
export const kustomizeApi = 'kustomize.toolkit.fluxcd.io/v1';
export const helmApi = 'helm.toolkit.fluxcd.io/v2';
export const receiverApi = 'notification.toolkit.fluxcd.io/v1';
export const notificationApi = 'notification.toolkit.fluxcd.io/v1beta3';
export const generatorApi = 'source.extensions.fluxcd.io/v1beta1';
export const operatorApi = 'fluxcd.controlplane.io/v1';

/** Namespace that Flux runs in, and of its own objects. */
export const fluxNamespace = 'flux-system';

/** What every object of Flux has in common. */
export interface ObjectProps {
  readonly name: string;
  /** @default 'flux-system' */
  readonly namespace?: string | undefined;
  /** @default - none */
  readonly labels?: Readonly<Record<string, string>> | undefined;
  /** @default - none */
  readonly annotations?: Readonly<Record<string, string>> | undefined;
}

/** The metadata of an object of Flux. */
export function metadataOf({ name, namespace = fluxNamespace, labels, annotations }: ObjectProps) {
  return { name, namespace, labels, annotations };
}

/** An object by its name, in the namespace of whoever refers to it. */
export interface NameReference {
  readonly name: string;
}

/** A source as a Kustomization or HelmRelease names it. */
export interface SourceReference<K extends string = string> {
  readonly kind: K;
  readonly name: string;
  /** @default - that of the object that refers to it */
  readonly namespace?: string | undefined;
}

/** A copy of a reference that an object of the tree may hold. */
export function referenceTo({ kind, name, namespace }: SourceReference): JsonObject {
  return { kind, name, namespace };
}

/** A length of time as the timeouts of sources take it: never in hours. Source: Flux 2.9, pattern of `spec.timeout`. */
export function sourceTimeout(duration: Duration): string {
  const minutes = Math.floor(duration.seconds / 60);
  return minutes > 0 ? `${String(minutes)}m${String(duration.seconds % 60)}s` : `${String(duration.seconds)}s`;
}
