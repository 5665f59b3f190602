import { armor, Decrypter, Encrypter } from 'age-encryption';
import { isRecipient, type Identity, type Recipient } from './identity';

/** A recipient that this room cannot encrypt for. */
export class RecipientError extends Error {
  constructor(readonly recipient: string) {
    super(
      `not an age recipient, got ${JSON.stringify(recipient.slice(0, 80))}; give a public key that begins with age1 (age-keygen -y)`,
    );
    this.name = 'RecipientError';
  }
}

/**
 * A data key for one recipient, as SOPS stores it: an age file of its own, armored in lines of 64 with a final line break.
 *
 * @throws RecipientError for what is no public key of age
 */
export async function wrapDataKey(dataKey: Uint8Array, recipient: Recipient): Promise<string> {
  if (!isRecipient(recipient)) throw new RecipientError(recipient);
  const encrypter = new Encrypter();
  try {
    encrypter.addRecipient(recipient);
  } catch {
    // the form is right, the checksum is not
    throw new RecipientError(recipient);
  }
  return armor.encode(await encrypter.encrypt(dataKey));
}

/** Opens a wrapped data key with the first of the private keys that fits; undefined where none does, or the file was changed. */
export async function unwrapDataKey(armored: string, identities: readonly Identity[]): Promise<Uint8Array | undefined> {
  if (identities.length === 0) return undefined;
  const decrypter = new Decrypter();
  for (const identity of identities) addTo(decrypter, identity);
  try {
    return await decrypter.decrypt(armor.decode(armored));
  } catch {
    return undefined;
  }
}

/** A key with a wrong checksum opens nothing; its text must not reach a message. */
function addTo(decrypter: Decrypter, identity: Identity): void {
  try {
    decrypter.addIdentity(identity);
  } catch {
    // other keys may still fit
  }
}
