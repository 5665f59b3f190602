import type { Problem } from '../../../cluster';
import type { DocumentRule } from '../configuration';
import { eachWrong, type Place } from '../place';
import { parseSeconds } from '../values/amount';
import { notNegative } from './name-services';

/** Least time between two looks at a filesystem, in seconds. Source: Talos `block.MinScrubInterval`. */
const leastScrub = 10;

/** What is done to a filesystem from time to time. */
export function upkeep(document: Place): readonly Problem[] {
  return [...notNegative(document.at('trim.interval')), ...scrub(document.at('scrub.interval'))];
}

/** A duration of so many seconds at least, or none. */
export function atLeast(place: Place, seconds: number): readonly Problem[] {
  const isLong = ({ text }: Place) => {
    const found = parseSeconds(text) ?? 0;
    return found === 0 || found >= seconds;
  };
  return eachWrong([place], isLong, 'too short a time', 'raise it', `at least ${String(seconds)}s`);
}

function scrub(place: Place): readonly Problem[] {
  return atLeast(place, leastScrub);
}

/** Filesystems and memory as a whole. */
export const upkeepRules: Readonly<Record<string, DocumentRule>> = {
  FilesystemScrubConfig: (document) => scrub(document.at('interval')),
  FilesystemTrimConfig: (document) => notNegative(document.at('interval')),
  ZswapConfig: (document) =>
    eachWrong(
      [document.at('maxPoolPercent')],
      ({ number }) => number >= 0 && number <= 100,
      'no share of the memory',
      'correct it',
      '0 to 100',
    ),
};
