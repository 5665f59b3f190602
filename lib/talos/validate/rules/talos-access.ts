import type { Problem } from '../../../cluster';
import type { DocumentRule } from '../configuration';
import { eachWrong, type Place } from '../place';

/** Roles of the Talos API. Source: Talos `machinery/role`. */
const roles = [
  'os:admin',
  'os:etcd:backup',
  'os:image:verifier',
  'os:impersonator',
  'os:meta:writer',
  'os:operator',
  'os:reader',
];

/** Roles that Talos does not know. */
export function wrongRoles(place: Place): readonly Problem[] {
  return eachWrong(
    place.items,
    ({ text }) => roles.includes(text),
    'no role of Talos',
    'use one of them',
    roles.join(', '),
  );
}

export const talosAccessRules: Readonly<Record<string, DocumentRule>> = {
  KubeTalosAPIAccessConfig: (document) => wrongRoles(document.at('allowedRoles')),
};
