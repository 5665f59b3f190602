import { isDeepStrictEqual } from 'node:util';
import type { Json, JsonObject } from '../../cluster';
import { isObject, type Value } from './plain';

type MergeItems = (left: JsonObject, right: JsonObject) => JsonObject;
type SameItem = (left: JsonObject, right: JsonObject) => boolean;

/** How items of a list are recognised, by rule. */
const recognisers: Readonly<Record<string, SameItem>> = {
  'by name': sameField('name'),
  'by mountPath': sameField('mountPath'),
  'by vlanId': sameField('vlanId'),
  'by device': sameDevice,
};

/** Lists whose items have a key: known items are merged in their place, others appended. Undefined for another rule. */
export function mergeKeyed(rule: string, left: readonly Json[], right: readonly Json[], merge: MergeItems) {
  const same = recognisers[rule];
  if (same === undefined) return undefined;
  const merged: Json[] = [...left];
  for (const item of right) {
    const at = isObject(item) ? merged.findIndex((known) => isObject(known) && same(known, item)) : -1;
    const known = merged[at];
    if (isObject(known) && isObject(item)) merged[at] = merge(known, item);
    else merged.push(item);
  }
  return merged;
}

/** Lists of rules by image: the last known one of an image is replaced, others are appended. */
export function replaceByImage(left: readonly Json[], right: readonly Json[]): readonly Json[] {
  const merged: Json[] = [...left];
  for (const item of right) {
    const at = left.findLastIndex((known) => isObject(known) && isObject(item) && known.image === item.image);
    if (at === -1) merged.push(item);
    else merged[at] = item;
  }
  return merged;
}

function sameField(field: string): SameItem {
  return (left, right) => (left[field] ?? '') === (right[field] ?? '');
}

function sameDevice(left: JsonObject, right: JsonObject): boolean {
  if (right.interface !== undefined && right.interface !== '') return left.interface === right.interface;
  const selector = right.deviceSelector;
  // upstream compares this flag by its place in memory, which two documents never share
  if (!isObject(selector) || isSet(selector.physical)) return false;
  return isObject(left.deviceSelector) && isDeepStrictEqual(trimmed(left.deviceSelector), trimmed(selector));
}

function isSet(value: Value): boolean {
  return value !== undefined && value !== null;
}

function trimmed(object: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => isSet(value) && value !== ''));
}
