import { identityOf, type KubernetesObject } from '../artifact';
import { memberPath } from '../yaml';

/** The first place where two lists of objects differ, in words and without values; absent where they are equal. */
export function describeDifference(
  first: readonly KubernetesObject[],
  second: readonly KubernetesObject[],
): string | undefined {
  for (let i = 0; i < Math.max(first.length, second.length); i++) {
    const object = first[i] ?? second[i];
    const path = difference(first[i], second[i], '');
    if (object !== undefined && path !== undefined) return path === '' ? title(object) : `${title(object)} ${path}`;
  }
  return undefined;
}

function title(object: KubernetesObject): string {
  const { kind, namespace, name } = identityOf(object);
  return namespace === '' ? `${kind} ${name}` : `${kind} ${namespace}/${name}`;
}

function difference(left: unknown, right: unknown, path: string): string | undefined {
  if (!isObject(left) || !isObject(right) || Array.isArray(left) !== Array.isArray(right))
    return Object.is(left, right) ? undefined : path;
  for (const key of new Set([...Object.keys(left), ...Object.keys(right)])) {
    const found = difference(left[key], right[key], Array.isArray(left) ? `${path}[${key}]` : memberPath(path, key));
    if (found !== undefined) return found;
  }
  return undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
