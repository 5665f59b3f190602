import { z } from 'zod';
import { formatProblem, listProblems, type HelmChart, type Problem } from '../cluster';
import { emitValue, parseDocuments, YamlParseError } from '../yaml';
import { chartKey } from './chart-error';

/** File beside `plinth.config.ts` that pins the project's charts. */
export const chartLockFile = 'charts.lock.yaml';

/** A chart and the bytes that it is. */
export interface PinnedChart extends HelmChart {
  /** SHA-256 of the archive, `sha256:<hex>`. */
  readonly digest: string;
}

/** What a project's charts are: every rendering is decided by it, on whichever machine. */
export interface ChartLock {
  /** By repository, name and version. */
  readonly charts: readonly PinnedChart[];
  /** Minor version of Helm that renders them, e.g. `v4.1`. */
  readonly helm: string;
  /** 32 bytes in hexadecimal, drawn once: what charts draw at random follows from it. */
  readonly seed: string;
}

/** A lock that cannot be used, with every problem in it. */
export class ChartLockError extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super(listProblems(chartLockFile, problems.map(formatProblem)));
    this.name = 'ChartLockError';
  }
}

const digest = z.string().regex(/^sha256:[0-9a-f]{64}$/, 'not a digest of the form sha256:<64 hexadecimal digits>');
const shape = z.strictObject({
  charts: z.array(z.strictObject({ digest, name: z.string(), repository: z.string(), version: z.string() })),
  helm: z.string().regex(/^v\d+\.\d+$/, 'not a minor version such as v4.1'),
  seed: z.string().regex(/^[0-9a-f]{64}$/, 'not 64 hexadecimal digits'),
});

const HEADER = `# Written by plinth fetch: the bytes that each chart of this project is. Commit it.\n`;

/** The text of a lock: charts in order, so that additions of two branches merge. */
export function formatChartLock({ charts, helm, seed }: ChartLock): string {
  const sorted = [...charts]
    .sort((a, b) => (chartKey(a) < chartKey(b) ? -1 : 1))
    .map(({ name, repository, version, digest }) => ({ name, repository, version, digest }));
  return HEADER + emitValue({ charts: sorted, helm, seed });
}

/**
 * Reads what `formatChartLock` wrote.
 *
 * @throws ChartLockError with everything that is wrong with it
 */
export function parseChartLock(text: string): ChartLock {
  let document: unknown;
  try {
    [document] = parseDocuments(text);
  } catch (error) {
    if (!(error instanceof YamlParseError)) throw error;
    const fix = /^(?:<{7}|={7}|>{7})/m.test(text)
      ? 'end the merge: keep the charts of both sides'
      : 'restore it from git';
    throw new ChartLockError([{ path: `line ${String(error.line)}`, what: 'not YAML', fix }]);
  }
  const { success, data, error } = shape.safeParse(document);
  if (!success) throw new ChartLockError(error.issues.map(shapeProblem));
  const twice = duplicates(data.charts);
  if (twice.length > 0) throw new ChartLockError(twice);
  return data;
}

function shapeProblem({ path, message }: z.core.$ZodIssue): Problem {
  const at = path.map(String).join('.');
  return {
    path: at === '' ? 'the whole file' : at,
    what: message,
    fix: 'restore it from git, or run plinth fetch --update',
  };
}

function duplicates(charts: readonly PinnedChart[]): Problem[] {
  const keys = charts.map(chartKey);
  return [...new Set(keys.filter((key, i) => keys.indexOf(key) !== i))].map((key) => ({
    path: key,
    what: 'pinned twice',
    fix: 'keep one of the two, then run plinth fetch',
  }));
}

/** The pin of a chart; absent where it has none. */
export function pinOf(lock: ChartLock | undefined, chart: HelmChart): PinnedChart | undefined {
  return lock?.charts.find((pinned) => chartKey(pinned) === chartKey(chart));
}
