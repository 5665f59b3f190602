import { createCipheriv, createDecipheriv } from 'node:crypto';

/** Bytes of a data key: AES-256. */
export const DATA_KEY_SIZE = 32;
/** Bytes of a nonce: SOPS takes 32 where GCM usually takes 12. */
export const NONCE_SIZE = 32;
const TAG_SIZE = 16;
const ALGORITHM = 'aes-256-gcm';

const FORM = /^ENC\[AES256_GCM,data:(?<data>[^,]+),iv:(?<iv>[^,]+),tag:(?<tag>[^,]+),type:(?<type>[a-z]+)\]$/;

/** What a cipher text holds once it is opened. */
export interface Opened {
  readonly type: string;
  readonly bytes: Buffer;
}

/** Whether a text has SOPS' form of a cipher text, readable or not. */
export function isCipherText(text: string): boolean {
  return text.startsWith('ENC[AES256_GCM,');
}

/** Encrypts one value, bound to the place that `context` names. */
export function seal(
  plain: { type: string; bytes: Buffer },
  key: Uint8Array,
  context: string,
  nonce: Uint8Array,
): string {
  const cipher = createCipheriv(ALGORITHM, key, nonce);
  cipher.setAAD(Buffer.from(context, 'utf8'));
  const data = Buffer.concat([cipher.update(plain.bytes), cipher.final()]).toString('base64');
  const [iv, tag] = [Buffer.from(nonce).toString('base64'), cipher.getAuthTag().toString('base64')];
  return `ENC[AES256_GCM,data:${data},iv:${iv},tag:${tag},type:${plain.type}]`;
}

/** Decrypts one value; undefined where the text was changed, or stands in another place or under another key. */
export function open(text: string, key: Uint8Array, context: string): Opened | undefined {
  const { data = '', iv = '', tag = '', type = '' } = FORM.exec(text)?.groups ?? {};
  const parts = [data, iv, tag].map(fromBase64);
  const [dataBytes, nonce, tagBytes] = parts;
  if (dataBytes === undefined || nonce === undefined || tagBytes?.length !== TAG_SIZE) return undefined;
  const decipher = createDecipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_SIZE });
  decipher.setAAD(Buffer.from(context, 'utf8'));
  decipher.setAuthTag(tagBytes);
  try {
    return { type, bytes: Buffer.concat([decipher.update(dataBytes), decipher.final()]) };
  } catch {
    // the only thing that can fail here is the tag
    return undefined;
  }
}

/** Only the one spelling that encoding gives: bits that a lax decoder drops must not change unseen. */
function fromBase64(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64');
  return bytes.length > 0 && bytes.toString('base64') === text ? bytes : undefined;
}
