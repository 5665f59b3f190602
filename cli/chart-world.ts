import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { ChartCache, chartCacheFolder, chartLockFile, parseChartLock, type ChartWorld } from '../lib/helm';

/**
 * The charts of a project on this machine.
 *
 * @throws ChartLockError for a lock that cannot be used
 */
export function chartWorld(root: string): ChartWorld {
  const file = join(root, chartLockFile);
  return {
    lock: existsSync(file) ? parseChartLock(readFileSync(file, 'utf8')) : undefined,
    cache: new ChartCache(chartCacheFolder(process.env, process.platform, homedir())),
    env: process.env,
  };
}
