import type { JsonObject } from '../../../cluster';
import type { PatchDocument } from '../../document';
import type { DocumentKind } from '../kind';
import { typedDocument } from '../typed-document';

/** Settings of cluster DNS. */
export interface CoreDnsOptions {
  /** Off where the platform brings its own. @default true */
  readonly enabled?: boolean;
  /** Image with its tag. @default - of the Talos version */
  readonly image?: string;
}

/** Cluster DNS (`KubeCoreDNSConfig`). */
export function coreDns(options: CoreDnsOptions): PatchDocument {
  return typedDocument('KubeCoreDNSConfig', options);
}

export const coreDnsKind: DocumentKind = {
  kind: 'KubeCoreDNSConfig',
  since: '1.14',
  controlPlaneOnly: true,
  older: { rewrite },
};

function rewrite({ enabled, image }: JsonObject): readonly PatchDocument[] {
  return [{ cluster: { coreDNS: { disabled: typeof enabled === 'boolean' ? !enabled : undefined, image } } }];
}
