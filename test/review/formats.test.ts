import { describe, expect, it } from 'vitest';
import { isInt64, stringFormats } from '../../lib/review/validate/formats';
import { toRegExp } from '../../lib/review/validate/patterns';

/** What the API server's own code (kube-openapi, strfmt) takes and refuses. */
describe('stringFormats', () => {
  it.each([
    ['byte', ['YWJj', 'YQ=='], ['', 'YWJ', 'a b=']],
    ['cidr', ['10.0.0.0/8', '2001:db8::/32'], ['10.0.0.0', '10.0.0.0/33', '10.0.0/8', 'x/8']],
    ['date', ['2026-02-28'], ['2026-02-30', '2026-2-1', 'today']],
    [
      'date-time',
      ['2026-02-09T15:00:00Z', '2026-02-09t15:00:00.5+02:00'],
      ['2026-02-09', '2026-02-09T24:00:00Z', '2026-02-09 15:00:00Z'],
    ],
    ['duration', ['0', '5m', '1h30m', '-1.5h', '300ms', '3 days'], ['', '5', 'm', 'soon']],
    ['email', ['a@example.com', 'A B <a@example.com>'], ['a', '@example.com']],
    ['hostname', ['api.example.com', 'a'], ['-a', 'a..b '.trim() + '.', 'a b']],
    ['ipv4', ['192.0.2.1'], ['192.0.2', '2001:db8::1', '256.0.0.1']],
    ['ipv6', ['2001:db8::1'], ['192.0.2.1', 'x']],
    ['mac', ['00:50:56:00:00:01', '00-50-56-00-00-01', '0050.5600.0001'], ['00:50:56', '00:50:56:00:00:0g']],
    ['uri', ['https://example.com', '/path'], ['example', '']],
    ['uuid', ['123e4567-e89b-12d3-a456-426614174000'], ['123e4567']],
  ])('%s', (format, good, bad) => {
    const accepts = stringFormats[format]!;
    expect(good.filter((text) => !accepts(text))).toEqual([]);
    expect(bad.filter((text) => accepts(text))).toEqual([]);
  });
});

describe('isInt64', () => {
  it('ends where Go ends', () => {
    expect([2 ** 31, -(2 ** 63), 2 ** 63, 1e19].map(isInt64)).toEqual([true, true, false, false]);
  });
});

describe('toRegExp', () => {
  it.each([
    ['^[a-z]+$', 'abc', 'ABC'],
    ['^(?i)(abort|warn)?$', 'WARN', 'warned'],
    ['^[[:xdigit:]]{2}$', 'fF', 'fg'],
    ['^(?P<year>[0-9]+)$', '2026', 'x'],
    ['\\A[\\w\\-]+\\z', 'a-b', 'a b'],
    ['^.$', '😀', 'ab'],
  ])('reads %s', (pattern, good, bad) => {
    const expression = toRegExp(pattern);
    expect(expression?.test(good)).toBe(true);
    expect(expression?.test(bad)).toBe(false);
  });

  it.each(['^((?i)a)b$', '[[:^alpha:]]', '('])('fails to read %s, and says so', (pattern) => {
    expect(toRegExp(pattern)).toBeUndefined();
  });
});
