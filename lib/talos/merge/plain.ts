import type { Json, JsonObject } from '../../cluster';

export type Value = Json | undefined;

export function isList(value: Value): value is readonly Json[] {
  return Array.isArray(value);
}

export function isObject(value: Value): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether there is no value: left out, or written as null. */
export function isNothing(value: Value): value is null | undefined {
  return value === undefined || value === null;
}

/** A scalar as text; empty for anything else. */
export function textOf(value: Value): string {
  return typeof value === 'object' || value === undefined ? '' : String(value);
}

/** The value at a path of keys. */
export function valueAt(value: Value, path: readonly string[]): Value {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  return isObject(value) ? valueAt(value[key], rest) : undefined;
}

/** The object without the value at a path of keys; the same where it has none. */
export function without(object: JsonObject, path: readonly string[]): JsonObject {
  const [key, ...rest] = path;
  if (key === undefined || !(key in object)) return object;
  if (rest.length === 0) return Object.fromEntries(Object.entries(object).filter(([name]) => name !== key));
  const inner = object[key];
  return isObject(inner) ? { ...object, [key]: without(inner, rest) } : object;
}
