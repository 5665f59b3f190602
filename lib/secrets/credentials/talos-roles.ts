import { minorOf, talosRolesOf, type TalosRole } from '../../cluster';

/**
 * The roles once each, after a check that this version of Talos knows them: it would accept the certificate of an unknown
 * one and refuse every call.
 *
 * @throws Error with all roles that cannot be granted, or when there are none
 */
export function checkRoles(roles: readonly string[], talos: string): readonly TalosRole[] {
  const granted = talosRolesOf(talos);
  const refused = roles.filter((role) => !granted.some((name) => name === role));
  if (refused.length > 0) {
    throw new Error(
      `not a role of Talos ${minorOf(talos)}, got ${refused.join(', ')}; choose from ${granted.join(', ')}`,
    );
  }
  if (roles.length === 0) {
    throw new Error(`no role for the client certificate, got none; choose from ${granted.join(', ')}`);
  }
  return granted.filter((role) => roles.includes(role));
}
