import { createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { encodeKey, generateKey, tryParseKey } from '../../../lib/secrets/pki/private-key';
import { seeded } from './seeded';

const LABELS = { 'ecdsa-p256': 'EC PRIVATE KEY', ed25519: 'ED25519 PRIVATE KEY' } as const;

describe('private keys', () => {
  it.each(Object.entries(LABELS))('of %s carry the label of Talos', (algorithm, label) => {
    const pem = encodeKey(generateKey(algorithm as keyof typeof LABELS, seeded('label')));
    expect(pem.startsWith(`-----BEGIN ${label}-----\n`)).toBe(true);
    expect(pem.endsWith(`\n-----END ${label}-----\n`)).toBe(true);
    expect(Math.max(...pem.split('\n').map((line) => line.length))).toBe(64);
  });

  test.prop([fc.string(), fc.constantFrom('ecdsa-p256', 'ed25519')])(
    'are the same for the same seed, and read back',
    (seed, algorithm) => {
      const key = generateKey(algorithm, seeded(seed));
      const pem = encodeKey(key);
      expect(encodeKey(generateKey(algorithm, seeded(seed)))).toBe(pem);
      const back = tryParseKey(pem)!;
      expect(back.equals(key)).toBe(true);
      const digest = algorithm === 'ed25519' ? null : 'sha256';
      const text = Buffer.from(seed);
      expect(verify(digest, text, createPublicKey(key), sign(digest, text, back))).toBe(true);
    },
  );

  it('of P-256 draw again when the number lies outside the range', () => {
    const draws = [Buffer.alloc(32), Buffer.alloc(32, 0xff), Buffer.alloc(32, 7)];
    const key = generateKey('ecdsa-p256', () => draws.shift()!);
    expect(draws).toEqual([]);
    expect(key.export({ format: 'jwk' }).d).toBe(Buffer.alloc(32, 7).toString('base64url'));
  });

  it('are read from PKCS#8 as well, as kubeadm and openssl write them', () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-384' });
    expect(tryParseKey(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString())?.equals(privateKey)).toBe(true);
  });

  it.each([
    ['nothing', ''],
    ['a certificate', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n'],
    [
      'another label than the key has',
      encodeKey(generateKey('ecdsa-p256', seeded('x'))).replaceAll('EC PRIVATE', 'RSA PRIVATE'),
    ],
    [
      'SEC1 below the label of Ed25519',
      encodeKey(generateKey('ecdsa-p256', seeded('x'))).replaceAll('EC PRIVATE', 'ED25519 PRIVATE'),
    ],
    [
      'an encrypted key',
      generateKeyPairSync('ed25519')
        .privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' })
        .toString(),
    ],
  ])('fails to read %s', (_name, pem) => {
    expect(tryParseKey(pem)).toBeUndefined();
  });

  it('fails with a source of randomness that gives too little', () => {
    const short = () => new Uint8Array(31);
    expect(() => generateKey('ed25519', short)).toThrow('another number of bytes than the 32 asked for, got 31');
    expect(() => generateKey('ecdsa-p256', short)).toThrow('got 31');
  });
});
