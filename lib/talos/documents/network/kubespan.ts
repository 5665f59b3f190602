import type { PatchDocument } from '../../document';
import type { DocumentKind } from '../kind';
import { fieldsOf, typedDocument } from '../typed-document';

/** The encrypted mesh between the nodes. */
export interface KubeSpanOptions {
  readonly enabled: boolean;
  readonly advertiseKubernetesNetworks?: boolean;
  readonly allowDownPeerBypass?: boolean;
  readonly harvestExtraEndpoints?: boolean;
  /** Bytes, 1280 or more. @default 1420 */
  readonly mtu?: number;
  readonly filters?: {
    /** Networks of endpoints, `!` in front to leave one out. */
    readonly endpoints?: readonly string[];
    /** Since contract 1.12. */
    readonly excludeAdvertisedNetworks?: readonly string[];
  };
}

/** KubeSpan (`KubeSpanConfig`); needs discovery. */
export function kubeSpan(options: KubeSpanOptions): PatchDocument {
  return typedDocument('KubeSpanConfig', options);
}

export const kubeSpanKind: DocumentKind = {
  kind: 'KubeSpanConfig',
  since: '1.13',
  later: { 'filters.excludeAdvertisedNetworks': '1.12' },
  older: { rewrite: (document) => [{ machine: { network: { kubespan: fieldsOf(document) } } }] },
};
