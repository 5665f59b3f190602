import type { FieldChange } from './field-changes';
import { resourceKey, resourceLabel, type Resource, type ResourceIdentity } from './resource';
import { byCodeUnit } from './tree';

/** What happens to one resource between two trees. */
export interface Change {
  /**
   * - `replaced`: an immutable object under a hash name gives way to the one of another hash;
   * - `moved`: the same resource, unchanged, in another file;
   * - `stale`: an encrypted file that would be made anew, and was not, since no key opens what it is made from.
   */
  readonly change: 'added' | 'removed' | 'changed' | 'replaced' | 'moved' | 'stale';
  readonly owner: string;
  /** The resource as it is afterwards, or as it was where it is gone. */
  readonly resource: ResourceIdentity;
  /** File that holds it, or held it. */
  readonly path: string;
  /** File that held it before, where that was another. */
  readonly previousPath?: string;
  /** Of a replacement: what it takes the place of. */
  readonly replaces?: ResourceIdentity;
  /** Of a replacement: whether the old object stays in the tree, as machines of the old generation still refer to it. */
  readonly previousStays?: boolean;
  /** Of a stale file: what no longer holds. */
  readonly why?: string;
  /** The differences inside; empty for what was added, removed or moved as a whole. */
  readonly fields: readonly FieldChange[];
}

export function addition(resource: Resource): Change {
  return whole('added', resource);
}

export function removal(resource: Resource): Change {
  return whole('removed', resource);
}

/** The change of a resource that both trees have; nothing where there is none. */
export function modification(before: Resource, after: Resource, fields: readonly FieldChange[]): Change | undefined {
  const moved = before.path !== after.path;
  if (fields.length === 0 && !moved) return undefined;
  return { ...whole(fields.length > 0 ? 'changed' : 'moved', after), ...previousPath(before, after), fields };
}

export function replacement(
  before: Resource,
  after: Resource,
  fields: readonly FieldChange[],
  previousStays: boolean,
): Change {
  const change = whole('replaced', after);
  return { ...change, ...previousPath(before, after), replaces: before.identity, previousStays, fields };
}

/** An encrypted file that is not what the definitions would give, though nobody here can tell in what. */
export function staleness({ path, owner, why }: { path: string; owner: string; why: string }): Change {
  return { change: 'stale', owner, resource: { type: 'file', path }, path, why, fields: [] };
}

/** The order of every report: by owner, then resource, then file. */
export function inOrder(changes: readonly Change[]): Change[] {
  const keys = new Map(
    changes.map((change) => [
      change,
      [
        change.owner,
        resourceLabel(change.resource),
        resourceKey({ owner: '', identity: change.resource }),
        change.path,
      ],
    ]),
  );
  return [...changes].sort((a, b) => compareKeys(keys.get(a) ?? [], keys.get(b) ?? []));
}

function compareKeys(a: readonly string[], b: readonly string[]): number {
  return a.map((part, i) => byCodeUnit(part, b[i] ?? '')).find((order) => order !== 0) ?? 0;
}

function whole(change: Change['change'], { owner, identity, path }: Resource): Change {
  return { change, owner, resource: identity, path, fields: [] };
}

function previousPath(before: Resource, after: Resource): Pick<Change, 'previousPath'> {
  return before.path === after.path ? {} : { previousPath: before.path };
}
