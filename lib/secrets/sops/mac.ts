import { createHash, type Hash } from 'node:crypto';
import { plainBytes } from './plain-bytes';
import type { Scalar } from './tree';
import type { Visited } from './walk';

/** What a MAC over encrypted values only starts with, so that it never equals one over all: SHA-256 of `sops`. */
const ONLY_ENCRYPTED = createHash('sha256').update('sops').digest();

/** SOPS' message digest: SHA-512 over the values of all documents in order, without comments, nulls and keys. */
export class Mac {
  private readonly hash: Hash = createHash('sha512');

  constructor(private readonly onlyEncrypted: boolean) {
    if (onlyEncrypted) this.hash.update(ONLY_ENCRYPTED);
  }

  /** Takes in the plain value of what was visited. */
  add({ leaf, encrypted }: Pick<Visited, 'leaf' | 'encrypted'>, plain: Scalar): void {
    if (leaf.kind === 'scalar' && (encrypted || !this.onlyEncrypted)) this.hash.update(plainBytes(plain));
  }

  /** Upper-case hexadecimal, as SOPS encrypts it. */
  digest(): string {
    return this.hash.digest('hex').toUpperCase();
  }
}
