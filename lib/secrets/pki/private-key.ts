import { createECDH, createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { draw, type Entropy } from './issuance';

/** The kinds of key that Talos makes. An RSA key has 4096 bits and takes seconds. */
export type KeyAlgorithm = 'ecdsa-p256' | 'ed25519' | 'rsa-4096';

/** A new private key of that kind. */
export function generateKey(algorithm: KeyAlgorithm, entropy: Entropy): KeyObject {
  switch (algorithm) {
    case 'ecdsa-p256':
      return p256Key(p256Scalar(entropy));
    case 'ed25519':
      return createPrivateKey({
        key: Buffer.concat([ED25519_PREFIX, draw(entropy, 32)]),
        format: 'der',
        type: 'pkcs8',
      });
    case 'rsa-4096':
      return generateKeyPairSync('rsa', { modulusLength: 4096 }).privateKey;
  }
}

/** All of a PKCS#8 Ed25519 key that stands before its 32 bytes. Source: RFC 8410, section 7. */
const ED25519_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');

/** Order of P-256's base point. Source: SEC 2, section 2.4.2. */
const P256_ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

/** Draws until the number lies in the range, as a remainder would prefer small numbers. */
function p256Scalar(entropy: Entropy): Buffer {
  for (;;) {
    const bytes = draw(entropy, 32);
    const scalar = BigInt(`0x${bytes.toString('hex')}`);
    if (scalar > 0n && scalar < P256_ORDER) return bytes;
  }
}

function p256Key(scalar: Buffer): KeyObject {
  const curve = createECDH('prime256v1');
  curve.setPrivateKey(scalar);
  const point = curve.getPublicKey();
  const part = (bytes: Buffer) => bytes.toString('base64url');
  return createPrivateKey({
    format: 'jwk',
    // the point is 0x04, then x and y of 32 bytes each
    key: {
      kty: 'EC',
      crv: 'P-256',
      d: part(scalar),
      x: part(point.subarray(1, 33)),
      y: part(point.subarray(33)),
    },
  });
}

/** Talos's own label of an Ed25519 key, which holds PKCS#8; OpenSSL does not know it. */
const TALOS_ED25519 = 'ED25519 PRIVATE KEY';
const PKCS8 = 'PRIVATE KEY';

/**
 * A private key as PEM, in the form that Talos gives to its kind: SEC1, PKCS#1, and Talos's own label for Ed25519.
 * Source: github.com/siderolabs/crypto `x509/key.go`.
 */
export function encodeKey(key: KeyObject): string {
  switch (key.asymmetricKeyType) {
    case 'ec':
      return key.export({ type: 'sec1', format: 'pem' }).toString();
    case 'rsa':
      return key.export({ type: 'pkcs1', format: 'pem' }).toString();
    default:
      return relabel(key.export({ type: 'pkcs8', format: 'pem' }).toString(), PKCS8, TALOS_ED25519);
  }
}

const READABLE: readonly string[] = ['EC PRIVATE KEY', 'RSA PRIVATE KEY', TALOS_ED25519, PKCS8];
const LABEL = /-----BEGIN ([A-Z0-9 ]+)-----/;

/** The private key of a PEM text, if it is one of those that Talos reads: EC, RSA or Ed25519, not encrypted. */
export function tryParseKey(pem: string): KeyObject | undefined {
  const label = LABEL.exec(pem)?.[1];
  if (label === undefined || !READABLE.includes(label)) return undefined;
  try {
    const key = createPrivateKey(relabel(pem, TALOS_ED25519, PKCS8));
    const expected = EXPECTED[label] ?? ['ec', 'rsa', 'ed25519'];
    return expected.includes(key.asymmetricKeyType ?? '') ? key : undefined;
  } catch {
    // OpenSSL's own message is dropped: it must not carry a part of a key
    return undefined;
  }
}

/** Talos decides by the label how it reads a key. */
const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  'EC PRIVATE KEY': ['ec'],
  'RSA PRIVATE KEY': ['rsa'],
  [TALOS_ED25519]: ['ed25519'],
};

function relabel(pem: string, from: string, to: string): string {
  return pem
    .replaceAll(`-----BEGIN ${from}-----`, `-----BEGIN ${to}-----`)
    .replaceAll(`-----END ${from}-----`, `-----END ${to}-----`);
}
