import { describe, expect, it } from 'vitest';
import { formatChartLock, parseChartLock, pinOf, type ChartLock } from '../../lib/helm';

const pin = (name: string, repository = 'https://charts.example.com') => ({
  name,
  version: '1.2.3',
  repository,
  digest: `sha256:${'0'.repeat(64)}`,
});
const lock: ChartLock = {
  charts: [pin('b'), pin('a'), pin('a', 'oci://r.example.com')],
  helm: 'v4.1',
  seed: 'ab'.repeat(32),
};

describe('a chart lock', () => {
  it('is read as it was written, with the charts in order', () => {
    const text = formatChartLock(lock);
    expect(text).toBe(formatChartLock({ ...lock, charts: [...lock.charts].reverse() }));
    expect(parseChartLock(text).charts.map(({ name }) => name)).toEqual(['a', 'b', 'a']);
    expect(parseChartLock(text)).toMatchObject({ helm: 'v4.1', seed: lock.seed });
  });

  it('has the pin of a chart at one version of one repository, a slash at its end or not', () => {
    expect(pinOf(lock, { ...pin('a'), repository: 'https://charts.example.com/' })?.name).toBe('a');
    expect(pinOf(lock, { ...pin('a'), version: '1.2.4' })).toBeUndefined();
    expect(pinOf(undefined, pin('a'))).toBeUndefined();
  });

  it.each([
    ['a half-done merge', `<<<<<<< ours\n${formatChartLock(lock)}`, /end the merge/],
    ['no map', '- a\n', /the whole file/],
    [
      'a short digest',
      formatChartLock(lock).replaceAll(/sha256:0+/g, 'sha256:00'),
      /charts\.0\.digest: not a digest[\s\S]*charts\.2/,
    ],
    ['a chart twice', formatChartLock({ ...lock, charts: [pin('a'), pin('a')] }), /pinned twice/],
    ['an unknown member', `${formatChartLock(lock)}more: 1\n`, /more/],
    ['no seed', 'charts: []\nhelm: v4.1\n', /seed/],
  ])('fails for %s', (_what, text, message) => {
    expect(() => parseChartLock(text)).toThrow(message);
  });
});
