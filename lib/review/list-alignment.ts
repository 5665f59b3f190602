import { isDeepStrictEqual } from 'node:util';
import { isPlainObject } from './plain-object';

/** One item on each side that belong together, by position; -1 where a side has none. */
export interface ItemPair {
  readonly before: number;
  readonly after: number;
}

/**
 * Members by which items of a list are known, the likeliest first: Kubernetes' merge keys, and what Talos, Cluster API and
 * Argo CD name theirs by.
 */
const NAMING = [
  'name',
  'key',
  'id',
  'interface',
  'mountPath',
  'containerPort',
  'port',
  'path',
  'type',
  'host',
  'address',
];

/** The member that names every item of both lists, each name once in its list; nothing where there is no such member. */
export function namingMember(before: readonly unknown[], after: readonly unknown[]): string | undefined {
  if (before.length === 0 || after.length === 0) return undefined;
  return NAMING.find((key) => areNamed(before, key) && areNamed(after, key));
}

export function nameOf(item: unknown, key: string): string | number {
  return (item as Record<string, string | number>)[key] ?? '';
}

function areNamed(list: readonly unknown[], key: string): boolean {
  const names = new Set<unknown>();
  for (const item of list) {
    const name = isPlainObject(item) ? item[key] : undefined;
    if (typeof name !== 'string' && typeof name !== 'number') return false;
    names.add(name);
  }
  return names.size === list.length;
}

/** Beyond this many comparisons, items between the common ends are paired by position. */
const COMPARISONS = 250_000;

/**
 * Pairs the items of two lists without names: equal ones by the longest common subsequence, so that an insertion does not
 * shift all that follow; what differs between two equal ones is paired in order.
 */
export function alignItems(before: readonly unknown[], after: readonly unknown[]): ItemPair[] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && isDeepStrictEqual(before[start], after[start])) start++;
  let end = 0;
  while (end < shorter - start && isDeepStrictEqual(before[before.length - 1 - end], after[after.length - 1 - end])) {
    end++;
  }
  const rows = before.length - end - start;
  const columns = after.length - end - start;
  const common = rows * columns <= COMPARISONS ? commonItems(before, after, start, rows, columns) : [];
  return fillGaps([...common, { before: start + rows, after: start + columns }], start);
}

/** The pairs between equal items (which have no difference to show), in order; the last anchor is the end. */
function fillGaps(anchors: readonly ItemPair[], start: number): ItemPair[] {
  const pairs: ItemPair[] = [];
  let i = start;
  let j = start;
  for (const anchor of anchors) {
    while (i < anchor.before || j < anchor.after) {
      pairs.push({ before: i < anchor.before ? i++ : -1, after: j < anchor.after ? j++ : -1 });
    }
    i = anchor.before + 1;
    j = anchor.after + 1;
  }
  return pairs;
}

function commonItems(
  before: readonly unknown[],
  after: readonly unknown[],
  start: number,
  rows: number,
  columns: number,
): ItemPair[] {
  const width = columns + 1;
  const equal = (i: number, j: number) => isDeepStrictEqual(before[start + i], after[start + j]);
  const lengths = new Uint32Array((rows + 1) * width);
  const length = (i: number, j: number) => lengths[i * width + j] ?? 0;
  for (let i = rows - 1; i >= 0; i--) {
    for (let j = columns - 1; j >= 0; j--) {
      lengths[i * width + j] = equal(i, j) ? length(i + 1, j + 1) + 1 : Math.max(length(i + 1, j), length(i, j + 1));
    }
  }
  const pairs: ItemPair[] = [];
  let i = 0;
  let j = 0;
  while (i < rows && j < columns) {
    if (equal(i, j)) pairs.push({ before: start + i++, after: start + j++ });
    else if (length(i + 1, j) >= length(i, j + 1)) i++;
    else j++;
  }
  return pairs;
}
