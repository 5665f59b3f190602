import { createPrivateKey, X509Certificate } from 'node:crypto';
import { isBase64 } from './base64';

/** One part of a PEM text. */
export interface PemBlock {
  readonly type: string;
  readonly bytes: Buffer;
}

/** The parts of a PEM text; what is between them is passed over. Source: Go `pem.Decode`. */
export function pemBlocks(text: string): readonly PemBlock[] {
  const found = text.matchAll(
    /(?:^|\n)-----BEGIN ([^\n]*?)-----[ \t\r]*\n([\s\S]*?)(?<=\n)-----END \1-----[ \t\r]*(?=\n|$)/g,
  );
  return [...found].flatMap(([, type = '', body = '']) => {
    const encoded = body.replace(/^(?:[^\n:]+: *[^\n]*\n)+\n/, '').replace(/[ \t\r\n]/g, '');
    return isBase64(encoded) ? [{ type, bytes: Buffer.from(encoded, 'base64') }] : [];
  });
}

/** Whether the first part of a PEM text is a certificate. */
export function isCertificate(text: string): boolean {
  const [block] = pemBlocks(text);
  return block !== undefined && isReadable(() => new X509Certificate(block.bytes));
}

/** How the bytes of a key are laid out, by the type of its part. Talos's own label for Ed25519 is among them. */
const layouts: Readonly<Record<string, 'pkcs1' | 'pkcs8' | 'sec1'>> = {
  'RSA PRIVATE KEY': 'pkcs1',
  'EC PRIVATE KEY': 'sec1',
  'ED25519 PRIVATE KEY': 'pkcs8',
  'PRIVATE KEY': 'pkcs8',
};

/** Whether the first part of a PEM text is a private key. Source: `siderolabs/crypto/x509`. */
export function isPrivateKey(text: string): boolean {
  const [block] = pemBlocks(text);
  const type = block === undefined ? undefined : layouts[block.type];
  if (block === undefined || type === undefined) return false;
  return isReadable(() => createPrivateKey({ key: block.bytes, format: 'der', type }));
}

function isReadable(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch {
    return false;
  }
}
