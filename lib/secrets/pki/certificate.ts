import { createPublicKey, sign, X509Certificate, type KeyObject } from 'node:crypto';
import { AsnConvert } from '@peculiar/asn1-schema';
import {
  AlgorithmIdentifier,
  Certificate,
  Extensions,
  SubjectPublicKeyInfo,
  TBSCertificate,
  Validity,
  Version,
  type Extension,
  type Name,
} from '@peculiar/asn1-x509';
import { draw, type Entropy } from './issuance';

/** A certificate before it is signed. */
export interface CertificateTemplate {
  readonly subject: Name;
  readonly issuer: Name;
  readonly notBefore: Date;
  readonly notAfter: Date;
  /** In the order of the certificate. */
  readonly extensions: readonly Extension[];
  /** Key that is certified. */
  readonly key: KeyObject;
}

/** Signs a certificate with the key of its authority and a random serial number of 128 bits; gives PEM. */
export function signCertificate(template: CertificateTemplate, authority: KeyObject, entropy: Entropy): string {
  const { identifier, digest } = signatureOf(authority);
  const tbsCertificate = new TBSCertificate({
    version: Version.v3,
    serialNumber: serialNumber(draw(entropy, 16)),
    signature: identifier,
    issuer: template.issuer,
    validity: new Validity({ notBefore: template.notBefore, notAfter: template.notAfter }),
    subject: template.subject,
    subjectPublicKeyInfo: publicKeyInfo(template.key),
    extensions: new Extensions([...template.extensions]),
  });
  const signature = sign(digest, Buffer.from(AsnConvert.serialize(tbsCertificate)), authority);
  const certificate = new Certificate({
    tbsCertificate,
    signatureAlgorithm: identifier,
    signatureValue: arrayBuffer(signature),
  });
  return new X509Certificate(Buffer.from(AsnConvert.serialize(certificate))).toString();
}

interface Signature {
  readonly identifier: AlgorithmIdentifier;
  /** Digest that Node's `sign` takes; null where the algorithm has its own. */
  readonly digest: string | null;
}

/** How Talos signs with a key of that kind. Source: github.com/siderolabs/crypto `x509/csr.go`. */
function signatureOf(key: KeyObject): Signature {
  switch (key.asymmetricKeyType) {
    case 'ec':
      return { identifier: new AlgorithmIdentifier({ algorithm: '1.2.840.10045.4.3.2' }), digest: 'sha256' };
    case 'rsa':
      return {
        identifier: new AlgorithmIdentifier({ algorithm: '1.2.840.113549.1.1.13', parameters: null }),
        digest: 'sha512',
      };
    default:
      return { identifier: new AlgorithmIdentifier({ algorithm: '1.3.101.112' }), digest: null };
  }
}

/** The shortest form of a positive DER integer. */
function serialNumber(bytes: Buffer): ArrayBuffer {
  const first = bytes.findIndex((byte) => byte !== 0);
  const digits = first === -1 ? Buffer.from([1]) : bytes.subarray(first);
  const negative = (digits[0] ?? 0) >= 0x80;
  return arrayBuffer(negative ? Buffer.concat([Buffer.from([0]), digits]) : digits);
}

function publicKeyInfo(key: KeyObject): SubjectPublicKeyInfo {
  return AsnConvert.parse(createPublicKey(key).export({ type: 'spki', format: 'der' }), SubjectPublicKeyInfo);
}

function arrayBuffer(bytes: Uint8Array): ArrayBuffer {
  return Uint8Array.from(bytes).buffer;
}
