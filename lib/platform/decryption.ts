import type { DecryptedForm } from '../cluster';

/** What makes Secrets of the encrypted files of the tree. */
export interface Decryption {
  /** What components decrypt; those that say so in their `decrypts`. @default - no component decrypts */
  readonly form?: DecryptedForm;
  /** Capabilities without which they decrypt nothing, e.g. the store that they read. */
  readonly requires: readonly string[];
  /** Whether the engine itself decrypts files, alone or beside the components. */
  readonly byEngine: boolean;
}
