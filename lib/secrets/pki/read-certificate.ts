import { X509Certificate } from 'node:crypto';
import { AsnConvert, type OctetString } from '@peculiar/asn1-schema';
import { Certificate, id_ce_subjectKeyIdentifier, SubjectKeyIdentifier, type Name } from '@peculiar/asn1-x509';
import { decodeName, type Subject } from './distinguished-name';
import type { ValidityPeriod } from './validity';

/** What we read from a certificate. */
export interface CertificateFacts extends ValidityPeriod {
  readonly subject: Subject;
  /** The subject as it is encoded; the issuer of what this certificate signs. */
  readonly name: Name;
  readonly isAuthority: boolean;
  readonly subjectKeyId?: Uint8Array | undefined;
  /** SHA-256 of the certificate, in hexadecimal pairs joined by colons. */
  readonly fingerprint: string;
  readonly x509: X509Certificate;
}

/** The first certificate of a PEM text, if there is one. */
export function tryReadCertificate(pem: string): CertificateFacts | undefined {
  const block = BLOCK.exec(pem)?.[0];
  if (block === undefined) return undefined;
  try {
    return factsOf(new X509Certificate(block));
  } catch {
    return undefined;
  }
}

/** All certificates of a PEM text; those that cannot be read are left out. */
export function readCertificates(pem: string): readonly CertificateFacts[] {
  const blocks = pem.match(new RegExp(BLOCK, 'g')) ?? [];
  return blocks.flatMap((block) => tryReadCertificate(block) ?? []);
}

const BLOCK = /-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----/;

function factsOf(x509: X509Certificate): CertificateFacts {
  const { tbsCertificate } = AsnConvert.parse(x509.raw, Certificate);
  const { subject, validity, extensions } = tbsCertificate;
  const id = extensions?.find(({ extnID }) => extnID === id_ce_subjectKeyIdentifier);
  return {
    subject: decodeName(subject),
    name: subject,
    notBefore: validity.notBefore.getTime(),
    notAfter: validity.notAfter.getTime(),
    isAuthority: x509.ca,
    subjectKeyId: id && keyIdOf(id.extnValue),
    fingerprint: x509.fingerprint256,
    x509,
  };
}

function keyIdOf(value: OctetString): Uint8Array {
  return new Uint8Array(AsnConvert.parse(value.buffer, SubjectKeyIdentifier).buffer);
}
