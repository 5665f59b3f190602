import { hash } from 'node:crypto';

/** What the last synthesis wrote for one owner. */
export interface OwnerIndex {
  /** Id of the cluster, `<group>/<name>`. */
  readonly owner: string;
  /** Path to the digest of what was written there. */
  readonly files: ReadonlyMap<string, string>;
}

/** Folder of the indexes, at the top of the tree: nothing that a GitOps engine reads. */
export const INDEX_FOLDER = '.plinth';
const SUFFIX = '.sha256';

const FORMAT = 1;
const TITLE = /^# plinth index (?<format>\d+): (?<owner>.+)$/;
/** A line of `sha256sum`, so that `sha256sum --check` reads an index. */
const LINE = /^(?<digest>[0-9a-f]{64}) {2}(?<path>.+)$/;
const CONFLICT = /^(?:<{7}|={7}|>{7}|\|{7})(?: |$)/m;

/** An index that cannot be used; the message says why and what to do. */
export class IndexFormatError extends Error {
  constructor(
    readonly what: string,
    readonly fix: string,
  ) {
    super(`${what}; ${fix}`);
    this.name = 'IndexFormatError';
  }
}

/** Where an owner's index stands: a file for each, so that changes to two clusters do not meet in one. */
export function indexPath(owner: string): string {
  return `${INDEX_FOLDER}/${owner}${SUFFIX}`;
}

/** SHA-256 of a file's text, in hexadecimal. */
export function digestOf(text: string): string {
  return hash('sha256', text);
}

/** One line for each file, in path order: changes to different files merge without a conflict. */
export function formatIndex({ owner, files }: OwnerIndex): string {
  const lines = [...files].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, digest]) => `${digest}  ${path}\n`);
  return `# plinth index ${String(FORMAT)}: ${owner}\n${lines.join('')}`;
}

/**
 * Reads an index.
 *
 * @throws IndexFormatError for a text that is none, a newer format, or one that a merge left half done
 */
export function parseIndex(text: string): OwnerIndex {
  if (CONFLICT.test(text)) {
    throw new IndexFormatError('conflict markers of a merge', 'keep the lines of both sides, then synthesize again');
  }
  const [title = '', ...lines] = text.split('\n');
  const { format = '', owner = '' } = TITLE.exec(title)?.groups ?? {};
  if (Number(format) > FORMAT) {
    throw new IndexFormatError(`index format ${format}, which a newer plinth wrote`, 'update plinth');
  }
  if (Number(format) !== FORMAT) throw corrupt(1);
  const files = new Map<string, string>();
  for (const [i, line] of lines.entries()) {
    if (line === '') continue;
    const { digest, path } = LINE.exec(line)?.groups ?? {};
    if (digest === undefined || path === undefined || !isInside(path)) throw corrupt(i + 2);
    files.set(path, digest);
  }
  return { owner, files };
}

/** An index comes from a checkout that anyone may have edited, and names files to remove. */
function isInside(path: string): boolean {
  return !path.startsWith('/') && !path.split('/').some((part) => ['', '.', '..', '.git'].includes(part.toLowerCase()));
}

function corrupt(line: number): IndexFormatError {
  return new IndexFormatError(
    `line ${String(line)} is not that of an index`,
    'restore the file from git, then synthesize again',
  );
}
