import type { PatchDocument } from '../../document';
import type { DocumentKind } from '../kind';
import { fieldsOf, typedDocument } from '../typed-document';

/** Who may call the Talos API from inside Kubernetes. */
export interface TalosApiAccessOptions {
  /** E.g. `os:reader`. */
  readonly allowedRoles: readonly string[];
  readonly allowedKubernetesNamespaces: readonly string[];
}

/** The Talos API for pods (`KubeTalosAPIAccessConfig`); adds to `apiAccess` of the node system. */
export function talosApiAccess(options: TalosApiAccessOptions): PatchDocument {
  return typedDocument('KubeTalosAPIAccessConfig', options);
}

export const talosApiAccessKind: DocumentKind = {
  kind: 'KubeTalosAPIAccessConfig',
  since: '1.14',
  controlPlaneOnly: true,
  older: {
    rewrite: (document) => [
      { machine: { features: { kubernetesTalosAPIAccess: { enabled: true, ...fieldsOf(document) } } } },
    ],
  },
};
