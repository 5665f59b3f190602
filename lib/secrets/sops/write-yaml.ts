import type { Comment, Entry, Mapping, Node, Sequence } from './tree';
import { writeScalar, writeString } from './write-scalar';

/** Spaces per level where nothing else is asked for: SOPS' own default. */
export const DEFAULT_INDENT = 4;

/**
 * Documents as YAML in go-yaml's layout, which SOPS writes: lists indented below their key, block style throughout.
 *
 * @param indent spaces per level, 2 to 9
 */
export function writeYaml(documents: readonly Mapping[], indent = DEFAULT_INDENT): string {
  const writer = new YamlWriter(indent);
  return documents.map((document) => writer.document(document)).join('---\n');
}

class YamlWriter {
  constructor(private readonly indent: number) {}

  document(root: Mapping): string {
    const isEmpty = root.members.every(({ kind }) => kind === 'comment');
    const lines = this.mapping(root, 0);
    return [...lines, ...(isEmpty ? ['{}'] : [])].map((line) => `${line}\n`).join('');
  }

  /** Lines of a mapping's members, each at its full indentation. */
  private mapping({ members }: Mapping, column: number): string[] {
    return this.members(members, column, (entry: Entry, inline) => {
      const key = writeString(entry.key);
      // the colon of a long key is not looked for so far behind
      const head = key.length > LONGEST_KEY ? `? ${key}\n${' '.repeat(column)}:` : `${key}:`;
      return this.value(`${' '.repeat(column)}${head}`, entry.value, this.below(column), inline);
    });
  }

  private sequence({ items }: Sequence, column: number): string[] {
    return this.members(items, column, (item: Node, inline) => {
      const dash = `${' '.repeat(column)}-`;
      const collection = filled(item);
      if (collection === undefined) return this.value(dash, item, column + DASH, inline);
      // a collection begins on the line of its dash; what is said before its first member stands above, where go-yaml moves it
      const lines = this.collection(collection, column + DASH);
      const start = lines.findIndex((line) => !line.trimStart().startsWith('#'));
      const above = [...inline, ...lines.slice(0, start).map((line) => line.trimStart().slice(1))];
      const [first = '', ...rest] = lines.slice(start);
      return [...above.map((text) => `${' '.repeat(column)}#${text}`), `${dash} ${first.trimStart()}`, ...rest];
    });
  }

  /** Comments are held back until the member that they are about. */
  private members<M extends Node | Entry>(
    members: readonly (M | Comment)[],
    column: number,
    write: (member: M, inline: readonly string[]) => string[],
  ): string[] {
    const lines: string[] = [];
    let inline: string[] = [];
    const comment = (text: string) => `${' '.repeat(column)}#${text}`;
    for (const member of members) {
      if (member.kind !== 'comment') {
        lines.push(...write(member, inline));
        inline = [];
      } else if (member.inline) inline.push(oneLine(member.text));
      else lines.push(comment(oneLine(member.text)));
    }
    return [...lines, ...inline.map(comment)];
  }

  /** A value behind its key or dash; what needs lines of its own stands at `column`. */
  private value(head: string, node: Node, column: number, inline: readonly string[]): string[] {
    const pad = ' '.repeat(head.length - head.trimStart().length);
    const collection = filled(node);
    if (collection !== undefined)
      return [...inline.map((text) => `${pad}#${text}`), head, ...this.collection(collection, column)];
    const inside = node.kind === 'map' ? node.members : node.kind === 'list' ? node.items : [];
    const kept = inside.flatMap((member) => (member.kind === 'comment' ? [`${pad}#${oneLine(member.text)}`] : []));
    const text = this.leaf(node, ' '.repeat(column));
    const [only = '', ...others] = text.split('\n');
    // a block's header keeps nothing behind it, and go-yaml puts what stands behind brackets inside
    if (others.length > 0 || inline.length > 1 || node.kind === 'map' || node.kind === 'list')
      return [...kept, ...inline.map((comment) => `${pad}#${comment}`), `${head} ${only}`, ...others];
    return [...kept, `${head} ${only}${inline.map((comment) => ` #${comment}`).join('')}`];
  }

  private leaf(node: Node, pad: string): string {
    switch (node.kind) {
      case 'scalar':
        return writeScalar(node, pad);
      case 'null':
        return 'null';
      case 'map':
        return '{}';
      case 'list':
        return '[]';
    }
  }

  private collection(node: Mapping | Sequence, column: number): string[] {
    return node.kind === 'map' ? this.mapping(node, column) : this.sequence(node, column);
  }

  /** go-yaml's next level: the next multiple of the indentation, also behind the two columns of a dash. */
  private below(column: number): number {
    return this.indent * Math.floor((column + this.indent) / this.indent);
  }
}

/** Width of a dash and its space. */
const DASH = 2;
/** Longest key that is written before its colon on one line: what every reader looks ahead. */
const LONGEST_KEY = 128;

/** A collection that holds something besides comments. */
function filled(node: Node): Mapping | Sequence | undefined {
  if (node.kind === 'map') return node.members.some(({ kind }) => kind === 'entry') ? node : undefined;
  return node.kind === 'list' && node.items.some(({ kind }) => kind !== 'comment') ? node : undefined;
}

function oneLine(text: string): string {
  return text.replaceAll(/[\r\n]+/g, ' ');
}
