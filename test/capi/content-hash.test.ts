import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../lib/cluster';
import { contentHash } from '../../lib/capi/content-hash';

const json = fc.jsonValue().map((value) => value as Json);

describe('contentHash', () => {
  it('is eight hexadecimal digits that never change', () => {
    // the SHA-256 of {"a":true,"b":[1,"x",null]}
    expect(contentHash({ b: [1, 'x', null], a: true })).toBe('a144dac9');
  });

  it('leaves out members that are not set', () => {
    expect(contentHash({ a: 1, b: undefined })).toBe(contentHash({ a: 1 }));
  });

  it('tells a string from a number and an empty list from an empty map', () => {
    expect(contentHash({ a: '1' })).not.toBe(contentHash({ a: 1 }));
    expect(contentHash({ a: [] })).not.toBe(contentHash({ a: {} }));
  });

  it('does not depend on the order of keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), json), (value) => {
        expect(contentHash(Object.fromEntries(Object.entries(value).reverse()))).toBe(contentHash(value));
      }),
    );
  });

  it('depends on the order of lists', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer(), { minLength: 2 }), (list) => {
        expect(contentHash([...list].reverse())).not.toBe(contentHash(list));
      }),
    );
  });
});
