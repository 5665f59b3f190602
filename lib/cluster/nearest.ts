import { closest } from 'fastest-levenshtein';

/** The known name that is most like a misspelled one; `names` must not be empty. */
export function nearest(name: string, names: readonly string[]): string {
  return closest(name, names);
}
