import type { Json, JsonObject } from '../cluster';

/**
 * Lays one set of Helm values over another, the way Helm itself does: maps merge member by member, lists and scalars
 * (null included) replace. An `undefined` member leaves what is below it. Neither input is changed.
 */
export function mergeValues(base: JsonObject, over: JsonObject = {}): JsonObject {
  const merged = new Map<string, Json | undefined>(Object.entries(base));
  for (const [key, value] of Object.entries(over)) {
    if (value === undefined) continue;
    const below = merged.get(key);
    merged.set(key, isMap(below) && isMap(value) ? mergeValues(below, value) : value);
  }
  return Object.fromEntries(merged);
}

function isMap(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
