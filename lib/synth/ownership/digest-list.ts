/** A digest for each of some files of one owner. */
export interface DigestList {
  /** Id of the cluster, `<group>/<name>`. */
  readonly owner: string;
  /** Path inside the tree to a SHA-256 in hexadecimal. */
  readonly files: ReadonlyMap<string, string>;
}

/** What a list is about: the word in its first line, and the end of its file's name. */
export interface ListKind {
  readonly title: string;
  readonly suffix: string;
}

/** Folder of the lists, at the top of the tree: nothing that a GitOps engine reads. */
export const LIST_FOLDER = '.plinth';

const FORMAT = 1;
const TITLE = /^# plinth (?<title>\w+) (?<format>\d+): (?<owner>.+)$/;
/** A line of `sha256sum`, so that `sha256sum --check` reads a list of what was written. */
const LINE = /^(?<digest>[0-9a-f]{64}) {2}(?<path>.+)$/;
const CONFLICT = /^(?:<{7}|={7}|>{7}|\|{7})(?: |$)/m;

/** A list that cannot be used; the message says why and what to do. */
export class DigestListError extends Error {
  constructor(
    readonly what: string,
    readonly fix: string,
  ) {
    super(`${what}; ${fix}`);
    this.name = 'DigestListError';
  }
}

/** Where an owner's list stands: a file for each, so that changes to two clusters do not meet in one. */
export function listPath({ suffix }: ListKind, owner: string): string {
  return `${LIST_FOLDER}/${owner}${suffix}`;
}

/** Whether a path inside the tree is that of a list of this kind. */
export function isListPath({ suffix }: ListKind, path: string): boolean {
  return path.startsWith(`${LIST_FOLDER}/`) && path.endsWith(suffix);
}

/** One line for each file, in path order: changes to different files merge without a conflict. */
export function formatList({ title }: ListKind, { owner, files }: DigestList): string {
  const lines = [...files].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, digest]) => `${digest}  ${path}\n`);
  return `# plinth ${title} ${String(FORMAT)}: ${owner}\n${lines.join('')}`;
}

/**
 * Reads what `formatList` wrote.
 *
 * @throws DigestListError for a text that is none, a newer format, or one that a merge left half done
 */
export function parseList(kind: ListKind, text: string): DigestList {
  if (CONFLICT.test(text)) {
    throw new DigestListError('conflict markers of a merge', 'keep the lines of both sides, then synthesize again');
  }
  const [first = '', ...lines] = text.split('\n');
  const { title, format = '', owner = '' } = TITLE.exec(first)?.groups ?? {};
  if (title !== kind.title) throw corrupt(kind, 1);
  if (Number(format) > FORMAT) {
    throw new DigestListError(`${kind.title} format ${format}, which a newer plinth wrote`, 'update plinth');
  }
  if (Number(format) !== FORMAT) throw corrupt(kind, 1);
  const files = new Map<string, string>();
  for (const [i, line] of lines.entries()) {
    if (line === '') continue;
    const { digest, path } = LINE.exec(line)?.groups ?? {};
    if (digest === undefined || path === undefined || !isInside(path)) throw corrupt(kind, i + 2);
    files.set(path, digest);
  }
  return { owner, files };
}

/** A list comes from a checkout that anyone may have edited, and names files to remove. */
function isInside(path: string): boolean {
  return !path.startsWith('/') && !path.split('/').some((part) => ['', '.', '..', '.git'].includes(part.toLowerCase()));
}

function corrupt({ title }: ListKind, line: number): DigestListError {
  return new DigestListError(
    `line ${String(line)} is not that of the ${title}`,
    'restore the file from git, then synthesize again',
  );
}
