import { finding, SynthesisError, type Finding } from './finding';
import { formatList, listPath, type ListKind } from './ownership/digest-list';
import { digestOf, inputDigests, ownerIndex } from './ownership/owner-index';
import type { Entry, TreeState } from './ownership/tree-state';
import type { PreparedTree } from './prepare';

/** What changes for one owner; all paths inside the tree, in path order. */
export interface OwnerChanges {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  readonly unchanged: readonly string[];
  /** Of the unchanged: files that stood there already, and are owned from now on. */
  readonly adopted: readonly string[];
  /** Of the changed and removed: files that somebody edited since the last synthesis. */
  readonly handEdited: readonly string[];
}

/** What to do to a tree; nothing, when there is neither a write nor a removal. */
export interface TreePlan {
  /** By owner, in order. */
  readonly owners: ReadonlyMap<string, OwnerChanges>;
  /** Path to text, the indexes included. */
  readonly writes: ReadonlyMap<string, string>;
  readonly removals: ReadonlySet<string>;
}

/** Whose files are synthesized: those of all owners, the gone ones included, or of some. */
export type Owners = 'all' | readonly string[];

/**
 * Compares the tree as it is with the tree as it should be. Pure.
 *
 * @throws SynthesisError with every file that would have to be overwritten but is not owned
 */
export function planTree(state: TreeState, tree: PreparedTree, owners: Owners): TreePlan {
  const selected = selectOwners(state, tree, owners);
  const foreign = filesOfOthers(state, selected);
  const removals = findRemovals(state, tree, selected, foreign);
  const owned = new Map(selected.flatMap((owner) => [...(state.indexes.get(owner)?.files ?? [])]));
  const writes = new Map<string, string>();
  const findings: Finding[] = [];
  const changes = new Map<string, OwnerChanges>();
  for (const owner of selected) {
    const files = tree.owners.get(owner)?.files ?? new Map<string, string>();
    const lists: Lists = { added: [], changed: [], removed: [], unchanged: [], adopted: [], handEdited: [] };
    for (const [path, text] of files) {
      const entry = state.entries.get(path);
      const conflict = conflictOf(path, entry, { foreign, removals, owned, text });
      if (conflict !== undefined) findings.push(conflict);
      else place(path, text, entry, owned, lists);
    }
    for (const path of [...lists.added, ...lists.changed]) writes.set(path, files.get(path) ?? '');
    for (const [path, digest] of state.indexes.get(owner)?.files ?? []) {
      if (!removals.has(path)) continue;
      lists.removed.push(path);
      if (isEdited(state.entries.get(path), digest)) lists.handEdited.push(path);
    }
    changes.set(owner, lists);
    planLists(owner, tree, state, { writes, removals });
  }
  for (const [path, text] of tree.kept) {
    const entry = state.entries.get(path);
    if (entry?.kind !== 'file' || entry.text !== text) writes.set(path, text);
  }
  if (findings.length > 0) throw new SynthesisError(findings);
  return { owners: changes, writes, removals };
}

type Lists = { [K in keyof OwnerChanges]: string[] };

function selectOwners(state: TreeState, tree: PreparedTree, owners: Owners): string[] {
  return [...new Set(owners === 'all' ? [...tree.owners.keys(), ...state.indexes.keys()] : owners)].sort();
}

/** Path to owner, for the owners that stay as they are. */
function filesOfOthers(state: TreeState, selected: readonly string[]): Map<string, string> {
  const foreign = new Map<string, string>();
  for (const [owner, index] of state.indexes) {
    if (!selected.includes(owner)) for (const path of index.files.keys()) foreign.set(path, owner);
  }
  return foreign;
}

/** Owned files that nobody makes any more; what is no file any more is not theirs either. */
function findRemovals(
  state: TreeState,
  tree: PreparedTree,
  selected: readonly string[],
  foreign: ReadonlyMap<string, string>,
): Set<string> {
  const kept = new Set(selected.flatMap((owner) => [...(tree.owners.get(owner)?.files.keys() ?? [])]));
  const owned = selected.flatMap((owner) => [...(state.indexes.get(owner)?.files.keys() ?? [])]);
  return new Set(
    owned.filter((path) => !kept.has(path) && !foreign.has(path) && state.entries.get(path)?.kind === 'file'),
  );
}

interface Standing {
  readonly foreign: ReadonlyMap<string, string>;
  readonly removals: ReadonlySet<string>;
  readonly owned: ReadonlyMap<string, string>;
  readonly text: string;
}

function conflictOf(path: string, entry: Entry | undefined, standing: Standing): Finding | undefined {
  const other = standing.foreign.get(path);
  if (other !== undefined)
    return finding({ artifact: path, what: `a file that ${other} owns`, fix: `synthesize ${other} as well` });
  switch (entry?.kind) {
    case undefined:
      return undefined;
    case 'file':
      return standing.owned.has(path) || entry.text === standing.text ? undefined : notOwned(path, 'a file');
    case 'folder':
      return entry.holds.every((held) => standing.removals.has(held))
        ? undefined
        : notOwned(path, 'a folder with files');
    case 'blocked':
      return standing.removals.has(entry.by) ? undefined : notOwned(path, `${entry.by}, no folder but something`);
    case 'other':
      return notOwned(path, 'a link or device');
  }
}

function notOwned(artifact: string, what: string): Finding {
  return finding({
    artifact,
    what: `${what} that synthesis does not own stands there`,
    fix: 'move or delete it, then synthesize again',
  });
}

function place(path: string, text: string, entry: Entry | undefined, owned: Standing['owned'], lists: Lists): void {
  if (entry?.kind !== 'file') {
    lists.added.push(path);
  } else if (entry.text !== text) {
    lists.changed.push(path);
    if (isEdited(entry, owned.get(path))) lists.handEdited.push(path);
  } else {
    lists.unchanged.push(path);
    if (!owned.has(path)) lists.adopted.push(path);
  }
}

function isEdited(entry: Entry | undefined, digest: string | undefined): boolean {
  return entry?.kind === 'file' && (entry.text === undefined || digestOf(entry.text) !== digest);
}

/** An owner without files has no lists. */
function planLists(
  owner: string,
  tree: PreparedTree,
  state: TreeState,
  plan: { writes: Map<string, string>; removals: Set<string> },
): void {
  const { files, inputs } = tree.owners.get(owner) ?? { files: new Map<string, string>(), inputs: new Map() };
  const digests = new Map([...files].map(([path, text]) => [path, digestOf(text)]));
  const lists: readonly (readonly [ListKind, ReadonlyMap<string, string>])[] = [
    [ownerIndex, digests],
    [inputDigests, inputs],
  ];
  for (const [kind, list] of lists) {
    const path = listPath(kind, owner);
    const entry = state.entries.get(path);
    if (list.size === 0) {
      if (entry?.kind === 'file') plan.removals.add(path);
      continue;
    }
    const text = formatList(kind, { owner, files: list });
    if (entry?.kind !== 'file' || entry.text !== text) plan.writes.set(path, text);
  }
}
