import type { JsonObject } from '../../../cluster';
import type { PatchDocument } from '../../document';
import type { DocumentKind } from '../kind';
import { documentName, fieldsOf, typedDocument } from '../typed-document';

/** One of those that decide who may do what, in the order of their names' appearance. */
export interface AuthorizerOptions {
  readonly type: 'Node' | 'RBAC' | 'Webhook';
  /** Fields of a WebhookConfiguration, for a webhook alone. */
  readonly webhook?: JsonObject;
}

/** An authorizer of the Kubernetes API (`KubeAuthorizerConfig`). */
export function authorizer(name: string, options: AuthorizerOptions): PatchDocument {
  return typedDocument('KubeAuthorizerConfig', options, name);
}

export const authorizerKind: DocumentKind = {
  kind: 'KubeAuthorizerConfig',
  since: '1.14',
  controlPlaneOnly: true,
  older: {
    rewrite: (document) => [
      { cluster: { apiServer: { authorizationConfig: [{ name: documentName(document), ...fieldsOf(document) }] } } },
    ],
  },
};
