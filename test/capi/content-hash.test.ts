import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../lib/cluster';
import { contentHash } from '../../lib/capi/content-hash';

const json = fc.jsonValue({ noUnicodeString: false }).map((value) => value as Json);

describe('contentHash', () => {
  it('is eight hexadecimal digits that never change', () => {
    expect(contentHash({ b: [1, 'x', null], a: true })).toBe('5b4b27c2');
  });

  it('leaves out members that are not set', () => {
    expect(contentHash({ a: 1, b: undefined })).toBe(contentHash({ a: 1 }));
  });

  it('tells a string from a number and an empty list from an empty map', () => {
    expect(contentHash({ a: '1' })).not.toBe(contentHash({ a: 1 }));
    expect(contentHash({ a: [] })).not.toBe(contentHash({ a: {} }));
  });

  test.prop([fc.dictionary(fc.string(), json)])('does not depend on the order of keys', (value) => {
    const reversed = Object.fromEntries(Object.entries(value).reverse());
    expect(contentHash(reversed)).toBe(contentHash(value));
  });

  test.prop([fc.array(json, { minLength: 2 })])('depends on the order of lists', (list) => {
    const reversed = [...list].reverse();
    const same = JSON.stringify(reversed) === JSON.stringify(list);
    expect(contentHash(reversed) === contentHash(list)).toBe(same);
  });
});
