import type { ChartRelease, KubernetesObject } from '../artifact';
import type { HelmChart, Problem } from '../cluster';
import type { ChartCache } from './chart-cache';
import { ChartError, chartKey } from './chart-error';
import { chartLockFile, pinOf, type ChartLock } from './chart-lock';
import { helmMinor, type HelmRun } from './helm-process';
import { renderChart } from './render-chart';

/** What rendering takes from the world. */
export interface ChartWorld {
  /** The pins of the project. @default - there are none */
  readonly lock?: ChartLock | undefined;
  readonly cache: ChartCache;
  /** Environment in which `helm` is looked for. */
  readonly env: HelmRun['env'];
}

/** A chart that cannot be rendered as it is: not pinned, or not in the cache. Asks nobody but the disk. */
export function chartProblem(
  chart: HelmChart,
  { lock, cache }: Pick<ChartWorld, 'lock' | 'cache'>,
): Problem | undefined {
  const path = chartKey(chart);
  const pin = pinOf(lock, chart);
  if (pin === undefined)
    return { path, what: `not pinned in ${chartLockFile}`, fix: `run plinth fetch, and commit ${chartLockFile}` };
  if (cache.archive(pin.digest) === undefined)
    return { path, what: `not in the cache (${cache.folder})`, got: pin.digest, fix: 'run plinth fetch' };
  return undefined;
}

/**
 * Says whether the Helm that is there is the one that the pins name; another could render other manifests.
 *
 * @throws ChartError
 */
export async function requireHelm({ lock, env }: Pick<ChartWorld, 'lock' | 'env'>): Promise<void> {
  const there = await helmMinor(env);
  if (lock === undefined || there === lock.helm) return;
  throw new ChartError({
    what: `another helm than the ${lock.helm} of ${chartLockFile}`,
    got: there,
    fix: `install ${lock.helm}, or run plinth fetch --update and review what changes`,
  });
}

/**
 * The objects of a release.
 *
 * @throws ChartError where the chart is not there or cannot be rendered
 */
export async function renderRelease(
  release: ChartRelease,
  owner: string,
  { lock, cache, env }: ChartWorld,
): Promise<readonly KubernetesObject[]> {
  const pin = pinOf(lock, release.chart);
  const archive = pin === undefined ? undefined : cache.archive(pin.digest);
  if (lock === undefined || pin === undefined || archive === undefined)
    throw new ChartError({ what: 'neither pinned nor in the cache', fix: 'run plinth fetch' });
  const { seed, helm } = lock;
  return renderChart({ release, owner, archive, digest: pin.digest, seed, helm, cache, env });
}
