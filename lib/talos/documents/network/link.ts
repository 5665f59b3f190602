import type { PatchDocument } from '../../document';
import type { DocumentKind } from '../kind';
import { typedDocument } from '../typed-document';
import { linkKindParts } from './interface-field';
import type { LinkOptions } from './link-options';

/** A physical link: addresses, static routes, MTU (`LinkConfig`). Any of them ends the DHCP that Talos does by default. */
export function link(name: string, options: LinkOptions = {}): PatchDocument {
  return typedDocument('LinkConfig', options, name);
}

export const linkKind: DocumentKind = { kind: 'LinkConfig', ...linkKindParts(() => ({})) };
