import type { Json, JsonObject } from '../../cluster';
import type { Deletion } from './deletions';
import { PatchError } from './patch-error';
import { isList, isNothing, isObject, type Value } from './plain';
import type { Rules } from './rule';

/**
 * The document without what a deletion names. A field that is not set may be deleted, a key of a map that is not there
 * may not. Source: Talos `config/configloader/internal/decoder/selector.go`.
 *
 * @throws PatchError for something that is not there
 */
export function applyDeletion(document: JsonObject, { path, item }: Deletion, rules: Rules): JsonObject {
  const failed = () =>
    new PatchError(
      `${path.join('.')} cannot be deleted, got a configuration without it`,
      'leave the deletion out, or correct its path',
    );
  return deleteIn(document, path, '') as JsonObject;

  function deleteIn(value: Value, keys: readonly string[], at: string): Value {
    const [key, ...rest] = keys;
    if (key === undefined) return isList(value) && item !== undefined ? withoutItem(value) : undefined;
    if (!isObject(value)) throw failed();
    const isMap = rules[at] === 'map' || isFree(rules, at);
    const below = at === '' ? key : `${at}.${isMap ? '*' : key}`;
    const inner = value[key];
    if (rest.length === 0 && item === undefined) {
      if (isMap && !(key in value)) throw failed();
      return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
    }
    if (isNothing(inner)) throw failed();
    return { ...value, [key]: deleteIn(inner, rest, below) };
  }

  function withoutItem(items: readonly Json[]): readonly Json[] {
    // only texts are compared: upstream finds no item by a number
    const found = items.findIndex((entry) => isObject(entry) && item !== undefined && entry[item.field] === item.value);
    if (found === -1) throw failed();
    return items.filter((_, index) => index !== found);
  }
}

/** Whether the path lies in data of no known shape. */
function isFree(rules: Rules, path: string): boolean {
  const keys = path.split('.');
  return keys.some((_, index) => {
    const rule = rules[keys.slice(0, index + 1).join('.')];
    return rule === 'free' || rule === 'arguments';
  });
}
