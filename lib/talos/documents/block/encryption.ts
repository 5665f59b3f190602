import type { JsonObject } from '../../../cluster';

/** Encryption of a volume. A static passphrase is a secret, and has no place in a definition. */
export interface EncryptionOptions {
  readonly keys: readonly EncryptionKey[];
  /** @default luks2 */
  readonly provider?: 'luks2';
  readonly cipher?: 'aes-xts-plain64' | 'xchacha12,aes-adiantum-plain64' | 'xchacha20,aes-adiantum-plain64';
  /** Bits. */
  readonly keySize?: number;
  /** Bytes. */
  readonly blockSize?: number;
  readonly options?: readonly ('no_read_workqueue' | 'no_write_workqueue' | 'same_cpu_crypt')[];
  /** Trim through the encryption, which shows what is free. Since contract 1.14. @default false */
  readonly allowDiscards?: boolean;
}

/** One key slot, and where its key comes from. */
export type EncryptionKey = EncryptionSlot &
  (
    | { readonly nodeID: object }
    | { readonly tpm: TpmOptions }
    | {
        readonly kms: {
          /** URL of the key management service. */
          readonly endpoint: string;
        };
      }
  );

/** What every key slot has. */
export interface EncryptionSlot {
  readonly slot: number;
  /** Bind the key to the STATE volume of the machine. Since contract 1.11. @default false */
  readonly lockToState?: boolean;
}

/** Sealing of a key by the machine's TPM. */
export interface TpmOptions {
  /** @default true */
  readonly checkSecurebootStatusOnEnroll?: boolean;
  readonly options?: {
    /** Platform configuration registers that the key is bound to, 0 to 23. Since contract 1.12. @default 7 */
    readonly pcrs?: readonly number[];
  };
}

/** Encryption with its provider, which Talos wants written out. */
export function withProvider(encryption: EncryptionOptions | undefined): EncryptionOptions | undefined {
  return encryption && { ...encryption, provider: 'luks2' };
}

/** Fields of encryption that came later. */
export const laterEncryption = {
  'encryption.keys.[].tpm.options': '1.12',
  'encryption.allowDiscards': '1.14',
} as const;

/** A volume's encryption as the main document has it, before contract 1.11. */
export function systemDiskEncryption(volume: string, encryption: JsonObject): JsonObject {
  return { machine: { systemDiskEncryption: { [volume.toLowerCase()]: encryption } } };
}
