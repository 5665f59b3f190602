import { isDeepStrictEqual } from 'node:util';

/** Where two trees part, as a path and the two values; values that may be secret are long and come cut. */
export function firstDifference(ours: unknown, theirs: unknown, path = ''): string {
  if (isTree(ours) && isTree(theirs)) {
    const keys = [...new Set([...Object.keys(ours), ...Object.keys(theirs)])];
    const key = keys.find((name) => !isDeepStrictEqual(ours[name], theirs[name]));
    if (key !== undefined) return firstDifference(ours[key], theirs[key], `${path}.${key}`);
  }
  return `${path}: ours ${short(ours)}, theirs ${short(theirs)}`;
}

function isTree(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function short(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 60);
}
