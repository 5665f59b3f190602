import { mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  archiveDigest,
  ChartCache,
  chartCacheFolder,
  ChartError,
  fetchCharts,
  type ChartLock,
  type FetchOptions,
} from '../../lib/helm';
import { chartArchive } from '../support/chart';

const chart = (name: string) => ({ name, version: '1.2.3', repository: 'https://charts.example.com' });
const archives = new Map(['a', 'b'].map((name) => [name, chartArchive(name, {})]));
const digest = (name: string): string => archiveDigest(archives.get(name) ?? Buffer.alloc(0));

describe('fetching charts', () => {
  let cache: ChartCache;
  let pulled: string[];
  beforeEach(() => {
    cache = new ChartCache(mkdtempSync(join(tmpdir(), 'plinth-cache-')));
    pulled = [];
  });
  afterEach(() => {
    rmSync(cache.folder, { recursive: true, force: true });
  });

  const run = (options: Partial<FetchOptions> = {}) =>
    fetchCharts({
      charts: [chart('b'), chart('a'), chart('b')],
      cache,
      helm: 'v4.1',
      newSeed: 'ab'.repeat(32),
      mode: 'add',
      pull: ({ name }) => {
        pulled.push(name);
        const archive = archives.get(name);
        if (archive === undefined) throw new ChartError({ what: 'no such chart', fix: 'look' });
        return Promise.resolve(archive);
      },
      ...options,
    });

  it('pins each chart once, and keeps what it has', async () => {
    const first = await run();
    expect(first.charts.map(({ chart: { name }, what }) => [name, what])).toEqual([
      ['a', 'pinned'],
      ['b', 'pinned'],
    ]);
    expect(first.lock).toEqual({
      charts: [
        { ...chart('a'), digest: digest('a') },
        { ...chart('b'), digest: digest('b') },
      ],
      helm: 'v4.1',
      seed: 'ab'.repeat(32),
    });
    const second = await run({ lock: first.lock, helm: 'v4.2', newSeed: 'cd'.repeat(32) });
    expect(second.lock).toEqual(first.lock);
    expect(second.charts.map(({ what }) => what)).toEqual(['kept', 'kept']);
    expect(pulled).toEqual(['a', 'b']);
  });

  it('downloads anew what another machine has pinned, and what is damaged in the cache', async () => {
    const { lock } = await run();
    for (const file of readdirSync(join(cache.folder, 'archives')))
      truncateSync(join(cache.folder, 'archives', file), 10);
    expect((await run({ lock, mode: 'locked' })).charts.map(({ what }) => what)).toEqual(['downloaded', 'downloaded']);
  });

  it('drops the pins that no chart needs', async () => {
    const { lock } = await run();
    const { dropped, lock: after } = await run({ lock, charts: [chart('a')] });
    expect(dropped.map(({ name }) => name)).toEqual(['b']);
    expect(after.charts.map(({ name }) => name)).toEqual(['a']);
  });

  it('takes other bytes and another helm only when it may update', async () => {
    const wrong: ChartLock = { charts: [{ ...chart('a'), digest: digest('b') }], helm: 'v3.19', seed: 'ef'.repeat(32) };
    const { lock, charts } = await run({ lock: wrong, charts: [chart('a')], mode: 'update' });
    expect(charts.map(({ what }) => what)).toEqual(['changed']);
    expect(lock).toEqual({ charts: [{ ...chart('a'), digest: digest('a') }], helm: 'v4.1', seed: 'ef'.repeat(32) });
  });

  it('fails for other bytes than the pinned ones, and keeps none of them', async () => {
    const wrong: ChartLock = { charts: [{ ...chart('a'), digest: digest('b') }], helm: 'v4.1', seed: 'ef'.repeat(32) };
    const { problems, lock } = await run({ lock: wrong, charts: [chart('a')] });
    expect(problems).toEqual([
      expect.objectContaining({ got: digest('a'), what: `other bytes than the pinned ${digest('b')}` }),
    ]);
    expect(lock).toEqual(wrong);
    expect(cache.archive(digest('a'))).toBeUndefined();
  });

  it('fails for every chart that cannot be had, and changes no pin', async () => {
    const { problems, lock } = await run({ charts: [chart('x'), chart('a'), chart('y')] });
    expect(problems.map(({ path }) => path)).toEqual(
      ['x', 'y'].map((name) => `https://charts.example.com/${name} 1.2.3`),
    );
    expect(lock.charts).toEqual([]);
  });

  it('fails with --locked for a missing pin and for one too many, and downloads nothing', async () => {
    const { lock } = await run({ charts: [chart('a')] });
    pulled = [];
    const { problems } = await run({ lock, charts: [chart('b')], mode: 'locked' });
    expect(problems.map(({ what }) => what)).toEqual(['not pinned', 'a pin that no chart needs']);
    expect(pulled).toEqual([]);
  });
});

describe('the chart cache', () => {
  it('is a folder of its own or of the user’s cache', () => {
    expect(chartCacheFolder({ PLINTH_CHARTS: '/c' }, 'linux', '/h')).toBe('/c');
    expect(chartCacheFolder({ XDG_CACHE_HOME: '/x', PLINTH_CHARTS: '' }, 'linux', '/h')).toBe('/x/plinth/charts');
    expect(chartCacheFolder({}, 'linux', '/h')).toBe('/h/.cache/plinth/charts');
    expect(chartCacheFolder({}, 'darwin', '/h')).toBe('/h/Library/Caches/plinth/charts');
  });

  it('has no rendering that was cut short', () => {
    const cache = new ChartCache(mkdtempSync(join(tmpdir(), 'plinth-cache-')));
    cache.addRendering('k', '[1,2]');
    expect(cache.rendering('k')).toBe('[1,2]');
    writeFileSync(join(cache.folder, 'rendered/k'), cache.rendering('k')?.slice(0, 3) ?? '');
    expect(cache.rendering('k')).toBeUndefined();
    rmSync(cache.folder, { recursive: true });
  });
});
