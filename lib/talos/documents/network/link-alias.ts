import type { PatchDocument } from '../../document';
import type { DocumentKind } from '../kind';
import { typedDocument } from '../typed-document';

/** Which link has the other name. */
export interface LinkAliasOptions {
  readonly selector: {
    /** CEL expression over `link`, e.g. `mac(link.permanent_addr) == "00:50:56:00:00:01"`. */
    readonly match: string;
  };
}

/** Another name of a link (`LinkAliasConfig`); one that ends in `%d` numbers all links that match. */
export function linkAlias(name: string, options: LinkAliasOptions): PatchDocument {
  return typedDocument('LinkAliasConfig', options, name);
}

export const linkAliasKind: DocumentKind = {
  kind: 'LinkAliasConfig',
  since: '1.12',
  instead: 'name the link itself',
};
