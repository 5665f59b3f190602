import type { JsonObject } from '../../../cluster';
import type { PatchDocument } from '../../document';
import { textOf } from '../../merge/plain';
import type { DocumentKind, Need } from '../kind';
import { documentName, typedDocument } from '../typed-document';
import { interfaceField, linkFields, lostLinkFields, upNeeds } from './interface-field';
import type { LinkOptions } from './link-options';

/** A tagged network on a link. */
export interface VlanOptions extends LinkOptions {
  /** Link that carries it. */
  readonly parent: string;
  /** 1 to 4094. */
  readonly vlanID: number;
  /** @default 802.1q */
  readonly vlanMode?: '802.1q' | '802.1ad';
}

/** A VLAN of a link (`VLANConfig`). Before contract 1.12 its name is `<parent>.<number>`. */
export function vlan(name: string, options: VlanOptions): PatchDocument {
  return typedDocument('VLANConfig', options, name);
}

export const vlanKind: DocumentKind = {
  kind: 'VLANConfig',
  since: '1.12',
  needs: (document) => [...upNeeds(document), ...nameNeeds(document)],
  older: {
    lost: [...lostLinkFields, 'vlanMode'],
    rewrite: (document) => interfaceField(olderName(document), linkFields(document)),
  },
};

function nameNeeds(document: JsonObject): readonly Need[] {
  const name = olderName(document);
  return documentName(document) === name ? [] : [{ contract: '1.12', path: 'name', instead: `name it ${name}` }];
}

function olderName({ parent, vlanID }: JsonObject): string {
  return `${textOf(parent)}.${textOf(vlanID)}`;
}
