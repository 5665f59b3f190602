import {
  isAlias,
  LineCounter,
  parseAllDocuments,
  type Document,
  type DocumentOptions,
  type ParseOptions,
  type SchemaOptions,
} from 'yaml';

/** A text that is not YAML, with the place of the first mistake. */
export class YamlParseError extends Error {
  constructor(
    /** Line, from 1. */
    readonly line: number,
    /** Column, from 1. */
    readonly column: number,
    reason: string,
  ) {
    super(`line ${String(line)}, column ${String(column)}: not YAML, got ${reason}; correct the text`);
    this.name = 'YamlParseError';
  }
}

/**
 * The documents of a text, read as YAML 1.2 with the merge keys (`<<`) that Kubernetes' tools still honour. Documents
 * with nothing in them are left out; a duplicate key or an unknown tag is a mistake.
 *
 * @throws YamlParseError with line and column
 */
export function parseDocuments(text: string): unknown[] {
  return documentsOf(text, { version: '1.2', merge: true });
}

/** The same by other rules of what a scalar is. */
export function documentsOf(text: string, rules: ParseOptions & DocumentOptions & SchemaOptions): unknown[] {
  const lines = new LineCounter();
  const parsed = parseAllDocuments(text, { ...rules, lineCounter: lines, prettyErrors: false });
  if (!Array.isArray(parsed)) return [];
  // `---` alone opens a document without content, unlike a written null
  return parsed
    .filter((document) => check(document, lines).contents !== null && !isBlank(document))
    .map(toValue(lines));
}

type Parsed = Document.Parsed;

function check(document: Parsed, lines: LineCounter): Parsed {
  const [mistake] = [...document.errors, ...document.warnings].sort((a, b) => a.pos[0] - b.pos[0]);
  if (mistake === undefined) return document;
  const { line, col } = lines.linePos(mistake.pos[0]);
  throw new YamlParseError(line, col, firstLine(mistake.message));
}

function isBlank({ contents }: Parsed): boolean {
  return (
    contents !== null && !isAlias(contents) && 'source' in contents && contents.source === '' && contents.value === null
  );
}

/** Aliases are resolved here, and may lead nowhere or to a flood of copies. */
function toValue(lines: LineCounter) {
  return (document: Parsed): unknown => {
    try {
      return document.toJS();
    } catch (error) {
      const { line, col } = lines.linePos(document.range[0]);
      throw new YamlParseError(line, col, firstLine(error instanceof Error ? error.message : String(error)));
    }
  };
}

function firstLine(message: string): string {
  return message.split('\n')[0] ?? message;
}
