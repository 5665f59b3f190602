import { Duration } from '../../cluster';
import type { CertificateAndKey } from '../pki/certificate-and-key';
import { issueClientCertificate } from '../pki/client-certificate';
import type { Issuance } from '../pki/issuance';
import { validFor } from '../pki/validity';
import { checkRoles } from './talos-roles';

export interface TalosClientOptions {
  /** Version of Talos that the client talks to: `v1.13.2`, or its minor `1.13`. */
  readonly talos: string;
  /** @default ['os:admin'] */
  readonly roles?: readonly string[] | undefined;
  /** @default - 8760 hours, a year */
  readonly lifetime?: Duration | undefined;
}

/** Source: Talos `constants.TalosAPIDefaultCertificateValidityDuration`. */
const LIFETIME = Duration.hours(8760);

/**
 * A client certificate for Talos's API with its key, signed by `certs.os`; its roles are its organizations. Source: Talos
 * `config/generate/secrets/ca.go`.
 *
 * @throws Error for roles that this version does not have, and for an authority that cannot sign
 */
export function issueTalosClient(
  authority: CertificateAndKey,
  { talos, roles = ['os:admin'], lifetime = LIFETIME }: TalosClientOptions,
  { entropy, now }: Issuance,
): CertificateAndKey {
  const subject = { organizations: checkRoles(roles, talos) };
  const validity = validFor(now, lifetime.seconds);
  return issueClientCertificate(authority, { subject, validity, usages: ['digitalSignature'] }, entropy);
}
