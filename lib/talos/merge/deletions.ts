import type { Json, JsonObject } from '../../cluster';
import { PatchError } from './patch-error';
import { isList, isObject, type Value } from './plain';

/** One `$patch: delete` of a patch: where it stands, and which list item it means. */
export interface Deletion {
  /** Keys from the document down; none for the document itself. */
  readonly path: readonly string[];
  /** The list item at the path whose field has this value. */
  readonly item?: { readonly field: string; readonly value: string };
}

/** A patch's document taken apart. */
export interface TakenApart {
  readonly deletions: readonly Deletion[];
  /** What is left to merge; nothing where the document was made of deletions alone. */
  readonly rest: JsonObject | undefined;
}

/**
 * Takes the deletions out of a patch's document; maps and lists that they empty go with them.
 * Source: Talos `config/configloader/internal/decoder/delete.go`.
 *
 * @throws PatchError for a deletion inside a list item
 */
export function takeDeletions(document: JsonObject): TakenApart {
  const deletions: Deletion[] = [];
  const rest = takeFromObject(document, [], deletions);
  return { deletions, rest: rest === undefined || saysNothing(rest) ? undefined : rest };
}

/** Without deletions `undefined` never comes back, so that `{}` and `[]` in a patch keep their meaning. */
function take(value: Value, path: readonly string[], deletions: Deletion[]): Value {
  if (isObject(value)) return takeFromObject(value, path, deletions);
  return isList(value) ? takeFromList(value, path, deletions) : value;
}

function takeFromObject(object: JsonObject, path: readonly string[], deletions: Deletion[]): JsonObject | undefined {
  if (object.$patch === 'delete') {
    if (path.includes(ITEM)) {
      throw new PatchError(
        `${path.join('.')} cannot be deleted, got a deletion inside a list item`,
        'delete the whole item by its first field',
      );
    }
    deletions.push({ path });
    return undefined;
  }
  const kept: Record<string, Value> = {};
  let taken = false;
  for (const [key, value] of Object.entries(object)) {
    const left = take(value, [...path, key], deletions);
    if (left === undefined && value !== undefined) taken = true;
    else kept[key] = left;
  }
  return taken && Object.keys(kept).length === 0 ? undefined : kept;
}

/** Stands for a list item in a path. */
const ITEM = '[]';

function takeFromList(items: readonly Json[], path: readonly string[], deletions: Deletion[]): Json | undefined {
  const kept: Json[] = [];
  for (const item of items) {
    if (isObject(item) && item.$patch === 'delete') deletions.push({ path, item: selectorOf(item, path) });
    else {
      const left = take(item, [...path, ITEM], deletions);
      if (left !== undefined) kept.push(left);
    }
  }
  return kept.length === 0 && items.length > 0 ? undefined : kept;
}

function selectorOf(item: JsonObject, path: readonly string[]) {
  const [found] = Object.entries(item).filter(([key, value]) => key !== '$patch' && value !== undefined);
  if (found === undefined) {
    throw new PatchError(`${path.join('.')} has an item to delete, got none named`, 'add a field that tells which one');
  }
  const [field, value] = found;
  return { field, value: typeof value === 'object' ? '' : String(value) };
}

/** A document of a version alone, which Talos passes over. */
function saysNothing(document: JsonObject): boolean {
  return Object.entries(document).every(
    ([key, value]) => value === undefined || (typeof value !== 'object' && ['version', 'kind', 'name'].includes(key)),
  );
}
