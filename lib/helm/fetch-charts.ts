import type { HelmChart, Problem } from '../cluster';
import { archiveDigest, type ChartCache } from './chart-cache';
import { ChartError, chartKey } from './chart-error';
import { pinOf, type ChartLock, type PinnedChart } from './chart-lock';

export interface FetchOptions {
  /** The charts that the project renders; one may be named several times. */
  readonly charts: readonly HelmChart[];
  /** The pins as they stand. @default - there are none */
  readonly lock?: ChartLock | undefined;
  readonly cache: ChartCache;
  /** Downloads the archive of a chart. */
  readonly pull: (chart: HelmChart) => Promise<Uint8Array>;
  /** Minor version of Helm that is there. */
  readonly helm: string;
  /** 32 bytes in hexadecimal, for a project that has no seed yet. */
  readonly newSeed: string;
  /**
   * What may happen to the pins: `add` downloads what is missing and pins new charts; `update` downloads every chart and
   * pins it as it is now; `locked` changes no pin.
   */
  readonly mode: 'add' | 'update' | 'locked';
}

/** What became of a chart. */
export interface FetchedChart {
  readonly chart: HelmChart;
  readonly digest: string;
  /** `kept`: it was in the cache; `pinned`: it is new; `changed`: its version has other bytes than before. */
  readonly what: 'kept' | 'downloaded' | 'pinned' | 'changed';
}

export interface FetchReport {
  /** By repository, name and version. */
  readonly charts: readonly FetchedChart[];
  /** Pins that no chart of the project needs any more. */
  readonly dropped: readonly PinnedChart[];
  /** The pins as they should stand; as they stood where there is a problem. */
  readonly lock: ChartLock;
  readonly problems: readonly Problem[];
}

/**
 * Brings every chart into the cache and pins it. What is downloaded is kept only if it is what its pin says.
 */
export async function fetchCharts(options: FetchOptions): Promise<FetchReport> {
  const { lock, helm, newSeed, mode } = options;
  const before: ChartLock = lock ?? { charts: [], helm, seed: newSeed };
  const wanted = new Map(options.charts.map((chart) => [chartKey(chart), chart]));
  const charts: FetchedChart[] = [];
  const problems: Problem[] = [];
  for (const [key, chart] of [...wanted].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const fetched = await problemOr(key, () => fetchChart(chart, pinOf(lock, chart), options));
    if ('chart' in fetched) charts.push(fetched);
    else problems.push(fetched);
  }
  const dropped = before.charts.filter((pinned) => !wanted.has(chartKey(pinned)));
  if (mode === 'locked')
    for (const pinned of dropped)
      problems.push({
        path: chartKey(pinned),
        what: 'a pin that no chart needs',
        fix: 'run plinth fetch, and commit the pins',
      });
  const after: ChartLock = {
    charts: charts.map(({ chart: { repository, name, version }, digest }) => ({ repository, name, version, digest })),
    helm: mode === 'update' ? helm : before.helm,
    seed: before.seed,
  };
  return { charts, dropped, lock: problems.length > 0 ? before : after, problems };
}

async function fetchChart(
  chart: HelmChart,
  pin: PinnedChart | undefined,
  { cache, pull, mode }: FetchOptions,
): Promise<FetchedChart> {
  if (pin === undefined && mode === 'locked')
    throw new ChartError({ what: 'not pinned', fix: 'run plinth fetch without --locked, and commit the pins' });
  if (pin !== undefined && mode !== 'update' && cache.archive(pin.digest) !== undefined)
    return { chart, digest: pin.digest, what: 'kept' };
  const archive = await pull(chart);
  const digest = archiveDigest(archive);
  const same = pin?.digest === digest;
  if (pin !== undefined && !same && mode !== 'update')
    throw new ChartError({
      what: `other bytes than the pinned ${pin.digest}`,
      got: digest,
      fix: 'ask its publisher why the version changed; plinth fetch --update takes it as it is now',
    });
  cache.addArchive(archive);
  return { chart, digest, what: pin === undefined ? 'pinned' : same ? 'downloaded' : 'changed' };
}

async function problemOr<T>(path: string, run: () => Promise<T>): Promise<T | Problem> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof ChartError)) throw error;
    return { path, ...error.problem };
  }
}
