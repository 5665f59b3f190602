import { gunzipSync } from 'node:zlib';

/** A file of a tar archive. */
export interface TarFile {
  /** Path with forward slashes, as the archive has it. */
  readonly path: string;
  readonly content: Buffer;
  /** Seconds since 1970 of its last change. */
  readonly changed: number;
}

/** As large as Helm lets a chart become. Source: Helm, pkg/chart/loader/archive */
const LARGEST = 100 * 1024 * 1024;
const BLOCK = 512;

/**
 * The regular files of a gzipped tar archive, long names of POSIX and GNU included.
 *
 * Source: POSIX.1-2017, pax; GNU tar manual, "Basic Tar Format".
 *
 * @throws Error for what is no gzip or no tar, or larger than Helm takes
 */
export function readTarball(bytes: Uint8Array): readonly TarFile[] {
  const tar = gunzipSync(bytes, { maxOutputLength: LARGEST });
  const files: TarFile[] = [];
  let longName: string | undefined;
  for (let at = 0; at + BLOCK <= tar.length;) {
    const header = tar.subarray(at, at + BLOCK);
    if (header.every((byte) => byte === 0)) break;
    requireChecksum(header, at);
    const size = octal(header, 124, 12);
    const content = tar.subarray(at + BLOCK, at + BLOCK + size);
    if (content.length < size) throw new Error(`an archive that ends in the middle of a file, got ${nameOf(header)}`);
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
    const type = String.fromCharCode(header[156] ?? 0);
    if (type === 'L') longName = text(content, 0, size);
    else if (type === 'x') longName = paxPath(content) ?? longName;
    else if (type !== 'g') {
      const path = longName ?? nameOf(header);
      longName = undefined;
      if (type === '0' || type === '\0') files.push({ path, content, changed: octal(header, 136, 12) });
    }
  }
  return files;
}

function nameOf(header: Buffer): string {
  const prefix = text(header, 257, 5) === 'ustar' ? text(header, 345, 155) : '';
  return prefix === '' ? text(header, 0, 100) : `${prefix}/${text(header, 0, 100)}`;
}

function text(bytes: Buffer, from: number, length: number): string {
  const field = bytes.subarray(from, from + length);
  const end = field.indexOf(0);
  return field.subarray(0, end < 0 ? length : end).toString('utf8');
}

function octal(header: Buffer, from: number, length: number): number {
  const digits = text(header, from, length).trim();
  if (!/^[0-7]*$/.test(digits)) throw new Error(`a tar header with a number that is none, got ${digits}`);
  return digits === '' ? 0 : parseInt(digits, 8);
}

/** Sum of all bytes, with blanks in place of the sum itself. */
function requireChecksum(header: Buffer, at: number): void {
  let sum = 0;
  header.forEach((byte, index) => {
    sum += index >= 148 && index < 156 ? 32 : byte;
  });
  if (sum !== octal(header, 148, 8)) throw new Error(`no tar header at offset ${String(at)}`);
}

/** Records of `<length> <key>=<value>\n`; only the path matters here. */
function paxPath(content: Buffer): string | undefined {
  let path: string | undefined;
  for (let at = 0; at < content.length;) {
    const length = parseInt(content.subarray(at, at + 12).toString('latin1'), 10);
    if (!(length > 0)) throw new Error('a pax header with a record of no length');
    const record = content.subarray(at, at + length - 1).toString('utf8');
    const [, key, value] = /^\d+ ([^=]+)=([\s\S]*)$/.exec(record) ?? [];
    if (key === 'path') path = value;
    at += length;
  }
  return path;
}
