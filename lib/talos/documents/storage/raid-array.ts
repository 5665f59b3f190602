import type { PatchDocument } from '../../document';
import type { DocumentKind } from '../kind';
import { typedDocument } from '../typed-document';

/** Disks that mirror each other. */
export interface RaidArrayOptions {
  /** @default raid1 */
  readonly level?: 'raid1';
  /** Version of the array's own format. @default 1.0 */
  readonly metadata?: '1.0' | '1.2';
  readonly provisioning: {
    readonly volumeSelector: {
      /** CEL expression over `volume` and `disk`. */
      readonly match: string;
    };
  };
}

/** A software RAID (`RAIDArrayConfig`). */
export function raidArray(name: string, options: RaidArrayOptions): PatchDocument {
  return typedDocument('RAIDArrayConfig', options, name);
}

export const raidArrayKind: DocumentKind = { kind: 'RAIDArrayConfig', since: '1.14' };
