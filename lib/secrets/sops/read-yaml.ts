import {
  Composer,
  isAlias,
  isCollection,
  isMap,
  isScalar,
  LineCounter,
  Parser,
  type Document,
  type ParsedNode,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { collectComments, placeComments, type Slot, type Slots } from './comments';
import { placeOf, SopsError } from './error';
import { resolvePlain, UnreadableScalar } from './resolve-scalar';
import { str, type Mapping, type Node } from './tree';

/** Values that aliases may multiply a document to. */
const MOST_NODES = 1_000_000;

/**
 * The documents of a YAML text as SOPS sees them: go-yaml's types, aliases expanded, comments where they stand.
 *
 * @throws SopsError for a text that is not YAML, and for what SOPS could not keep; no message quotes the text
 */
export function readYaml(text: string): readonly Mapping[] {
  const lines = new LineCounter();
  const source = withBracketsIndented(text);
  const tokens = [...new Parser(lines.addNewLine).parse(source)];
  // every scalar arrives as its text, since its type is for us to tell
  const composer = new Composer({ version: '1.2', schema: 'failsafe', keepSourceTokens: true, prettyErrors: false });
  const documents = [...composer.compose(tokens)];
  for (const { errors } of documents) {
    const [mistake] = errors;
    if (mistake !== undefined) throw notYaml(lines, mistake.pos[0], mistake.code.toLowerCase().replaceAll('_', ' '));
  }
  const comments = collectComments(tokens, source);
  const starts = documents.map((document, i) => (i === 0 ? 0 : document.range[0]));
  return documents.map((document, i) => {
    const root = new DocumentReader(document, lines, i).read();
    const end = starts[i + 1] ?? Infinity;
    return placeComments(
      root,
      comments.filter(({ offset }) => offset >= (starts[i] ?? 0) && offset < end),
    );
  });
}

/** go-yaml writes a comment inside of empty brackets, and then the closing one at the start of the line, which YAML forbids. */
function withBracketsIndented(text: string): string {
  return text.replaceAll(/^( +)(#.*)\n(?=[}\]])/gm, '$1$2\n$1');
}

/** Reads one document into slots, which remember where in the text each member stands. */
class DocumentReader {
  private nodes = 0;
  private readonly open = new Set<unknown>();

  constructor(
    private readonly document: Document.Parsed,
    private readonly lines: LineCounter,
    private readonly index: number,
  ) {}

  read(): Slots {
    const { contents } = this.document;
    if (contents === null || isMap(contents)) {
      return contents === null
        ? { kind: 'map', flow: false, column: 1, range: [0, 0], slots: [] }
        : this.mapping(contents, []);
    }
    // a document that says nothing, or null, is an empty one to SOPS
    const value = this.node(contents, []);
    if ('kind' in value && value.kind === 'null')
      return { kind: 'map', flow: false, column: 1, range: [0, 0], slots: [] };
    if (!('slots' in value) || value.kind === 'list')
      throw new SopsError(
        'not-yaml',
        'a document that is no mapping',
        'SOPS encrypts mappings',
        placeOf(this.index, []),
      );
    return value;
  }

  private node(node: ParsedNode | null, path: readonly (string | number)[]): Node | Slots {
    if (++this.nodes > MOST_NODES)
      throw new SopsError(
        'unsupported',
        'aliases that multiply without end',
        'write the values out',
        placeOf(this.index, path),
      );
    if (node === null) return { kind: 'null' };
    if (isAlias(node)) return this.alias(node, path);
    const tag = node.tag?.replace('tag:yaml.org,2002:', '!!');
    if (isCollection(node)) {
      if (tag !== undefined && !['!!map', '!!seq', '!'].includes(tag)) throw this.unsupportedTag(path);
      return isMap(node) ? this.mapping(node, path) : this.sequence(node, path);
    }
    return this.scalar(node, tag, path);
  }

  private alias(node: ParsedNode & { source: string }, path: readonly (string | number)[]): Node | Slots {
    const target = isAlias(node) ? node.resolve(this.document) : undefined;
    if (target === undefined || this.open.has(target))
      throw new SopsError(
        'not-yaml',
        'an alias that leads nowhere',
        'name an anchor before it',
        placeOf(this.index, path),
      );
    const value = this.node(target as ParsedNode, path);
    // a copy has no place of its own in the text, so that comments are placed at the original only
    return 'slots' in value ? placeComments(value, []) : value;
  }

  private mapping(node: YAMLMap.Parsed, path: readonly (string | number)[]): Slots {
    this.open.add(node);
    const slots = node.items.map((pair): Slot => {
      const offset = pair.key.range[0];
      const key = this.key(pair.key, path);
      return { offset, line: this.lines.linePos(offset).line, key, value: this.node(pair.value, [...path, key]) };
    });
    this.open.delete(node);
    return this.slots('map', node, slots);
  }

  private sequence(node: YAMLSeq.Parsed, path: readonly (string | number)[]): Slots {
    this.open.add(node);
    const dashes = dashesOf(node);
    const slots = node.items.map((item, i): Slot => {
      const offset = dashes[i] ?? item.range[0];
      return { offset, line: this.lines.linePos(offset).line, value: this.node(item, [...path, i]) };
    });
    this.open.delete(node);
    return this.slots('list', node, slots);
  }

  private slots(kind: 'map' | 'list', node: YAMLMap.Parsed | YAMLSeq.Parsed, slots: readonly Slot[]): Slots {
    const first = slots[0]?.offset ?? node.range[0];
    const column = this.lines.linePos(first).col;
    return { kind, flow: node.flow === true, column, range: [node.range[0], node.range[1]], slots };
  }

  private key(node: ParsedNode, path: readonly (string | number)[]): string {
    const key = this.node(node, path);
    if (!('kind' in key) || key.kind !== 'scalar' || key.type !== 'str')
      throw new SopsError('unsupported', 'a key that is no string', 'quote it', placeOf(this.index, path));
    return key.text;
  }

  private scalar(node: ParsedNode, tag: string | undefined, path: readonly (string | number)[]): Node {
    const text = isScalar(node) ? String(node.value) : '';
    const isPlain = isScalar(node) && node.type === 'PLAIN';
    if (tag === '!!str' || tag === '!' || (tag === undefined && !isPlain)) return str(text);
    if (tag === '!!binary') return this.binary(text, path);
    let value: Node;
    try {
      value = resolvePlain(text);
    } catch (error) {
      if (!(error instanceof UnreadableScalar)) throw error;
      throw new SopsError('unsupported', error.message, 'write it as a string', placeOf(this.index, path));
    }
    if (tag !== undefined && tag !== tagOf(value)) throw this.unsupportedTag(path);
    return value;
  }

  private binary(text: string, path: readonly (string | number)[]): Node {
    const base64 = text.replaceAll(/\s/g, '');
    const bytes = Buffer.from(base64, 'base64');
    if (bytes.toString('base64') !== base64)
      throw new SopsError(
        'not-yaml',
        'a binary value that is not base64',
        'encode it again',
        placeOf(this.index, path),
      );
    const decoded = bytes.toString('utf8');
    return Buffer.from(decoded).equals(bytes) ? str(decoded) : { kind: 'scalar', type: 'bytes', text: base64 };
  }

  private unsupportedTag(path: readonly (string | number)[]): SopsError {
    return new SopsError('unsupported', 'a tag that SOPS would lose', 'leave it out', placeOf(this.index, path));
  }
}

const TAGS = { str: '!!str', int: '!!int', float: '!!float', bool: '!!bool', time: '!!timestamp', bytes: '!!binary' };

function tagOf(node: Node): string {
  if (node.kind === 'null') return '!!null';
  return node.kind === 'scalar' ? TAGS[node.type] : '';
}

/** Offsets of a block list's dashes, which stand before its items. */
function dashesOf(node: YAMLSeq.Parsed): readonly (number | undefined)[] {
  const token = node.srcToken;
  if (token?.type !== 'block-seq') return [];
  return token.items.flatMap(({ start }) => {
    const dash = start.find(({ type }) => type === 'seq-item-ind');
    return dash === undefined ? [] : [dash.offset];
  });
}

function notYaml(lines: LineCounter, offset: number, reason: string): SopsError {
  const { line, col } = lines.linePos(offset);
  return new SopsError(
    'not-yaml',
    `not YAML at line ${String(line)}, column ${String(col)}, got ${reason}`,
    'correct the text',
  );
}
