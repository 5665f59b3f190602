import { compareMinor, minorOf } from '../version';

/** Roles of the Talos API. Source: Talos `pkg/machinery/role`, releases 1.10 to 1.14, as of 2026-08. */
export const talosRoles = [
  'os:admin',
  'os:operator',
  'os:reader',
  'os:etcd:backup',
  'os:image:verifier',
  'os:meta:writer',
  'os:impersonator',
] as const;

/** What somebody may do with the Talos API. */
export type TalosRole = (typeof talosRoles)[number];

/** First minor of Talos that has a role, where that is newer than 1.10. Source: the same. */
export const talosRoleSince: Readonly<Partial<Record<TalosRole, string>>> = { 'os:image:verifier': '1.13' };

/** The roles that a version of Talos has: `v1.13.2`, or its minor `1.13`. */
export function talosRolesOf(talos: string): readonly TalosRole[] {
  return talosRoles.filter((role) => compareMinor(minorOf(talos), talosRoleSince[role] ?? '0.0') >= 0);
}
