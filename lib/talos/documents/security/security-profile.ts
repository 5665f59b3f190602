import type { PatchDocument } from '../../document';
import type { DocumentKind } from '../kind';
import { typedDocument } from '../typed-document';

/** How far workloads are kept from the system. */
export interface SecurityProfileOptions {
  /** @default - on for clusters that were born with contract 1.14 */
  readonly workloadIsolation: boolean;
}

/** The machine's security profile (`SecurityProfileConfig`). */
export function securityProfile(options: SecurityProfileOptions): PatchDocument {
  return typedDocument('SecurityProfileConfig', options);
}

export const securityProfileKind: DocumentKind = { kind: 'SecurityProfileConfig', since: '1.14' };
