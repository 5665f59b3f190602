import { movesFrom, type Candidates, type Ground, type Move } from './moves';
import { upgradeComponents, type VersionSet } from './version-set';

interface Visit {
  readonly versions: VersionSet;
  /** The step that led here, and from where; absent at the start. */
  readonly by?: { readonly move: Move; readonly from: Visit };
}

/** What a search finds: the path where there is one, and where else steps lead. */
export interface Search {
  /** The shortest sequence of allowed steps to the goal; empty where the start is there. @default - no steps lead there */
  readonly path?: readonly Move[];
  /** Every set of versions that was looked at, nearest first; without a path, every one that allowed steps lead to. */
  readonly visited: readonly VersionSet[];
}

/**
 * Looks for a set of versions that satisfies `isGoal`. The same question always has the same answer: steps are tried in
 * the order of `upgradeComponents`, older versions first.
 */
export function search(
  start: VersionSet,
  isGoal: (versions: VersionSet) => boolean,
  candidates: Candidates,
  ground: Ground,
): Search {
  const visited: VersionSet[] = [];
  for (const visit of visits(start, candidates, ground)) {
    visited.push(visit.versions);
    if (isGoal(visit.versions)) return { path: pathTo(visit), visited };
  }
  return { visited };
}

function* visits(start: VersionSet, candidates: Candidates, ground: Ground): Generator<Visit> {
  const seen = new Set([keyOf(start)]);
  const queue: Visit[] = [{ versions: start }];
  // the queue grows while it is read: breadth first
  for (const from of queue) {
    yield from;
    for (const move of movesFrom(from.versions, candidates, ground)) {
      const key = keyOf(move.versions);
      if (seen.has(key)) continue;
      seen.add(key);
      queue.push({ versions: move.versions, by: { move, from } });
    }
  }
}

function pathTo(end: Visit): Move[] {
  const moves: Move[] = [];
  for (let visit = end; visit.by !== undefined; visit = visit.by.from) moves.unshift(visit.by.move);
  return moves;
}

function keyOf(versions: VersionSet): string {
  return upgradeComponents.map((component) => versions[component] ?? '').join(' ');
}
