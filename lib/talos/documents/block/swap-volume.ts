import type { PatchDocument } from '../../document';
import type { DocumentKind } from '../kind';
import { typedDocument } from '../typed-document';
import { laterEncryption, withProvider, type EncryptionOptions } from './encryption';
import type { ProvisioningOptions } from './volume-options';

/** A partition to swap to. */
export interface SwapVolumeOptions {
  /** A disk selector and a size. */
  readonly provisioning: ProvisioningOptions;
  readonly encryption?: EncryptionOptions;
}

/** Swap space (`SwapVolumeConfig`); the kubelet's own configuration decides who may use it. */
export function swapVolume(name: string, options: SwapVolumeOptions): PatchDocument {
  return typedDocument('SwapVolumeConfig', { ...options, encryption: withProvider(options.encryption) }, name);
}

export const swapVolumeKind: DocumentKind = { kind: 'SwapVolumeConfig', since: '1.11', later: laterEncryption };
