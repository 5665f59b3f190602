import type { PatchDocument } from '../../document';
import type { DocumentKind } from '../kind';
import { typedDocument } from '../typed-document';

/** Configuration of an extension's service: files, environment or both. */
export interface ExtensionServiceOptions {
  readonly configFiles?: readonly { readonly content: string; readonly mountPath: string }[];
  /** `NAME=value` each. */
  readonly environment?: readonly string[];
}

/** Configuration of the service that a system extension brings (`ExtensionServiceConfig`). */
export function extensionService(name: string, options: ExtensionServiceOptions): PatchDocument {
  return typedDocument('ExtensionServiceConfig', options, name);
}

export const extensionServiceKind: DocumentKind = { kind: 'ExtensionServiceConfig', since: '1.10' };
