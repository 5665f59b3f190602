import { createHash } from 'node:crypto';

/** What an encrypted file was made from. */
export interface FileInputs {
  /** What may be known, in a fixed order: what the definition says, for whom and by which rule it is encrypted. */
  readonly publicInputs: readonly string[];
  /** Committed encrypted files whose values go into this one, in a fixed order. */
  readonly ciphertexts: readonly string[];
}

const FORMAT = 1;

/**
 * Digest of all that an encrypted file was made from, so that whoever has no key can still tell whether it is stale. It gives
 * no value away: of the secrets it sees cipher texts only.
 */
export function inputDigest({ publicInputs, ciphertexts }: FileInputs): string {
  const hash = createHash('sha256').update(`plinth inputs ${String(FORMAT)}\0`);
  for (const list of [publicInputs, ciphertexts]) {
    // lengths before the bytes: no input can pose as two
    hash.update(sizeOf(list.length));
    for (const text of list) hash.update(sizeOf(Buffer.byteLength(text))).update(text);
  }
  return hash.digest('hex');
}

function sizeOf(count: number): Buffer {
  const size = Buffer.alloc(8);
  size.writeBigUInt64BE(BigInt(count));
  return size;
}
