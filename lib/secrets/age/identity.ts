import { generateX25519Identity, identityToRecipient } from 'age-encryption';

/** A private key in age's own text; only ever handed to age, never shown. */
export type Identity = string;

/** A public key: `age1…`, or `age1pq1…` for the hybrid that resists quantum computers. */
export type Recipient = string;

const X25519 = /^age1[02-9ac-hj-np-z]{58}$/;
const HYBRID = /^age1pq1[02-9ac-hj-np-z]{1000,}$/;
const IDENTITY = /^AGE-SECRET-KEY-(?:PQ-)?1[02-9AC-HJ-NP-Z]+$/;

/** Whether a text has the form of a public key that this room can encrypt for. */
export function isRecipient(text: string): boolean {
  return X25519.test(text) || HYBRID.test(text);
}

/** The private keys of a key file, and how many lines are no key that can be used here. */
export interface ParsedIdentities {
  readonly identities: readonly Identity[];
  /** What is wrong, by line from 1; never the line itself. */
  readonly problems: readonly string[];
}

/**
 * Reads key material as SOPS does: a key on each line, empty lines and lines that begin with `#` left out.
 *
 * @param several whether a line may hold several keys, as `SOPS_AGE_KEY` does
 */
export function parseIdentities(text: string, several = false): ParsedIdentities {
  if (/^(?:age-encryption|-----BEGIN AGE)/.test(text))
    return { identities: [], problems: ['protected by a passphrase, which only sops itself can ask for'] };
  const identities: Identity[] = [];
  const problems: string[] = [];
  for (const [i, line] of text.split(/\r?\n/).entries()) {
    if (line === '' || line.startsWith('#')) continue;
    for (const word of several ? line.split(/\s+/).filter((part) => part !== '') : [line]) {
      if (IDENTITY.test(word)) identities.push(word);
      else problems.push(`line ${String(i + 1)} is ${kindOf(word)}`);
    }
  }
  return { identities, problems };
}

/** A new private key; age's library takes its randomness from the system. */
export async function generateIdentity(): Promise<Identity> {
  return generateX25519Identity();
}

/** The public key that belongs to a private one. */
export async function recipientOf(identity: Identity): Promise<Recipient> {
  return identityToRecipient(identity);
}

function kindOf(word: string): string {
  if (word.startsWith('AGE-PLUGIN-')) return "a plugin's key, which only sops itself can use";
  return word.startsWith('age1') ? 'a public key' : 'no age key';
}
