import type { PatchDocument } from '../../document';
import type { DocumentKind } from '../kind';
import { typedDocument } from '../typed-document';

/** The balancer of the API on every node. */
export interface KubePrismOptions {
  readonly port: number;
  /** Name that its clients expect in the API's certificate. Since contract 1.14. */
  readonly tlsServerName?: string;
}

/** KubePrism (`KubePrismConfig`). */
export function kubePrism(options: KubePrismOptions): PatchDocument {
  return typedDocument('KubePrismConfig', options);
}

export const kubePrismKind: DocumentKind = {
  kind: 'KubePrismConfig',
  since: '1.14',
  older: {
    lost: ['tlsServerName'],
    rewrite: ({ port }) => [{ machine: { features: { kubePrism: { enabled: true, port } } } }],
  },
};
