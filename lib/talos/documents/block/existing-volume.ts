import type { PatchDocument } from '../../document';
import type { DocumentKind } from '../kind';
import { typedDocument } from '../typed-document';
import { laterMaintenance, type MaintenanceOptions } from './volume-options';

/** A volume that is there already. */
export interface ExistingVolumeOptions extends MaintenanceOptions {
  readonly discovery: {
    readonly volumeSelector: {
      /** CEL expression over `volume` and `disk`, e.g. `volume.partition_label == "data"`. */
      readonly match: string;
    };
  };
  readonly mount?: {
    /** @default false */
    readonly readOnly?: boolean;
    /** Since contract 1.13. */
    readonly disableAccessTime?: boolean;
    /** Since contract 1.13. */
    readonly secure?: boolean;
  };
}

/** A volume that Talos finds and mounts at `/var/mnt/<name>` (`ExistingVolumeConfig`). */
export function existingVolume(name: string, options: ExistingVolumeOptions): PatchDocument {
  return typedDocument('ExistingVolumeConfig', options, name);
}

export const existingVolumeKind: DocumentKind = {
  kind: 'ExistingVolumeConfig',
  since: '1.11',
  later: { ...laterMaintenance, 'mount.disableAccessTime': '1.13', 'mount.secure': '1.13' },
};
