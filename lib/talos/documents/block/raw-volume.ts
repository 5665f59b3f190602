import type { PatchDocument } from '../../document';
import type { DocumentKind } from '../kind';
import { typedDocument } from '../typed-document';
import { laterEncryption, withProvider, type EncryptionOptions } from './encryption';
import type { ProvisioningOptions } from './volume-options';

/** A partition without a filesystem. */
export interface RawVolumeOptions {
  /** A disk selector and a size. */
  readonly provisioning: ProvisioningOptions;
  readonly encryption?: EncryptionOptions;
}

/** A raw volume for a storage system (`RawVolumeConfig`), at `/dev/disk/by-partlabel/r-<name>`. */
export function rawVolume(name: string, options: RawVolumeOptions): PatchDocument {
  return typedDocument('RawVolumeConfig', { ...options, encryption: withProvider(options.encryption) }, name);
}

export const rawVolumeKind: DocumentKind = { kind: 'RawVolumeConfig', since: '1.11', later: laterEncryption };
