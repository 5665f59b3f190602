import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import {
  AuthorityKeyIdentifier,
  BasicConstraints,
  ExtendedKeyUsage,
  Extension,
  id_ce_authorityKeyIdentifier,
  id_ce_basicConstraints,
  id_ce_extKeyUsage,
  id_ce_keyUsage,
  id_ce_subjectKeyIdentifier,
  id_kp_clientAuth,
  id_kp_serverAuth,
  KeyIdentifier,
  KeyUsage,
  KeyUsageFlags,
  SubjectKeyIdentifier,
} from '@peculiar/asn1-x509';

export type Usage = 'digitalSignature' | 'keyCertSign' | 'keyEncipherment';
export type Purpose = 'serverAuth' | 'clientAuth';

const PURPOSES: Readonly<Record<Purpose, string>> = { serverAuth: id_kp_serverAuth, clientAuth: id_kp_clientAuth };

/** What the key may do; critical. */
export function keyUsage(...usages: readonly Usage[]): Extension {
  const bits = usages.reduce((sum, usage) => sum | KeyUsageFlags[usage], 0);
  return extension(id_ce_keyUsage, true, new KeyUsage(bits));
}

/** What the certificate is for. */
export function extendedKeyUsage(...purposes: readonly Purpose[]): Extension {
  return extension(id_ce_extKeyUsage, false, new ExtendedKeyUsage(purposes.map((purpose) => PURPOSES[purpose])));
}

/** Marks a certificate authority, without a limit to the length of the path; critical. */
export function authorityConstraints(): Extension {
  return extension(id_ce_basicConstraints, true, new BasicConstraints({ cA: true }));
}

/** Name of the certificate's key. */
export function subjectKeyId(id: Uint8Array): Extension {
  return extension(id_ce_subjectKeyIdentifier, false, new SubjectKeyIdentifier(id));
}

/** Name of the key that signed. */
export function authorityKeyId(id: Uint8Array): Extension {
  return extension(
    id_ce_authorityKeyIdentifier,
    false,
    new AuthorityKeyIdentifier({ keyIdentifier: new KeyIdentifier(id) }),
  );
}

function extension(extnID: string, critical: boolean, value: object): Extension {
  return new Extension({ extnID, critical, extnValue: new OctetString(AsnConvert.serialize(value)) });
}
