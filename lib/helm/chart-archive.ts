import { posix } from 'node:path';
import { parseDocuments, YamlParseError } from '../yaml';
import { ChartError } from './chart-error';
import { readTarball, type TarFile } from './tar';

/** A chart as its archive has it, charts inside it unpacked. */
export interface ChartArchive {
  /** Of its `Chart.yaml`. */
  readonly name: string;
  /** Of its `Chart.yaml`. */
  readonly version: string;
  /** Path inside the chart to content. */
  readonly files: ReadonlyMap<string, Buffer>;
  /** When the newest of its files was changed last, in RFC 3339: the time at which it was packed. */
  readonly packed: string;
}

/** A chart inside a chart, packed. */
const NESTED = /^(?:charts\/[^/]+\/)*charts\/[^/._][^/]*\.tgz$/;

/**
 * Reads a chart's archive.
 *
 * @throws ChartError for what is no archive of a chart, or would leave its folder
 */
export function readChart(archive: Uint8Array): ChartArchive {
  const { files, changed } = unpack(archive);
  const { name, version } = readChartFile(files.get('Chart.yaml'));
  return { name, version, files, packed: new Date(changed * 1000).toISOString().replace('.000Z', 'Z') };
}

function unpack(archive: Uint8Array): { files: Map<string, Buffer>; changed: number } {
  const files = new Map<string, Buffer>();
  let changed = 0;
  for (const file of tarball(archive)) {
    changed = Math.max(changed, file.changed);
    // everything is in one folder, whose name says nothing
    const path = safePath(file.path).split('/').slice(1).join('/');
    if (path === '') continue;
    if (NESTED.test(path)) {
      const inner = unpack(file.content);
      const folder = path.replace(/\.tgz$/, '');
      for (const [name, content] of inner.files) files.set(`${folder}/${name}`, content);
    } else files.set(path, file.content);
  }
  return { files, changed };
}

function tarball(archive: Uint8Array): readonly TarFile[] {
  try {
    return readTarball(archive);
  } catch (error) {
    throw notAChart(error instanceof Error ? error.message : String(error));
  }
}

function safePath(path: string): string {
  const normal = posix.normalize(path.replaceAll('\\', '/'));
  if (posix.isAbsolute(normal) || normal.split('/').includes('..') || /^[A-Za-z]:/.test(normal))
    throw notAChart(`a path that leaves the chart: ${path}`);
  return normal.replace(/^\.\//, '');
}

function readChartFile(content: Buffer | undefined): { name: string; version: string } {
  if (content === undefined) throw notAChart('an archive without Chart.yaml');
  try {
    const { name, version } = (parseDocuments(content.toString('utf8'))[0] ?? {}) as Record<string, unknown>;
    if (typeof name === 'string' && typeof version === 'string') return { name, version };
  } catch (error) {
    if (!(error instanceof YamlParseError)) throw error;
    throw notAChart(`a Chart.yaml that cannot be read: ${error.message}`);
  }
  throw notAChart('a Chart.yaml without name or version');
}

function notAChart(got: string): ChartError {
  return new ChartError({ what: 'not the archive of a chart', got, fix: 'look at what the repository serves there' });
}
