import type { Identity } from '../artifact';

/** What makes a resource one and the same in two trees. */
export type ResourceIdentity =
  /** A Kubernetes object: never by its version. */
  | ({ readonly type: 'kubernetes' } & Identity)
  /** A block of Terraform configuration, e.g. `resource.vsphere_virtual_machine.x`, in the stack of a folder. */
  | { readonly type: 'terraform'; readonly stack: string; readonly address: string }
  /** A document of another kind (values, Talos, Kustomize): its file, and its kind and name or position where a file has several. */
  | { readonly type: 'document'; readonly path: string; readonly document: string }
  /** A file that is neither YAML nor JSON, or that SOPS encrypted whole. */
  | { readonly type: 'file'; readonly path: string };

/** One resource of a tree. */
export interface Resource {
  readonly identity: ResourceIdentity;
  /** The id of the cluster that it belongs to, or whatever `ownerOf` says. */
  readonly owner: string;
  /** File that holds it. */
  readonly path: string;
  /** Its content: an object, a list, a scalar, or the text of a file. */
  readonly body: unknown;
}

/** One text for each identity of an owner: resources of the same key are the same resource. */
export function resourceKey({ owner, identity }: Pick<Resource, 'owner' | 'identity'>): string {
  return [owner, identity.type, ...identityParts(identity)].join('\0');
}

/** A resource as people call it, e.g. `TalosControlPlane/edge-control-plane (default)`. */
export function resourceLabel(identity: ResourceIdentity): string {
  switch (identity.type) {
    case 'kubernetes':
      return `${identity.kind}/${identity.name}${identity.namespace === '' ? '' : ` (${identity.namespace})`}`;
    case 'terraform':
      return `${identity.address} (${identity.stack})`;
    case 'document':
      return identity.document === '' ? identity.path : `${identity.path} » ${identity.document}`;
    case 'file':
      return identity.path;
  }
}

function identityParts(identity: ResourceIdentity): readonly string[] {
  switch (identity.type) {
    case 'kubernetes':
      return [identity.group, identity.kind, identity.namespace, identity.name];
    case 'terraform':
      return [identity.stack, identity.address];
    case 'document':
      return [identity.path, identity.document];
    case 'file':
      return [identity.path];
  }
}
