/** A value that neither YAML nor JSON can hold, and where it stands. */
export interface Unemittable {
  /** Path inside the document, e.g. `spec.ports[0].name`; empty for the document itself. */
  readonly path: string;
  /** What it is; never the value of a string. */
  readonly what: string;
}

/** A document that is not plain data. */
export class EmissionError extends Error {
  constructor(readonly problem: Unemittable) {
    super(
      `${problem.path === '' ? 'document' : problem.path}: not plain data, got ${problem.what}; pass strings, finite numbers, booleans, null, lists and plain objects`,
    );
    this.name = 'EmissionError';
  }
}

/** A surrogate without its other half: no byte sequence of UTF-8 stands for it. */
const LONE_SURROGATE = /\p{Surrogate}/u;

/** Deeper than anything that is written by hand, and far from the end of the call stack. */
export const DEEPEST = 200;

/** Whether a string can be written as UTF-8. */
export function isWellFormed(text: string): boolean {
  return !LONE_SURROGATE.test(text);
}

/** Whether an object is a record of its members and no more: no Date, Map, Buffer or instance of a class. */
export function isRecord(value: object): value is Record<string, unknown> {
  const prototype: unknown = Object.getPrototypeOf(value);
  // an object of another realm has another Object.prototype, whose own prototype is null as well
  return prototype === Object.prototype || prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** The first thing in a value that cannot be emitted, or nothing; members that are `undefined` are left out, not refused. */
export function findUnemittable(value: unknown): Unemittable | undefined {
  return search(value, '', new Set());
}

function search(value: unknown, path: string, ancestors: Set<object>): Unemittable | undefined {
  if (typeof value === 'string')
    return isWellFormed(value) ? undefined : { path, what: 'a string with half a surrogate pair' };
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : { path, what: String(value) };
  if (value === null || typeof value === 'boolean') return undefined;
  if (typeof value !== 'object') return { path, what: value === undefined ? 'undefined' : `a ${typeof value}` };
  if (ancestors.has(value)) return { path, what: 'a cycle' };
  if (ancestors.size >= DEEPEST) return { path, what: `more than ${String(DEEPEST)} levels` };
  if (!Array.isArray(value) && !isRecord(value)) return { path, what: `an instance of ${className(value)}` };
  ancestors.add(value);
  const found = Array.isArray(value) ? searchList(value, path, ancestors) : searchRecord(value, path, ancestors);
  ancestors.delete(value);
  return found;
}

function searchList(list: readonly unknown[], path: string, ancestors: Set<object>): Unemittable | undefined {
  for (let i = 0; i < list.length; i++) {
    const found = search(list[i], `${path}[${String(i)}]`, ancestors);
    if (found !== undefined) return found;
  }
  return undefined;
}

function searchRecord(record: object, path: string, ancestors: Set<object>): Unemittable | undefined {
  for (const [key, member] of Object.entries(record)) {
    if (member === undefined) continue;
    const at = memberPath(path, key);
    if (!isWellFormed(key)) return { path: at, what: 'a key with half a surrogate pair' };
    const found = search(member, at, ancestors);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Path of a member: dotted where the key is a word, in brackets where it holds dots or the like. */
export function memberPath(path: string, key: string): string {
  if (!/^[\w-]+$/.test(key)) return `${path}[${JSON.stringify(key)}]`;
  return path === '' ? key : `${path}.${key}`;
}

function className(value: object): string {
  const { constructor } = value;
  return typeof constructor === 'function' && constructor.name !== '' ? constructor.name : 'a class';
}
