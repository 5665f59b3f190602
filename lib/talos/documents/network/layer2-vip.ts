import type { PatchDocument } from '../../document';
import { textOf } from '../../merge/plain';
import type { DocumentKind } from '../kind';
import { documentName, typedDocument } from '../typed-document';
import { interfaceField } from './interface-field';

/** Where a shared address is announced. */
export interface Layer2VipOptions {
  readonly link: string;
}

/** An address that control planes share by ARP and neighbour discovery (`Layer2VIPConfig`). They elect its owner in etcd. */
export function layer2Vip(address: string, options: Layer2VipOptions): PatchDocument {
  return typedDocument('Layer2VIPConfig', options, address);
}

export const layer2VipKind: DocumentKind = {
  kind: 'Layer2VIPConfig',
  since: '1.12',
  controlPlaneOnly: true,
  older: {
    rewrite: (document) => interfaceField(textOf(document.link), { vip: { ip: documentName(document) } }),
  },
};
