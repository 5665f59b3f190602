import { isExactRelease } from '../../cluster';
import { minorsUp } from './minor';
import type { UpgradeTarget } from './target';
import type { VersionSet } from './version-set';

/** Of the versions that steps lead to, the pair that is most like the one asked for. */
export function nearestOf(visited: readonly VersionSet[], from: VersionSet, target: UpgradeTarget) {
  const wanted = { kubernetes: target.kubernetes ?? from.kubernetes, talos: target.talos ?? from.talos };
  const away = (pair: VersionSet, names: readonly (keyof typeof wanted)[]) =>
    names.map((name) => minorsAway(wanted[name], pair[name]));
  const asked = (['kubernetes', 'talos'] as const).filter((name) => target[name] !== undefined);
  const rank = (pair: VersionSet): readonly number[] => [
    // what was asked for comes first, then what was not; equally near, no more than was asked
    sum(away(pair, asked).map(Math.abs)),
    sum(away(pair, ['kubernetes', 'talos']).map(Math.abs)),
    sum(away(pair, ['kubernetes', 'talos']).map((minors) => Math.max(0, minors))),
    Number(pair.kubernetes !== wanted.kubernetes) + Number(pair.talos !== wanted.talos),
  ];
  const [best = from] = visited
    .map((pair, order) => ({ pair, rank: [...rank(pair), order] }))
    .sort((a, b) => compareRanks(a.rank, b.rank))
    .map(({ pair }) => pair);
  return { kubernetes: best.kubernetes, talos: best.talos };
}

/** Minors from one version up to another; 0 where one is no version. */
function minorsAway(from: string, to: string): number {
  return isExactRelease(from) ? minorsUp(from, to) : 0;
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  return a.map((value, i) => value - (b[i] ?? 0)).find((difference) => difference !== 0) ?? 0;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
