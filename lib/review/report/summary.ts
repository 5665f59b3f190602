import type { Change } from '../change';

/** How many changes there are of each sort. */
export interface ChangeSummary {
  /** Owners with changes. */
  readonly owners: number;
  readonly changes: number;
  readonly added: number;
  readonly changed: number;
  readonly replaced: number;
  readonly removed: number;
  readonly moved: number;
  readonly stale: number;
}

export function summarize(changes: readonly Change[]): ChangeSummary {
  const count = (change: Change['change']) => changes.filter((one) => one.change === change).length;
  return {
    owners: new Set(changes.map((change) => change.owner)).size,
    changes: changes.length,
    added: count('added'),
    changed: count('changed'),
    replaced: count('replaced'),
    removed: count('removed'),
    moved: count('moved'),
    stale: count('stale'),
  };
}

/** `2 files`, `1 file`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${String(count)} ${count === 1 ? one : many}`;
}
