import type { JsonObject } from '../../../cluster';
import { deletion, type PatchDocument } from '../../document';
import type { DocumentKind } from '../kind';
import { typedDocument } from '../typed-document';

/** How members find each other. */
export interface DiscoveryServiceOptions {
  /** Off: members do not find each other, and KubeSpan cannot run. @default true */
  readonly enabled?: boolean;
  /** URL of a service of one's own. @default - the public one */
  readonly endpoint?: string;
}

/** The discovery service (`DiscoveryServiceConfig`). */
export function discoveryService({ enabled = true, endpoint }: DiscoveryServiceOptions): PatchDocument {
  return typedDocument('DiscoveryServiceConfig', enabled ? { endpoint } : deletion, 'default');
}

export const discoveryServiceKind: DocumentKind = {
  kind: 'DiscoveryServiceConfig',
  since: '1.14',
  older: { deletes: true, rewrite },
};

function rewrite({ $patch, endpoint }: JsonObject): readonly PatchDocument[] {
  if ($patch === 'delete') return [{ cluster: { discovery: { enabled: false } } }];
  return [{ cluster: { discovery: { enabled: true, registries: { service: { endpoint } } } } }];
}
