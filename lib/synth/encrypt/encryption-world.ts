import type { KeysFor } from '../../secrets';

/** What encryption takes from the world. */
export interface EncryptionWorld {
  /** The private keys for a file of these public keys; absent where none may be used. */
  readonly keysFor?: KeysFor;
  /** Sources that were made just now, and are written together with what is made from them: by path. */
  readonly made?: ReadonlyMap<string, MadeSource>;
  /** Files that are made although their inputs did not change. @default - none */
  readonly remake?: (path: string) => boolean;
  /** Whether every file that is made gets a data key of its own anew, which those who knew the old one do not know. @default false */
  readonly newDataKeys?: boolean;
  /** Gives that many random bytes. */
  readonly random: (size: number) => Uint8Array;
  readonly now: Date;
}

/** An encrypted file that is about to be written, whose plain text is at hand. */
export interface MadeSource {
  /** Its cipher text. */
  readonly text: string;
  readonly plain: string;
}
