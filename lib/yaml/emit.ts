import { inOrder } from './key-order';
import { DEEPEST, EmissionError, findUnemittable, isRecord, isWellFormed } from './plain-data';
import { isHarmless, quote, writeKey, writeNumber, writeString } from './scalar';

/**
 * Documents as one YAML text in canonical form: the same data gives the same bytes, whatever the order of its keys.
 *
 * @throws EmissionError for what is not plain data, with its path
 */
export function emitDocuments(documents: readonly unknown[]): string {
  let text = '';
  for (let i = 0; i < documents.length; i++)
    text += i === 0 ? emitValue(documents[i]) : `---\n${emitValue(documents[i])}`;
  return text;
}

/**
 * One value as canonical YAML text, for a file or for a string inside another document.
 *
 * @throws EmissionError for what is not plain data, with its path
 */
export function emitValue(value: unknown): string {
  try {
    return joined(`${root(value)}\n`);
  } catch (error) {
    if (error !== notPlain) throw error;
    throw new EmissionError(findUnemittable(value) ?? { path: '', what: 'a value that changes while it is read' });
  }
}

/**
 * A text that was put together from thousands of pieces keeps them all in memory until somebody reads a character of it;
 * reading one at once lets them go young, which halves the time that a tree takes.
 */
function joined(text: string): string {
  text.charCodeAt(0);
  return text;
}

/** Thrown by the fast path, which keeps no track of where it is: a second, slower walk finds the place. */
const notPlain = new Error('not plain data');

/** The start of a line at each depth. */
const pads = Array.from({ length: 2 * DEEPEST + 2 }, (_, depth) => `\n${'  '.repeat(depth)}`);

function padOf(depth: number): string {
  const pad = pads[depth];
  // the table ends where a cycle is certain
  if (pad === undefined) throw notPlain;
  return pad;
}

function root(value: unknown): string {
  // parsers disagree on the indentation of a block that is the whole document
  if (typeof value === 'string' && value.includes('\n')) return quote(checked(value));
  if (typeof value !== 'object' || value === null) return scalar(value, 0);
  return Array.isArray(value) ? list(value, 0) || '[]' : map(value, 0) || '{}';
}

/** What follows `key:`. */
function member(value: unknown, depth: number): string {
  if (typeof value !== 'object' || value === null) return ` ${scalar(value, depth + 1)}`;
  const inner = Array.isArray(value) ? list(value, depth + 1) : map(value, depth + 1);
  return inner === '' ? (Array.isArray(value) ? ' []' : ' {}') : padOf(depth + 1) + inner;
}

/** The entries of a map, a line each; the first without its indentation. Empty when there are none. */
function map(object: object, depth: number): string {
  if (!isRecord(object)) throw notPlain;
  const pad = padOf(depth);
  let text = '';
  const values = Object.values(object);
  for (const entry of inOrder(Object.keys(object))) {
    const value = values[entry.index];
    if (value === undefined) continue;
    const key = entry.text ?? writeKey(checked(entry.key), pad);
    text += (text === '' ? key : pad + key) + member(value, depth);
  }
  return text;
}

/** The items of a list, a line each; the first without its indentation. Empty when there are none. */
function list(items: readonly unknown[], depth: number): string {
  const pad = padOf(depth);
  let text = '';
  for (let i = 0; i < items.length; i++) {
    text += (i === 0 ? '- ' : `${pad}- `) + item(items[i], depth + 1);
  }
  return text;
}

/** What follows `- `, at the column after it. */
function item(value: unknown, depth: number): string {
  if (typeof value !== 'object' || value === null) return scalar(value, depth);
  return Array.isArray(value) ? list(value, depth) || '[]' : map(value, depth) || '{}';
}

function scalar(value: unknown, depth: number): string {
  switch (typeof value) {
    case 'string':
      return isHarmless(value) ? value : writeString(checked(value), padOf(depth));
    case 'number':
      if (!Number.isFinite(value)) throw notPlain;
      return writeNumber(value);
    case 'boolean':
      return value ? 'true' : 'false';
    default:
      if (value !== null) throw notPlain;
      return 'null';
  }
}

function checked(text: string): string {
  if (!isWellFormed(text)) throw notPlain;
  return text;
}
