import { isWellFormed } from './plain-data';
import { isPlain, writeKey } from './scalar';

/** The keys that a reader looks for first, at every level. */
const FIRST = ['apiVersion', 'kind', 'metadata', 'name', 'namespace'];

/** One key of a map, at its place in the canonical order. */
export interface Entry {
  readonly key: string;
  /** Its place in the map as it was given. */
  readonly index: number;
  /** The key as it is written, where that is the same at every depth. */
  readonly text: string | undefined;
}

/**
 * Manifests repeat few shapes many times: what is known of one saves sorting and quoting its keys again. A shape is
 * found key by key, since comparing known strings costs less than joining them to one.
 */
interface Shape {
  readonly next: Map<string, Shape>;
  entries?: readonly Entry[];
}

let known: Shape = { next: new Map() };
let count = 0;
const MOST_KNOWN = 4096;
const LONGEST_KEPT = 100;

/** The keys of a map in canonical order: the known first keys, then the rest by code unit, which no locale changes. */
export function inOrder(keys: readonly string[]): readonly Entry[] {
  let shape: Shape | undefined = known;
  for (const key of keys) {
    shape = shape.next.get(key);
    if (shape === undefined) break;
  }
  return shape?.entries ?? learn(keys);
}

function learn(keys: readonly string[]): readonly Entry[] {
  const entries = keys
    .map((key, index) => ({ key, index, text: isKept(key) ? writeKey(key, '') : undefined }))
    .sort((a, b) => compareKeys(a.key, b.key));
  if (entries.some(({ text }) => text === undefined)) return entries;
  if (count + keys.length > MOST_KNOWN) [known, count] = [{ next: new Map() }, 0];
  let shape = known;
  for (const key of keys) {
    let next = shape.next.get(key);
    if (next === undefined) {
      next = { next: new Map() };
      shape.next.set(key, next);
      count++;
    }
    shape = next;
  }
  shape.entries = entries;
  return entries;
}

function isKept(key: string): boolean {
  return key.length < LONGEST_KEPT && isPlain(key) && isWellFormed(key);
}

function compareKeys(a: string, b: string): number {
  const [rankA, rankB] = [rank(a), rank(b)];
  return rankA !== rankB ? rankA - rankB : a < b ? -1 : 1;
}

function rank(key: string): number {
  const index = FIRST.indexOf(key);
  return index < 0 ? FIRST.length : index;
}
