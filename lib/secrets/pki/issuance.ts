/**
 * Gives that many random bytes: `randomBytes` of `node:crypto` in the product. A test that repeats its answers gets the
 * same keys and serial numbers again; RSA keys and ECDSA signatures come from OpenSSL and are new every time.
 */
export type Entropy = (size: number) => Uint8Array;

/** What making a secret takes from the world: the two things that are not in its arguments. */
export interface Issuance {
  readonly entropy: Entropy;
  readonly now: Date;
}

/**
 * Random bytes of exactly that number.
 *
 * @throws Error when the source gives another number, since a short key is a weak key
 */
export function draw(entropy: Entropy, size: number): Buffer {
  const bytes = Buffer.from(entropy(size));
  if (bytes.length === size) return bytes;
  throw new Error(
    `source of randomness gave another number of bytes than the ${String(size)} asked for, got ${String(bytes.length)}; pass randomBytes of node:crypto`,
  );
}
