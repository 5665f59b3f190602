import { compareMinor, minorOf } from '../../cluster';

/** Roles that Talos grants, with the minor that brought them where that is newer than 1.10. Source: Talos `role/role.go`. */
const ROLES = {
  'os:admin': undefined,
  'os:operator': undefined,
  'os:reader': undefined,
  'os:etcd:backup': undefined,
  'os:image:verifier': '1.13',
  'os:meta:writer': undefined,
  'os:impersonator': undefined,
} as const;

/** What the holder of a client certificate may do with Talos's API. */
export type TalosRole = keyof typeof ROLES;

/**
 * The roles once each, after a check that this version of Talos knows them: it would accept the certificate of an unknown
 * one and refuse every call.
 *
 * @throws Error with all roles that cannot be granted, or when there are none
 */
export function checkRoles(roles: readonly string[], talos: string): readonly TalosRole[] {
  const minor = minorOf(talos);
  const known = Object.entries(ROLES).filter(([, since]) => since === undefined || compareMinor(minor, since) >= 0);
  const granted = known.map(([role]) => role as TalosRole);
  const refused = roles.filter((role) => !granted.some((name) => name === role));
  if (refused.length > 0) {
    throw new Error(`not a role of Talos ${minor}, got ${refused.join(', ')}; choose from ${granted.join(', ')}`);
  }
  if (roles.length === 0) {
    throw new Error(`no role for the client certificate, got none; choose from ${granted.join(', ')}`);
  }
  return granted.filter((role) => roles.includes(role));
}
