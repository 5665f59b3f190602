import { talosRoleSince, talosRolesOf } from '../catalogue/talos-roles';
import type { Problem } from '../problem';
import { isExactRelease, minorOf } from '../version';
import { rule } from './rule';

export const talosApiAccess = [
  rule(['system', 'versions'], ({ system: { apiAccess }, versions: { talos } }) => {
    if (apiAccess === undefined || !isExactRelease(talos)) return [];
    const known = talosRolesOf(talos);
    return apiAccess.roles.flatMap((role, i): Problem[] =>
      known.includes(role)
        ? []
        : [
            {
              path: `system.apiAccess.roles.${String(i)}`,
              what: `not a role of Talos ${minorOf(talos)}`,
              got: role,
              allowed: known.join(', '),
              fix: `remove it, or choose Talos ${talosRoleSince[role] ?? ''} or later`,
            },
          ],
    );
  }),
];
