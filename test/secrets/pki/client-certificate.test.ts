import { X509Certificate } from 'node:crypto';
import { fc, test } from '@fast-check/vitest';
import { AsnConvert } from '@peculiar/asn1-schema';
import { Certificate } from '@peculiar/asn1-x509';
import { describe, expect, it } from 'vitest';
import { newAuthority } from '../../../lib/secrets/pki/authority';
import { issueClientCertificate } from '../../../lib/secrets/pki/client-certificate';
import { tryParseKey } from '../../../lib/secrets/pki/private-key';
import { tryReadCertificate } from '../../../lib/secrets/pki/read-certificate';
import { validFor } from '../../../lib/secrets/pki/validity';
import { issuance, seeded } from './seeded';

const authority = newAuthority({ organization: 'talos', algorithm: 'ed25519' }, issuance('authority'));
const validity = validFor(new Date('2026-03-01T12:00:00Z'), 3600);
const options = { subject: { organizations: ['os:admin'] }, validity, usages: ['digitalSignature'] } as const;

function extensionsOf(pem: string): readonly string[] {
  const { tbsCertificate } = AsnConvert.parse(new X509Certificate(pem).raw, Certificate);
  return [...tbsCertificate.extensions!].map(
    ({ extnID, critical, extnValue }) =>
      `${extnID} ${String(critical)} ${Buffer.from(extnValue.buffer).toString('hex')}`,
  );
}

describe('client certificates', () => {
  it('are for clients only, and name the key that signed them', () => {
    const { crt } = issueClientCertificate(authority, options, seeded('leaf'));
    const id = Buffer.from(tryReadCertificate(authority.crt)!.subjectKeyId!).toString('hex');
    expect(extensionsOf(crt)).toEqual([
      '2.5.29.15 true 03020780',
      '2.5.29.37 false 300a06082b06010505070302',
      `2.5.29.35 false 30168014${id}`,
    ]);
  });

  it('are signed by the authority, with a key of its kind', () => {
    for (const algorithm of ['ed25519', 'ecdsa-p256'] as const) {
      const signer = newAuthority({ organization: 'x', algorithm }, issuance(algorithm));
      const leaf = issueClientCertificate(signer, options, seeded('leaf'));
      const x509 = new X509Certificate(leaf.crt);
      const parent = new X509Certificate(signer.crt);
      expect(x509.verify(parent.publicKey)).toBe(true);
      expect(x509.checkIssued(parent)).toBe(true);
      expect(x509.checkPrivateKey(tryParseKey(leaf.key)!)).toBe(true);
      expect(x509.publicKey.asymmetricKeyType).toBe(parent.publicKey.asymmetricKeyType);
      expect(x509.ca).toBe(false);
    }
  });

  it('leave out who signed where issuer and subject are equal, as Go does', () => {
    const nameless = newAuthority({ algorithm: 'ecdsa-p256' }, issuance('nameless'));
    const { crt } = issueClientCertificate(nameless, { ...options, subject: { organizations: [] } }, seeded('leaf'));
    expect(extensionsOf(crt).map((line) => line.split(' ')[0])).toEqual(['2.5.29.15', '2.5.29.37']);
  });

  test.prop(
    [
      fc.uniqueArray(fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }), { maxLength: 5 }),
      fc.option(fc.string({ minLength: 1 })),
    ],
    { numRuns: 30 },
  )('name any organizations in one order, and read back', (organizations, name) => {
    const commonName = name ?? undefined;
    const issue = (list: string[]) =>
      issueClientCertificate(authority, { ...options, subject: { organizations: list, commonName } }, seeded('leaf'));
    const { crt } = issue(organizations);
    expect(issue([...organizations].reverse()).crt).toBe(crt);
    const { subject } = tryReadCertificate(crt)!;
    expect([...subject.organizations].sort()).toEqual([...organizations].sort());
    expect(subject.commonName).toBe(commonName);
  });

  it.each([
    [
      'a key of another authority',
      { ...authority, key: newAuthority({ algorithm: 'ed25519' }, issuance('other')).key },
    ],
    ['no key', { ...authority, key: '' }],
    ['no certificate', { ...authority, crt: 'x' }],
    ['a certificate of a client', issueClientCertificate(authority, options, seeded('leaf'))],
  ])('fails with %s, and shows neither', (_name, bad) => {
    const message = 'authority cannot sign: no CA certificate with its own private key; check the secrets bundle';
    expect(() => issueClientCertificate(bad, options, seeded('leaf'))).toThrow(new Error(message));
  });

  it.each([0, -1, Number.NaN, Infinity, 1e12])('fails for a lifetime of %s seconds', (seconds) => {
    expect(() => validFor(new Date(), seconds)).toThrow('lifetime of a certificate cannot be used');
  });
});
