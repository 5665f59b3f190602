import type { JsonObject } from '../cluster';

/** A Kubernetes object as plain data. */
export type KubernetesObject = JsonObject & {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: JsonObject & { readonly name: string; readonly namespace?: string | undefined };
};

/** What makes an object one and the same: never its version, of which an API server serves several. */
export interface Identity {
  /** API group; empty for the core group. */
  readonly group: string;
  readonly kind: string;
  /** Empty where the object names none. */
  readonly namespace: string;
  readonly name: string;
}

/** Whether a YAML document is an object that a cluster can hold: Kustomize files and the like have no name. */
export function isKubernetesObject(document: unknown): document is KubernetesObject {
  if (typeof document !== 'object' || document === null) return false;
  const { apiVersion, kind, metadata } = document as Record<string, unknown>;
  if (typeof apiVersion !== 'string' || typeof kind !== 'string') return false;
  return typeof metadata === 'object' && metadata !== null && typeof (metadata as { name?: unknown }).name === 'string';
}

export function identityOf(object: KubernetesObject): Identity {
  const { name, namespace } = object.metadata;
  return { group: groupOf(object.apiVersion), kind: object.kind, namespace: namespace ?? '', name };
}

/** `<group>/<Kind>/<namespace>/<name>`: one text for each identity. */
export function identityKey({ group, kind, namespace, name }: Identity): string {
  return `${group}/${kind}/${namespace}/${name}`;
}

/** API group of an `apiVersion`; empty for the core group. */
export function groupOf(apiVersion: string): string {
  const slash = apiVersion.indexOf('/');
  return slash < 0 ? '' : apiVersion.slice(0, slash);
}
