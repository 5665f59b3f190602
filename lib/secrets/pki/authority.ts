import { encodeName } from './distinguished-name';
import { signCertificate } from './certificate';
import type { CertificateAndKey } from './certificate-and-key';
import { authorityConstraints, extendedKeyUsage, keyUsage, subjectKeyId } from './extensions';
import { draw, type Issuance } from './issuance';
import { encodeKey, generateKey, type KeyAlgorithm } from './private-key';
import { validFor } from './validity';

export interface AuthorityOptions {
  /** `O` of the subject, its only part. @default - an empty subject */
  readonly organization?: string | undefined;
  readonly algorithm: KeyAlgorithm;
}

/** How long an authority is valid. Source: Talos `config/generate/secrets/secrets.go`. */
const AUTHORITY_HOURS = 87_600;

/**
 * A new self-signed certificate authority as Talos makes its own: a key identifier that is random rather than a hash, no
 * name of the signing key and no alternative names. Source: github.com/siderolabs/crypto `x509/certificate_authority.go`.
 */
export function newAuthority({ organization, algorithm }: AuthorityOptions, issuance: Issuance): CertificateAndKey {
  const key = generateKey(algorithm, issuance.entropy);
  const name = encodeName({ organizations: organization === undefined ? [] : [organization] });
  const template = {
    subject: name,
    issuer: name,
    ...validFor(issuance.now, AUTHORITY_HOURS * 3600),
    extensions: [
      keyUsage('digitalSignature', 'keyCertSign'),
      extendedKeyUsage('serverAuth', 'clientAuth'),
      authorityConstraints(),
      subjectKeyId(draw(issuance.entropy, 20)),
    ],
    key,
  };
  return { crt: signCertificate(template, key, issuance.entropy), key: encodeKey(key) };
}
