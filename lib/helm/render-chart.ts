import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { ChartRelease, KubernetesObject } from '../artifact';
import { emitValue } from '../yaml';
import { readChart } from './chart-archive';
import type { ChartCache } from './chart-cache';
import { ChartError } from './chart-error';
import { describeDifference } from './difference';
import { runHelm, type HelmRun } from './helm-process';
import { objectsOf } from './manifests';
import { seedTemplate, type UnseededCall } from './seeded-calls';
import { seededTemplates, seededTemplatesFile } from './seeded-templates';

/** Changes whenever the same inputs come to give other objects. */
const FORMAT = 1;

export interface RenderOptions {
  readonly release: ChartRelease;
  /** Who makes the file: the draws of two clusters differ. */
  readonly owner: string;
  readonly archive: Uint8Array;
  /** Digest of the archive. */
  readonly digest: string;
  /** Hexadecimal digits that the project's draws follow from. */
  readonly seed: string;
  /** Minor version of the Helm that is there. */
  readonly helm: string;
  readonly cache: ChartCache;
  readonly env: HelmRun['env'];
}

/**
 * The objects of a release, the same each time and on each machine. Nothing is downloaded.
 *
 * @throws ChartError where Helm cannot render it, or what it renders differs each time
 */
export async function renderChart(options: RenderOptions): Promise<readonly KubernetesObject[]> {
  const { cache } = options;
  const key = renderKey(options);
  const known = cache.rendering(key);
  if (known !== undefined) return JSON.parse(known) as readonly KubernetesObject[];
  const objects = await render(options);
  cache.addRendering(key, JSON.stringify(objects));
  return objects;
}

/** Digest of all that decides the objects. */
function renderKey({ release, owner, digest, seed, helm }: RenderOptions): string {
  const inputs = emitValue({ format: FORMAT, release: { ...release }, owner, digest, seed, helm });
  return createHash('sha256').update(inputs).digest('hex');
}

async function render(options: RenderOptions): Promise<readonly KubernetesObject[]> {
  const folder = mkdtempSync(join(tmpdir(), 'plinth-helm-'));
  try {
    const unseeded = writeChart(join(folder, 'chart'), options);
    const run: HelmRun = {
      argv: templateArguments(options.release, join(folder, 'chart')),
      env: isolated(options.env, join(folder, 'home')),
      input: JSON.stringify(options.release.values),
    };
    // whatever is not seeded shows as a difference
    const [first, second] = await Promise.all([runHelm(run), runHelm(run)]);
    const objects = objectsOf(first);
    if (first !== second) requireEqual(objects, objectsOf(second), unseeded);
    return objects;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Writes the chart with its random calls seeded; gives those that cannot be. */
function writeChart(folder: string, { archive, seed, owner, release }: RenderOptions): readonly UnseededCall[] {
  const { files, packed } = readChart(archive);
  const unseeded: UnseededCall[] = [];
  for (const [path, content] of files) {
    // it has done its work when the chart was packed
    if (path === '.helmignore' || path.endsWith('/.helmignore')) continue;
    if (!isTemplate(path)) write(folder, path, content);
    else {
      const seeded = seedTemplate(content.toString('utf8'), path, packed);
      unseeded.push(...seeded.unseeded);
      write(folder, path, seeded.text);
    }
  }
  const draws = [seed, owner, release.namespace, release.name, release.chart.name].join('\n');
  write(folder, seededTemplatesFile, seededTemplates(createHash('sha256').update(draws).digest('hex')));
  return unseeded;
}

function isTemplate(path: string): boolean {
  return /^(?:charts\/[^/]+\/)*templates\//.test(path);
}

function write(folder: string, path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

function templateArguments(release: ChartRelease, folder: string): readonly string[] {
  const { name, namespace, kubernetes, apiVersions = [], crds = true } = release;
  return [
    ...['template', name, folder, '--namespace', namespace, '--kube-version', kubernetes, '--values', '-'],
    ...apiVersions.flatMap((version) => ['--api-versions', version]),
    ...(crds ? ['--include-crds'] : []),
    '--skip-tests',
  ];
}

/** Neither plugins, repositories nor a cluster of whoever runs it; and no network, which a schema could ask for. */
function isolated(env: HelmRun['env'], home: string): HelmRun['env'] {
  const nowhere = 'http://127.0.0.1:9';
  const { PATH, Path, SystemRoot, TEMP, TMP, TMPDIR } = env;
  return {
    ...{ PATH, Path, SystemRoot, TEMP, TMP, TMPDIR },
    ...{
      HOME: home,
      HELM_CACHE_HOME: home,
      HELM_CONFIG_HOME: home,
      HELM_DATA_HOME: home,
      KUBECONFIG: join(home, 'none'),
    },
    ...{ HTTP_PROXY: nowhere, HTTPS_PROXY: nowhere, http_proxy: nowhere, https_proxy: nowhere },
    // dates are written in the local zone, and shuffled by a generator that may start the same each time
    ...{ TZ: 'UTC', LC_ALL: 'C', GODEBUG: 'randautoseed=0' },
  };
}

function requireEqual(
  first: readonly KubernetesObject[],
  second: readonly KubernetesObject[],
  unseeded: readonly UnseededCall[],
): void {
  const difference = describeDifference(first, second);
  if (difference === undefined) return;
  const calls = unseeded.slice(0, 3).map(({ function: name, file, line }) => `${name} (${file}:${String(line)})`);
  const more = unseeded.length > 3 ? ` and ${String(unseeded.length - 3)} more` : '';
  const because = calls.length === 0 ? '' : `; it calls ${calls.join(', ')}${more}`;
  throw new ChartError({
    what: `two renderings differ in ${difference}${because}`,
    fix: 'set the values by which the chart takes an existing Secret or certificate instead, or deliver the chart itself',
  });
}
