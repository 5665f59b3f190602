import type { JsonObject } from '../../../cluster';
import type { PatchDocument } from '../../document';
import type { DocumentKind } from '../kind';
import { typedDocument } from '../typed-document';

/** What the API server logs of requests. */
export interface AuditPolicyOptions {
  /** A Policy of `audit.k8s.io/v1`. Takes the place of the one that is there. */
  readonly configuration: JsonObject;
}

/** The audit policy (`KubeAuditPolicyConfig`). */
export function auditPolicy(options: AuditPolicyOptions): PatchDocument {
  return typedDocument('KubeAuditPolicyConfig', options);
}

export const auditPolicyKind: DocumentKind = {
  kind: 'KubeAuditPolicyConfig',
  since: '1.14',
  controlPlaneOnly: true,
  older: { rewrite: ({ configuration }) => [{ cluster: { apiServer: { auditPolicy: configuration } } }] },
};
