import { talosRoles, type Problem } from '../../../cluster';
import type { DocumentRule } from '../configuration';
import { eachWrong, type Place } from '../place';

/** Roles that Talos does not know. */
export function wrongRoles(place: Place): readonly Problem[] {
  return eachWrong(
    place.items,
    ({ text }) => talosRoles.some((role) => role === text),
    'no role of Talos',
    'use one of them',
    talosRoles.join(', '),
  );
}

export const talosAccessRules: Readonly<Record<string, DocumentRule>> = {
  KubeTalosAPIAccessConfig: (document) => wrongRoles(document.at('allowedRoles')),
};
