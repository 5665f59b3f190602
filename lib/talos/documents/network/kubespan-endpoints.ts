import type { PatchDocument } from '../../document';
import type { DocumentKind } from '../kind';
import { typedDocument } from '../typed-document';

/** More endpoints of a node. */
export interface KubeSpanEndpointsOptions {
  /** Addresses with ports that lead to the node, e.g. `203.0.113.1:51820`. */
  readonly extraAnnouncedEndpoints: readonly string[];
}

/** More endpoints that a node announces to its peers (`KubeSpanEndpointsConfig`). */
export function kubeSpanEndpoints(options: KubeSpanEndpointsOptions): PatchDocument {
  return typedDocument('KubeSpanEndpointsConfig', options);
}

export const kubeSpanEndpointsKind: DocumentKind = { kind: 'KubeSpanEndpointsConfig', since: '1.10' };
