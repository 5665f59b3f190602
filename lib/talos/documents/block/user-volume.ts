import type { Size } from '../../../cluster';
import type { PatchDocument } from '../../document';
import type { DocumentKind } from '../kind';
import { typedDocument } from '../typed-document';
import { laterEncryption, withProvider, type EncryptionOptions } from './encryption';
import { laterMaintenance, type MaintenanceOptions, type ProvisioningOptions } from './volume-options';

/** A volume for workloads, mounted at `/var/mnt/<name>`. */
export interface UserVolumeOptions extends MaintenanceOptions {
  /** A directory of EPHEMERAL, a whole disk or a partition. Since contract 1.12. @default partition */
  readonly volumeType?: 'directory' | 'disk' | 'partition';
  /** A partition needs a disk selector and a size, a disk its selector alone. */
  readonly provisioning?: ProvisioningOptions;
  readonly filesystem?: {
    /** btrfs since contract 1.14. @default xfs */
    readonly type?: 'ext4' | 'xfs' | 'btrfs';
    /** Quotas per directory, xfs alone. Since contract 1.11. */
    readonly projectQuotaSupport?: boolean;
    /** Since contract 1.14. */
    readonly xfs?: { readonly minAllocationGroupSize?: Size };
  };
  readonly encryption?: EncryptionOptions;
  /** Since contract 1.13. */
  readonly mount?: { readonly disableAccessTime?: boolean; readonly secure?: boolean };
}

/** A user volume (`UserVolumeConfig`); its name has 1 to 34 letters, digits and hyphens. */
export function userVolume(name: string, options: UserVolumeOptions): PatchDocument {
  return typedDocument('UserVolumeConfig', { ...options, encryption: withProvider(options.encryption) }, name);
}

export const userVolumeKind: DocumentKind = {
  kind: 'UserVolumeConfig',
  since: '1.10',
  later: {
    ...laterEncryption,
    ...laterMaintenance,
    'encryption.keys.[].lockToState': '1.11',
    'filesystem.projectQuotaSupport': '1.11',
    volumeType: '1.12',
    mount: '1.13',
    'filesystem.xfs': '1.14',
  },
  needs: ({ filesystem }) =>
    JSON.stringify(filesystem ?? {}).includes('"btrfs"') ? [{ contract: '1.14', path: 'filesystem.type' }] : [],
};
