import { createHash } from 'node:crypto';
import type { Entropy, Issuance } from '../../../lib/secrets/pki/issuance';

/** Bytes that follow from the seed; every call goes on where the last one stopped. */
export function seeded(seed: string): Entropy {
  let count = 0;
  return (size) => {
    const blocks: Buffer[] = [];
    for (let have = 0; have < size; have += 32) {
      blocks.push(
        createHash('sha256')
          .update(`${seed}/${String(count++)}`)
          .digest(),
      );
    }
    return Buffer.concat(blocks).subarray(0, size);
  };
}

/** Everything from one seed, at one moment. */
export function issuance(seed: string, now = new Date('2026-03-01T12:00:00.750Z')): Issuance {
  return { entropy: seeded(seed), now };
}
