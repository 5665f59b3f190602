import { draw, type Entropy } from '../pki/issuance';

const ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyz';

/** Bytes from here on are drawn again, since 256 is no multiple of 36. */
const LIMIT = 256 - (256 % ALPHABET.length);

/** The form of a token, of kubeadm's and of Talos's own. */
export const TOKEN = /^[0-9a-z]{6}\.[0-9a-z]{16}$/;

/** A new token, every character as likely as another. */
export function newToken(entropy: Entropy): string {
  return `${word(entropy, 6)}.${word(entropy, 16)}`;
}

function word(entropy: Entropy, length: number): string {
  let text = '';
  while (text.length < length) {
    const [byte = LIMIT] = draw(entropy, 1);
    if (byte < LIMIT) text += ALPHABET.charAt(byte % ALPHABET.length);
  }
  return text;
}
