import type { PatchDocument } from '../../document';
import type { DocumentKind } from '../kind';
import { typedDocument } from '../typed-document';
import { linkKindParts } from './interface-field';
import type { LinkOptions } from './link-options';

/** A link without a wire. */
export interface DummyLinkOptions extends LinkOptions {
  readonly hardwareAddr?: string;
}

/** A dummy link, which carries addresses alone (`DummyLinkConfig`). */
export function dummyLink(name: string, options: DummyLinkOptions = {}): PatchDocument {
  return typedDocument('DummyLinkConfig', options, name);
}

export const dummyLinkKind: DocumentKind = {
  kind: 'DummyLinkConfig',
  ...linkKindParts(() => ({ dummy: true }), ['hardwareAddr']),
};
