import type { PatchDocument } from '../../document';
import type { DocumentKind } from '../kind';
import { documentName, typedDocument } from '../typed-document';

/** Names of an address. */
export interface StaticHostOptions {
  readonly hostnames: readonly string[];
}

/** A line of `/etc/hosts` (`StaticHostConfig`). */
export function staticHost(address: string, options: StaticHostOptions): PatchDocument {
  return typedDocument('StaticHostConfig', options, address);
}

export const staticHostKind: DocumentKind = {
  kind: 'StaticHostConfig',
  since: '1.12',
  older: {
    rewrite: (document) => [
      { machine: { network: { extraHostEntries: [{ ip: documentName(document), aliases: document.hostnames }] } } },
    ],
  },
};
