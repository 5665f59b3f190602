import type { PatchDocument } from '../../document';
import type { DocumentKind } from '../kind';
import { typedDocument } from '../typed-document';

/** Authorities that the machine trusts. */
export interface TrustedRootsOptions {
  /** Certificates in PEM, one after another. */
  readonly certificates: string;
}

/** More authorities for Talos's own connections (`TrustedRootsConfig`). */
export function trustedRoots(name: string, options: TrustedRootsOptions): PatchDocument {
  return typedDocument('TrustedRootsConfig', options, name);
}

export const trustedRootsKind: DocumentKind = { kind: 'TrustedRootsConfig', since: '1.10' };
