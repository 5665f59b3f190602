import { isPlainObject } from '../plain-object';
import type { StructuralSchema } from './structural-schema';

export interface Duplicate {
  /** Position of the later one. */
  readonly index: number;
  /** What makes it the same as an earlier one, e.g. `name=app` or the item itself. */
  readonly same: string;
}

/**
 * The items of a list that repeat an earlier one, where the list is a set, or a map by some of its items' fields.
 *
 * Source: apiextensions-apiserver v0.34, pkg/apiserver/schema/listtype.
 */
export function duplicates(list: readonly unknown[], schema: StructuralSchema): Duplicate[] {
  const identity = identityOf(schema);
  if (identity === undefined) return [];
  const seen = new Set<string>();
  return list.flatMap((item, index) => {
    const same = identity(item);
    if (seen.has(same)) return [{ index, same }];
    seen.add(same);
    return [];
  });
}

function identityOf(schema: StructuralSchema): ((item: unknown) => string) | undefined {
  const keys = schema['x-kubernetes-list-map-keys'];
  switch (schema['x-kubernetes-list-type']) {
    case 'set':
      return canonical;
    case 'map':
      return (item) =>
        Array.isArray(keys) ? keys.map((key) => keyText(item, String(key))).join(', ') : canonical(item);
    default:
      return undefined;
  }
}

function keyText(item: unknown, key: string): string {
  const value = isPlainObject(item) ? item[key] : undefined;
  return value === undefined ? `no ${key}` : `${key}=${canonical(value)}`;
}

/** JSON with sorted keys. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    isPlainObject(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner,
  );
}
