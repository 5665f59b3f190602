import { AsnConvert } from '@peculiar/asn1-schema';
import { signCertificate } from './certificate';
import type { CertificateAndKey } from './certificate-and-key';
import { encodeName, type Subject } from './distinguished-name';
import { authorityKeyId, extendedKeyUsage, keyUsage, type Usage } from './extensions';
import type { Entropy } from './issuance';
import { encodeKey, generateKey, tryParseKey, type KeyAlgorithm } from './private-key';
import { tryReadCertificate, type CertificateFacts } from './read-certificate';
import type { ValidityPeriod } from './validity';

export interface ClientCertificateOptions {
  readonly subject: Subject;
  readonly validity: ValidityPeriod;
  readonly usages: readonly Usage[];
}

/**
 * A new key with a certificate for clients, and for nothing else: Talos's API refuses one that could be a server's. The
 * key is of the same kind as the authority's. Source: github.com/siderolabs/crypto `x509/keypair.go`.
 *
 * @throws Error for an authority whose certificate or key cannot be used; the message shows neither
 */
export function issueClientCertificate(
  authority: CertificateAndKey,
  { subject, validity, usages }: ClientCertificateOptions,
  entropy: Entropy,
): CertificateAndKey {
  const { facts, key: authorityKey } = loadAuthority(authority);
  const key = generateKey(LEAF_KEYS[authorityKey.asymmetricKeyType ?? ''] ?? 'ed25519', entropy);
  const name = encodeName(subject);
  const template = {
    subject: name,
    issuer: facts.name,
    ...validity,
    extensions: [keyUsage(...usages), extendedKeyUsage('clientAuth'), ...signerId(facts, sameName(name, facts.name))],
    key,
  };
  return { crt: signCertificate(template, authorityKey, entropy), key: encodeKey(key) };
}

const LEAF_KEYS: Readonly<Record<string, KeyAlgorithm>> = { ec: 'ecdsa-p256', rsa: 'rsa-4096', ed25519: 'ed25519' };

/** Go leaves it out where a certificate looks self-signed. */
function signerId({ subjectKeyId }: CertificateFacts, looksSelfSigned: boolean) {
  return subjectKeyId === undefined || looksSelfSigned ? [] : [authorityKeyId(subjectKeyId)];
}

function sameName(a: object, b: object): boolean {
  return Buffer.from(AsnConvert.serialize(a)).equals(Buffer.from(AsnConvert.serialize(b)));
}

function loadAuthority({ crt, key: pem }: CertificateAndKey) {
  const facts = tryReadCertificate(crt);
  const key = tryParseKey(pem);
  if (facts === undefined || key === undefined || !facts.isAuthority || !facts.x509.checkPrivateKey(key)) {
    throw new Error('authority cannot sign: no CA certificate with its own private key; check the secrets bundle');
  }
  return { facts, key };
}
