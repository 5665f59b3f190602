import type { Size } from '../../../cluster';
import type { PatchDocument } from '../../document';
import type { DocumentKind } from '../kind';
import { typedDocument } from '../typed-document';

/** A volume of a group. */
export interface LvmLogicalVolumeOptions {
  /** @default linear */
  readonly type?: 'linear' | 'raid0' | 'raid1' | 'raid10';
  /** Copies besides the first, for raid1 and raid10. */
  readonly mirrors?: number;
  /** 2 or more, for raid0 and raid10. */
  readonly stripes?: number;
  readonly provisioning: {
    readonly volumeGroup: string;
    readonly minSize?: Size;
    /** A size, or a share of the group such as `50%`. */
    readonly maxSize: Size | `${number}%`;
  };
}

/** A volume of LVM (`LVMLogicalVolumeConfig`). */
export function lvmLogicalVolume(name: string, options: LvmLogicalVolumeOptions): PatchDocument {
  return typedDocument('LVMLogicalVolumeConfig', options, name);
}

export const lvmLogicalVolumeKind: DocumentKind = { kind: 'LVMLogicalVolumeConfig', since: '1.14' };
