import { closest, distance } from 'fastest-levenshtein';

/** The known name that is most like a misspelled one; `names` must not be empty. */
export function nearest(name: string, names: readonly string[]): string {
  return closest(name, names);
}

/** Letters that may be wrong in a name that is meant to be a known one. */
const SLIPS = 3;

/** Whether a name is so much like a known one that it is meant. */
export function isMisspelled(name: string, names: readonly string[]): boolean {
  return !names.includes(name) && distance(name, nearest(name, names)) <= SLIPS;
}
