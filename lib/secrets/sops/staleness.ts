import { createHash } from 'node:crypto';

/** What an encrypted file was made from. */
export interface FileInputs {
  /** What may be known, in a fixed order: definitions, package version. */
  readonly publicInputs: readonly Uint8Array[];
  /** Committed encrypted files whose values go into this one, in a fixed order. */
  readonly ciphertexts: readonly Uint8Array[];
}

const FORMAT = 1;
const TITLE = /^# plinth inputs (?<format>\d+): (?<owner>.+)$/;
const LINE = /^(?<digest>[0-9a-f]{64}) {2}(?<path>\S.*)$/;

/**
 * Digest of all that an encrypted file was made from, so that whoever has no key can still tell whether it is stale. It gives
 * no value away: of the secrets it sees cipher texts only.
 */
export function stalenessDigest({ publicInputs, ciphertexts }: FileInputs): string {
  const hash = createHash('sha256').update(`plinth inputs ${String(FORMAT)}\0`);
  for (const list of [publicInputs, ciphertexts]) {
    // lengths before the bytes: no input can pose as two
    hash.update(sizeOf(list.length));
    for (const bytes of list) hash.update(sizeOf(bytes.length)).update(bytes);
  }
  return hash.digest('hex');
}

function sizeOf(count: number): Buffer {
  const size = Buffer.alloc(8);
  size.writeBigUInt64BE(BigInt(count));
  return size;
}

/** The digests of an owner's encrypted files, by path; kept beside the ownership index as `.plinth/<owner>.inputs`. */
export interface InputDigests {
  readonly owner: string;
  readonly files: ReadonlyMap<string, string>;
}

/** One line for each file, in path order: changes to different files merge without a conflict. */
export function formatInputDigests({ owner, files }: InputDigests): string {
  const lines = [...files].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, digest]) => `${digest}  ${path}\n`);
  return `# plinth inputs ${String(FORMAT)}: ${owner}\n${lines.join('')}`;
}

/**
 * Reads what `formatInputDigests` wrote.
 *
 * @throws RangeError for another text, with its line
 */
export function parseInputDigests(text: string): InputDigests {
  const [title = '', ...lines] = text.split('\n');
  const { format = '', owner = '' } = TITLE.exec(title)?.groups ?? {};
  if (Number(format) !== FORMAT) throw notDigests(1);
  const files = lines.flatMap((line, i): [string, string][] => {
    if (line === '') return [];
    const { digest, path } = LINE.exec(line)?.groups ?? {};
    if (digest === undefined || path === undefined) throw notDigests(i + 2);
    return [[path, digest]];
  });
  return { owner, files: new Map(files) };
}

function notDigests(line: number): RangeError {
  return new RangeError(`line ${String(line)} is not that of a list of digests; restore the file from git`);
}
