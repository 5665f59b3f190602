import type { Json, JsonObject } from '../../cluster';
import { PatchError } from './patch-error';
import { isList, isNothing, isObject, type Value } from './plain';

/** Merges data of no known shape: maps by key, lists one after the other; a type never becomes another. */
export function mergeFree(left: Value, right: Value, path: string): Value {
  if (right === undefined) return left;
  if (isNothing(left)) return right;
  if (isObject(left) && isObject(right)) return mergeMaps(left, right, path);
  if (isList(left) && isList(right)) return [...left, ...right];
  if (right === null || typeof left !== typeof right || isList(left) !== isList(right)) {
    throw new PatchError(
      `${path} has another type, got ${typeOf(right)} over ${typeOf(left)}`,
      'give it the type it has, or delete it first',
    );
  }
  return right === '' || right === 0 ? left : right;
}

function mergeMaps(left: JsonObject, right: JsonObject, path: string): JsonObject {
  const merged: Record<string, Value> = { ...left };
  for (const [key, value] of Object.entries(right)) merged[key] = mergeFree(merged[key], value, `${path}.${key}`);
  return merged;
}

function typeOf(value: Json): string {
  if (value === null) return 'null';
  return isList(value) ? 'a list' : `${typeof value === 'object' ? 'an' : 'a'} ${typeof value}`;
}
