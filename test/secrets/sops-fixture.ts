import { createHash } from 'node:crypto';
import { generateIdentity, recipientOf } from '../../lib/secrets/age/identity';
import { openFile, readEncrypted, type OpenFile } from '../../lib/secrets/sops/decrypt';
import { encryptYaml, type WriteOptions } from '../../lib/secrets/sops/encrypt';
import { unlock } from '../../lib/secrets/sops/unlock';

/** Bytes that look random and repeat with the seed. */
export function seeded(seed: string): (size: number) => Uint8Array {
  let count = 0;
  return (size) => {
    const blocks = Array.from({ length: Math.ceil(size / 32) }, () =>
      createHash('sha256')
        .update(`${seed} ${String(count++)}`)
        .digest(),
    );
    return Buffer.concat(blocks).subarray(0, size);
  };
}

/** A key made for the test, and what is done with it. */
export interface Keeper {
  readonly identity: string;
  readonly recipient: string;
  encrypt(text: string, options?: Partial<WriteOptions>): Promise<string>;
  open(text: string): Promise<OpenFile>;
}

/** Time of the tests' clock. */
export const NOW = new Date('2026-11-21T12:00:00.500Z');

export async function keeper(): Promise<Keeper> {
  const identity = await generateIdentity();
  const recipient = await recipientOf(identity);
  return {
    identity,
    recipient,
    encrypt: (text, options = {}) =>
      encryptYaml(text, { rule: {}, readers: { groups: [[recipient]] }, random: seeded('test'), now: NOW, ...options }),
    open: async (text) => {
      const file = readEncrypted(text);
      return openFile(file, await unlock(file.metadata, [identity]));
    },
  };
}
