import { addition, inOrder, modification, removal, type Change } from './change';
import { fieldChanges } from './field-changes';
import { pairGenerations } from './generations';
import { resourceKey, type Resource } from './resource';
import { resourcesOf, type OwnerOf } from './resources';
import type { Tree } from './tree';

export interface CompareOptions {
  readonly ownerOf: OwnerOf;
}

/**
 * What changes between two trees, resource by resource, in the order of owner, resource and file. A resource that only moves to
 * another file is `moved`; the order of keys, comments and formatting of a file are no change.
 *
 * Only files whose text differs are read, so a change costs what it touches and not what the tree holds.
 */
export function compareTrees(before: Tree, after: Tree, { ownerOf }: CompareOptions): Change[] {
  const changed = new Set([...before.keys(), ...after.keys()].filter((path) => before.get(path) !== after.get(path)));
  const only = (tree: Tree) => new Map([...tree].filter(([path]) => changed.has(path)));
  const matched = matchResources(resourcesOf(only(before), ownerOf), resourcesOf(only(after), ownerOf));
  const moves = pairMovedFiles(matched);
  const generations = pairGenerations({
    removed: moves.removed,
    added: moves.added,
    before: matched.before,
    unchanged: new Map([...before].filter(([path]) => !changed.has(path))),
    ownerOf,
  });
  return inOrder([
    ...matched.pairs.flatMap(([old, now]) => modification(old, now, fieldChanges(old.body, now.body)) ?? []),
    ...moves.changes,
    ...generations.changes,
    ...generations.removed.map(removal),
    ...generations.added.map(addition),
  ]);
}

interface Matched {
  /** Every resource of the older side. */
  readonly before: readonly Resource[];
  readonly pairs: readonly (readonly [Resource, Resource])[];
  readonly removed: readonly Resource[];
  readonly added: readonly Resource[];
}

/** Pairs the resources of one key; where a tree holds several of one key, those of the same file first. */
function matchResources(before: readonly Resource[], after: readonly Resource[]): Matched {
  const waiting = grouped(before, resourceKey);
  const pairs: (readonly [Resource, Resource])[] = [];
  const take = (now: Resource, fits: (old: Resource) => boolean) => {
    const candidates = waiting.get(resourceKey(now)) ?? [];
    const at = candidates.findIndex(fits);
    const [old] = at < 0 ? [] : candidates.splice(at, 1);
    if (old !== undefined) pairs.push([old, now]);
    return old === undefined;
  };
  const elsewhere = after.filter((now) => take(now, (old) => old.path === now.path));
  const added = elsewhere.filter((now) => take(now, () => true));
  return { before, pairs, removed: [...waiting.values()].flat(), added };
}

/** A file that was renamed and holds what it held: its path is its identity, so it comes as a removal and an addition. */
function pairMovedFiles({ removed, added }: Matched) {
  const waiting = grouped(removed, contentKey);
  const moved = new Set<Resource>();
  const changes: Change[] = [];
  const isNew = (now: Resource) => {
    const key = contentKey(now);
    const old = key === '' ? undefined : waiting.get(key)?.shift();
    const move = old && modification(old, now, []);
    if (old === undefined || move === undefined) return true;
    moved.add(old);
    changes.push(move);
    return false;
  };
  return { changes, added: added.filter(isNew), removed: removed.filter((old) => !moved.has(old)) };
}

/** What two files have in common of which one may be the other renamed; empty where the path is not the identity. */
function contentKey({ owner, identity: { type }, body }: Resource): string {
  return type === 'document' || type === 'file' ? [owner, type, JSON.stringify(body)].join('\0') : '';
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
