import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { JsonObject } from '../../lib/cluster';
import { mergeValues } from '../../lib/platform';

const leaf = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.array(fc.integer()));
const { values } = fc.letrec<{ values: JsonObject; member: JsonObject[string] }>((tie) => ({
  member: fc.oneof({ maxDepth: 3 }, leaf, tie('values')),
  values: fc.dictionary(fc.constantFrom('a', 'b', 'c', '__proto__', 'toString'), tie('member')),
}));

describe('mergeValues', () => {
  it('merges maps member by member', () => {
    expect(mergeValues({ a: { b: 1, c: 2 }, d: 3 }, { a: { c: 4, e: 5 } })).toEqual({ a: { b: 1, c: 4, e: 5 }, d: 3 });
  });

  it('replaces lists and scalars whole', () => {
    expect(mergeValues({ list: [1, 2], text: 'a' }, { list: [3], text: { now: 'a map' } })).toEqual({
      list: [3],
      text: { now: 'a map' },
    });
    expect(mergeValues({ map: { a: 1 } }, { map: [1] })).toEqual({ map: [1] });
  });

  it('takes null as a value, by which Helm drops a default of the chart', () => {
    expect(mergeValues({ a: { b: 1 } }, { a: null })).toEqual({ a: null });
  });

  it('leaves what is below an undefined member', () => {
    expect(mergeValues({ a: 1 }, { a: undefined })).toEqual({ a: 1 });
  });

  it('lays a map over null and over a list', () => {
    expect(mergeValues({ a: null, b: [1] }, { a: { c: 1 }, b: { c: 1 } })).toEqual({ a: { c: 1 }, b: { c: 1 } });
  });

  it('never changes its inputs, and the second wins wherever it says something', () => {
    fc.assert(
      fc.property(values, values, (base, over) => {
        const before = JSON.stringify([base, over]);
        const merged = mergeValues(base, over);
        expect(JSON.stringify([base, over])).toBe(before);
        expect(mergeValues(merged, over)).toEqual(merged);
        expect(mergeValues(base, {})).toEqual(base);
        expect(Object.keys(merged).sort()).toEqual([...new Set([...Object.keys(base), ...Object.keys(over)])].sort());
      }),
    );
  });
});
