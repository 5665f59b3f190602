import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ChartRelease } from '../../lib/artifact';
import { archiveDigest, ChartCache, type ChartWorld } from '../../lib/helm';

/** Minor version of the helm on PATH; absent where there is none. */
export const installedHelm = minorOf(
  spawnSync('helm', ['version', '--template', '{{.Version}}'], { encoding: 'utf8' }),
);

function minorOf({ status, stdout }: { status: number | null; stdout: string }): string | undefined {
  return status === 0 ? /^v\d+\.\d+/.exec(stdout)?.[0] : undefined;
}

export const testChart = { name: 'drawn', version: '1.2.3', repository: 'https://charts.example.com' };

export const testRelease = (more: Partial<ChartRelease> = {}): ChartRelease => ({
  chart: testChart,
  name: 'drawn',
  namespace: 'draws',
  values: {},
  kubernetes: 'v1.35.0',
  ...more,
});

/** A cache of its own that holds an archive, and the pins that name it. */
export function worldOf(archive: Buffer): ChartWorld & { remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'plinth-charts-'));
  const cache = new ChartCache(folder);
  cache.addArchive(archive);
  const lock = {
    charts: [{ ...testChart, digest: archiveDigest(archive) }],
    helm: installedHelm ?? 'v4.1',
    seed: 'ab'.repeat(32),
  };
  return {
    lock,
    cache,
    env: process.env,
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
