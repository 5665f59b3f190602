import type { JsonObject } from '../../cluster';
import { isList, isNothing, isObject, type Value } from '../merge/plain';

/** Where a document has the field: its path with the item's place, e.g. `routes.1.table`; undefined where it has not. */
export function findField(document: JsonObject, pattern: string): string | undefined {
  return find(document, pattern.split('.'));
}

function find(value: Value, [key, ...rest]: readonly string[]): string | undefined {
  if (isNothing(value)) return undefined;
  if (key === undefined) return '';
  if (key === '[]') return isList(value) ? firstOf(value.entries(), rest) : undefined;
  if (!isObject(value)) return undefined;
  return firstOf([[key, value[key]]], rest);
}

function firstOf(members: Iterable<readonly [string | number, Value]>, rest: readonly string[]): string | undefined {
  for (const [key, value] of members) {
    const below = find(value, rest);
    if (below !== undefined) return below === '' ? String(key) : `${String(key)}.${below}`;
  }
  return undefined;
}

/** The object without some of its members. */
export function omit(object: JsonObject, ...keys: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key)));
}

/** The object with members under other names; those that are not listed keep theirs. */
export function renamed(object: JsonObject, names: Readonly<Record<string, string>>): JsonObject {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [names[key] ?? key, value]));
}
