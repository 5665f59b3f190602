import type { Json } from '../../../cluster';
import { compareKeys } from './key-order';
import { isSimpleKey, writeScalar } from './scalar';

/** A value whose maps keep the order in which they are written: a Go struct's own, or that of `sorted`. */
export type Ordered = string | number | boolean | null | readonly Ordered[] | OrderedMap;
export type OrderedMap = ReadonlyMap<string, Ordered>;

/** Plain data with its keys in go-yaml's order. Members that are `undefined` are left out. */
export function sorted(value: Json): Ordered {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return (value as readonly Json[]).map(sorted);
  return new Map(
    Object.entries(value)
      .filter((entry): entry is [string, Json] => entry[1] !== undefined)
      .sort(([a], [b]) => compareKeys(a, b))
      .map(([key, member]) => [key, sorted(member)]),
  );
}

/** A document as go-yaml's `Marshal` writes it, to the byte: four spaces a level, lists indented below their key. */
export function marshal(document: OrderedMap): string {
  return ended(document.size === 0 ? '{}' : mapping(document, 0));
}

/** The entries of a map, the first without its indentation. */
function mapping(map: OrderedMap, column: number): string {
  const inner = below(column);
  return join(
    [...map].map(([key, value]) => {
      const name = writeScalar(key, spaces(inner));
      if (isSimpleKey(key)) return `${name}:${behindKey(value, inner)}`;
      return `${ended(`? ${name}`)}${spaces(column)}:${behindIndicator(value, column, inner)}`;
    }),
    column,
  );
}

/** The items of a list, the first without its indentation. */
function sequence(items: readonly Ordered[], column: number): string {
  return join(
    items.map((item) => `-${behindIndicator(item, column, column + DASH)}`),
    column,
  );
}

/** Width of a dash and its space. */
const DASH = 2;

/** A collection begins on the next line. */
function behindKey(value: Ordered, inner: number): string {
  const text = collection(value, inner);
  return text === undefined ? ` ${leaf(value, inner)}` : `\n${spaces(inner)}${text}`;
}

/** A collection begins on the line of its dash, or of the colon of a long key. */
function behindIndicator(value: Ordered, column: number, inner: number): string {
  const text = collection(value, inner);
  return text === undefined ? ` ${leaf(value, inner)}` : `${spaces(inner - column - 1)}${text}`;
}

function collection(value: Ordered, column: number): string | undefined {
  if (isMap(value)) return value.size === 0 ? undefined : mapping(value, column);
  if (isList(value)) return value.length === 0 ? undefined : sequence(value, column);
  return undefined;
}

/** A scalar, or a collection that holds nothing. */
function leaf(value: Ordered, column: number): string {
  if (isMap(value)) return '{}';
  return isList(value) ? '[]' : writeScalar(value, spaces(column));
}

/** Entries one below the other. */
function join(entries: readonly string[], column: number): string {
  return entries.map((entry, i) => (i < entries.length - 1 ? ended(entry) + spaces(column) : entry)).join('');
}

/** With the end of its last line, which a block of lines brings along: a line separator will do. */
function ended(text: string): string {
  return /[\n\u2028\u2029]$/.test(text) ? text : `${text}\n`;
}

/** go-yaml's next level: the next multiple of the indentation, also behind the two columns of a dash. */
function below(column: number): number {
  return INDENT * Math.floor((column + INDENT) / INDENT);
}

const INDENT = 4;

function spaces(count: number): string {
  return ' '.repeat(count);
}

function isMap(value: Ordered): value is OrderedMap {
  return value instanceof Map;
}

function isList(value: Ordered): value is readonly Ordered[] {
  return Array.isArray(value);
}
