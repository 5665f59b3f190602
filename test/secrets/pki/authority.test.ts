import { X509Certificate } from 'node:crypto';
import { fc, test } from '@fast-check/vitest';
import { AsnConvert } from '@peculiar/asn1-schema';
import { Certificate } from '@peculiar/asn1-x509';
import { describe, expect, it } from 'vitest';
import { newAuthority } from '../../../lib/secrets/pki/authority';
import { tryParseKey } from '../../../lib/secrets/pki/private-key';
import { tryReadCertificate } from '../../../lib/secrets/pki/read-certificate';
import { issuance } from './seeded';

const talos = { organization: 'talos', algorithm: 'ed25519' } as const;
const etcd = { organization: 'etcd', algorithm: 'ecdsa-p256' } as const;
const aggregator = { algorithm: 'ecdsa-p256' } as const;

/** Extensions in the order of the certificate, with what critical and their DER in hexadecimal. */
function extensionsOf(pem: string): readonly (readonly [id: string, critical: boolean, value: string])[] {
  const { tbsCertificate } = AsnConvert.parse(new X509Certificate(pem).raw, Certificate);
  return [...tbsCertificate.extensions!].map(({ extnID, critical, extnValue }) => [
    extnID,
    critical,
    Buffer.from(extnValue.buffer).toString('hex'),
  ]);
}

describe('certificate authorities', () => {
  it('carry the extensions of Talos, and no others', () => {
    const { crt } = newAuthority(talos, issuance('a'));
    const extensions = extensionsOf(crt);
    expect(extensions.slice(0, 3)).toEqual([
      // digitalSignature and keyCertSign
      ['2.5.29.15', true, '03020284'],
      // serverAuth, clientAuth
      ['2.5.29.37', false, '301406082b0601050507030106082b06010505070302'],
      // CA without a limit to the path
      ['2.5.29.19', true, '30030101ff'],
    ]);
    expect(extensions[3]?.[0]).toBe('2.5.29.14');
    expect(extensions[3]?.[2]).toMatch(/^0414[0-9a-f]{40}$/);
    expect(extensions).toHaveLength(4);
  });

  it('name a random key identifier, not a hash of the key', () => {
    const entropy = issuance('b').entropy;
    const sizes: number[] = [];
    newAuthority(talos, {
      now: new Date(0),
      entropy: (size) => {
        sizes.push(size);
        return entropy(size);
      },
    });
    // key, key identifier, serial number
    expect(sizes).toEqual([32, 20, 16]);
  });

  it.each([
    ['talos', talos, 'O=talos', 'ed25519'],
    ['etcd', etcd, 'O=etcd', 'ec'],
    ['the aggregator', aggregator, undefined, 'ec'],
  ] as const)('of %s sign themselves and own their key', (_name, options, subject, type) => {
    const { crt, key } = newAuthority(options, issuance('c'));
    const x509 = new X509Certificate(crt);
    expect(x509.verify(x509.publicKey)).toBe(true);
    expect(x509.checkPrivateKey(tryParseKey(key)!)).toBe(true);
    expect(x509.ca).toBe(true);
    expect(x509.publicKey.asymmetricKeyType).toBe(type);
    // Node gives nothing, or an empty text, for an empty name
    expect(x509.subject || undefined).toBe(subject);
    expect(x509.issuer || undefined).toBe(subject);
    expect(x509.subjectAltName).toBeUndefined();
  });

  it('live 87600 hours from the whole second on', () => {
    const facts = tryReadCertificate(newAuthority(talos, issuance('d')).crt)!;
    expect(facts.notBefore.toISOString()).toBe('2026-03-01T12:00:00.000Z');
    expect(facts.notAfter.getTime() - facts.notBefore.getTime()).toBe(87_600 * 3_600_000);
  });

  it('may end after 2049, when certificates write the year in full', () => {
    const facts = tryReadCertificate(newAuthority(talos, issuance('e', new Date('2045-01-01T00:00:00Z'))).crt)!;
    expect(facts.notAfter.getUTCFullYear()).toBe(2054);
  });

  it('of Ed25519 are the same to the byte for the same seed and moment', () => {
    expect(newAuthority(talos, issuance('f'))).toEqual(newAuthority(talos, issuance('f')));
    expect(newAuthority(talos, issuance('f')).crt).not.toBe(newAuthority(talos, issuance('g')).crt);
  });

  test.prop([fc.uint8Array({ minLength: 16, maxLength: 16 })], {
    examples: [[new Uint8Array(16)], [new Uint8Array(16).fill(0x80)], [new Uint8Array(16).fill(0xff)]],
  })('have a positive serial number of at most 128 bits, in the shortest form', (serial) => {
    const entropy = issuance('h').entropy;
    const { crt } = newAuthority(talos, {
      now: new Date(0),
      entropy: (size) => (size === 16 ? serial : entropy(size)),
    });
    const expected = BigInt(`0x${Buffer.from(serial).toString('hex')}`) || 1n;
    expect(BigInt(`0x${new X509Certificate(crt).serialNumber}`)).toBe(expected);
    const { tbsCertificate } = AsnConvert.parse(new X509Certificate(crt).raw, Certificate);
    const [first = 0, second = 0] = new Uint8Array(tbsCertificate.serialNumber);
    expect(first < 0x80 && !(first === 0 && second < 0x80)).toBe(true);
  });

  it('fails at a moment that is no date', () => {
    expect(() => newAuthority(talos, issuance('i', new Date(Number.NaN)))).toThrow('start of validity is no date');
  });
});
