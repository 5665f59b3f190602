import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HelmChart } from '../cluster';
import { readChart } from './chart-archive';
import { ChartError, chartTitle } from './chart-error';
import { runHelm, type HelmRun } from './helm-process';

/**
 * Downloads a chart's archive by `helm pull`, with the user's own credentials, proxies and registry logins.
 *
 * @throws ChartError where Helm cannot, or the archive is of another chart
 */
export async function pullChart(chart: HelmChart, env: HelmRun['env']): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'plinth-pull-'));
  try {
    // Helm 4 would answer from its own cache by the digest that an index claims
    const isolated = { ...env, HELM_CACHE_HOME: join(folder, 'cache') };
    const argv = ['pull', ...source(chart), '--version', chart.version, '--destination', folder];
    await runHelm({ argv, env: isolated });
    const file = readdirSync(folder).find((name) => name.endsWith('.tgz'));
    if (file === undefined)
      throw new ChartError({
        what: 'helm pull brings no archive',
        fix: 'correct repository, name or version of the chart',
      });
    const archive = readFileSync(join(folder, file));
    requireSame(chart, archive);
    return archive;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The chart in a registry is the path's last part; in a repository it is a name of the index. */
function source({ repository, name }: HelmChart): readonly string[] {
  return repository.startsWith('oci://') ? [`${repository.replace(/\/+$/, '')}/${name}`] : [name, '--repo', repository];
}

/** Repositories and tags say what they like. */
function requireSame(chart: HelmChart, archive: Buffer): void {
  const found = readChart(archive);
  if (found.name === chart.name && bare(found.version) === bare(chart.version)) return;
  throw new ChartError({
    what: `another chart than ${chartTitle(chart)}`,
    got: `${found.name} ${found.version}`,
    fix: 'tell the repository’s owner, or take another version',
  });
}

/** A tag has `_` where a version has `+`, and repositories add or drop the `v`. */
function bare(version: string): string {
  return version.replace(/^v/, '').replaceAll('_', '+');
}
