import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readChart } from '../../lib/helm/chart-archive';
import { chartArchive, entry, packedAt, tarball } from '../support/chart';

const texts = (archive: Buffer): Record<string, string> =>
  Object.fromEntries([...readChart(archive).files].map(([path, content]) => [path, content.toString()]));

describe('the archive of a chart', () => {
  it('gives name, version, files and the time it was packed', () => {
    const archive = chartArchive('one', { 'templates/a.yaml': 'a: ü\n' }, 'v2.0.1');
    expect(readChart(archive)).toMatchObject({ name: 'one', version: 'v2.0.1', packed: packedAt });
    expect(texts(archive)['templates/a.yaml']).toBe('a: ü\n');
  });

  it('unpacks charts inside it, to any depth', () => {
    const deepest = chartArchive('c', { 'templates/c.yaml': 'c' });
    const inner = chartArchive('b', { 'templates/b.yaml': 'b', 'charts/c-1.2.3.tgz': deepest });
    const files = texts(chartArchive('a', { 'charts/b-1.2.3.tgz': inner, 'files/x.tgz': 'no chart' }));
    expect(files['charts/b-1.2.3/templates/b.yaml']).toBe('b');
    expect(files['charts/b-1.2.3/charts/c-1.2.3/templates/c.yaml']).toBe('c');
    expect(files['files/x.tgz']).toBe('no chart');
  });

  it('reads the long names of POSIX and of GNU', () => {
    const long = `a/templates/${'x'.repeat(120)}.yaml`;
    const record = (length: number): string => `${String(length)} path=${long}\n`;
    const pax = record(record(record(0).length + 2).length);
    const zip = (...parts: Buffer[][]): Buffer => gzipSync(Buffer.concat([...parts.flat(), Buffer.alloc(1024)]));
    const chartFile = entry('a/Chart.yaml', Buffer.from('name: a\nversion: 1.0.0\n'), '0');
    const file = entry('a/short', Buffer.from('content'), '0');
    expect(texts(zip(chartFile, entry('pax', Buffer.from(pax), 'x'), file))[long.slice(2)]).toBe('content');
    expect(texts(zip(chartFile, entry('././@LongLink', Buffer.from(`${long}\0`), 'L'), file))[long.slice(2)]).toBe(
      'content',
    );
  });

  it.each([
    ['no gzip', Buffer.from('<html>'), /incorrect header/],
    ['no tar', gzipSync(Buffer.alloc(600, 'x')), /no tar header|number that is none/],
    ['no Chart.yaml', tarball([['a/values.yaml', '']]), /without Chart.yaml/],
    ['a Chart.yaml without version', tarball([['a/Chart.yaml', 'name: a\n']]), /without name or version/],
    ['a Chart.yaml that is no YAML', tarball([['a/Chart.yaml', 'name: [\n']]), /cannot be read/],
    ['a path upwards', tarball([['a/../../b', '']]), /leaves the chart/],
    ['an absolute path', tarball([['/etc/x', '']]), /leaves the chart/],
  ])('fails for %s', (_what, archive, message) => {
    expect(() => readChart(archive)).toThrow(message);
  });

  it('fails for one that is cut short', () => {
    const whole = entry('a/Chart.yaml', Buffer.alloc(2000, '#'), '0');
    expect(() => readChart(gzipSync(Buffer.concat(whole).subarray(0, 1024)))).toThrow(/ends in the middle/);
  });
});
