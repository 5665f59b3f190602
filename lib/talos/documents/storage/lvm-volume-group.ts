import type { PatchDocument } from '../../document';
import type { DocumentKind } from '../kind';
import { typedDocument } from '../typed-document';

/** Physical volumes that form a group. */
export interface LvmVolumeGroupOptions {
  readonly provisioning: {
    readonly volumeSelector: {
      /** CEL expression over `volume` and `disk`. */
      readonly match: string;
    };
  };
}

/** A group of LVM (`LVMVolumeGroupConfig`). */
export function lvmVolumeGroup(name: string, options: LvmVolumeGroupOptions): PatchDocument {
  return typedDocument('LVMVolumeGroupConfig', options, name);
}

export const lvmVolumeGroupKind: DocumentKind = { kind: 'LVMVolumeGroupConfig', since: '1.14' };
