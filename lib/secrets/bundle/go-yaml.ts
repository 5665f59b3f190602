import { emitValue } from '../../yaml';

/** A tree of texts and lists of texts, in the order in which it is written. */
export interface Tree {
  readonly [key: string]: string | readonly string[] | Tree;
}

/** The tree as Go's emitter writes a struct: keys in the given order, four spaces a level, each text on one line. */
export function emitInOrder(tree: Tree): string {
  return linesOf(tree, '').join('');
}

function linesOf(tree: Tree, indent: string): readonly string[] {
  return Object.entries(tree).flatMap(([key, value]) => {
    const start = `${indent}${scalar(key)}:`;
    const deeper = `${indent}    `;
    if (typeof value === 'string') return [`${start} ${scalar(value)}\n`];
    if (!isList(value)) return [`${start}\n`, ...linesOf(value, deeper)];
    return value.length === 0
      ? [`${start} []\n`]
      : [`${start}\n`, ...value.map((item) => `${deeper}- ${scalar(item)}\n`)];
  });
}

function isList(value: readonly string[] | Tree): value is readonly string[] {
  return Array.isArray(value);
}

/** Go takes single quotes for a text that could open a document. */
function scalar(text: string): string {
  return text.startsWith('---') ? `'${text}'` : emitValue(text).trimEnd();
}
