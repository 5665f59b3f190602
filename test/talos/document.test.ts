import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../lib/cluster';
import { deletion, document, mergeDocuments, mergePatches, patchText } from '../../lib/talos/document';
import { parseDocuments } from '../../lib/yaml';

const key = fc.constantFrom('a', 'b', 'c');
/** Maps whose leaves are lists: any two of them merge. */
const tree: fc.Arbitrary<JsonObject> = fc.dictionary(
  key,
  fc.dictionary(key, fc.array(fc.integer(), { maxLength: 3 }), { noNullPrototype: true }),
  { noNullPrototype: true },
);

describe('mergeDocuments', () => {
  it('brings documents of one kind and name together and keeps the others apart', () => {
    const merged = mergeDocuments([
      { machine: { kubelet: { image: 'x' } } },
      document('ResolverConfig', { hostDNS: { enabled: true } }),
      document('LinkConfig', { up: true }, 'net0'),
      document('LinkConfig', { up: true }, 'net1'),
      document('ResolverConfig', { nameservers: [{ address: '192.0.2.2' }] }),
      { machine: { files: [] } },
    ]);
    expect(merged).toEqual([
      { machine: { kubelet: { image: 'x' }, files: [] } },
      {
        apiVersion: 'v1alpha1',
        kind: 'ResolverConfig',
        hostDNS: { enabled: true },
        nameservers: [{ address: '192.0.2.2' }],
      },
      { apiVersion: 'v1alpha1', kind: 'LinkConfig', name: 'net0', up: true },
      { apiVersion: 'v1alpha1', kind: 'LinkConfig', name: 'net1', up: true },
    ]);
  });

  it('fails where two documents set one field to different values', () => {
    expect(() => mergeDocuments([{ machine: { type: 'worker' } }, { machine: { type: 'controlplane' } }])).toThrow(
      'main document: machine: type is set twice, got "worker" and "controlplane"',
    );
  });

  it('fails where one document deletes what another sets', () => {
    expect(() => mergeDocuments([{ machine: { env: deletion } }, { machine: { env: 'x' } }])).toThrow('set twice');
  });

  it('loses no list entry and changes no input', () => {
    fc.assert(
      fc.property(fc.array(tree, { minLength: 1, maxLength: 4 }), (parts) => {
        const before = structuredClone(parts);
        const [merged] = mergeDocuments(parts);
        expect(parts).toEqual(before);
        expect(leaves(merged!)).toBe(parts.map(leaves).reduce((sum, n) => sum + n));
      }),
    );
  });

  it('does not mind how the parts are grouped', () => {
    fc.assert(
      fc.property(tree, tree, tree, (a, b, c) => {
        const left = mergeDocuments([...mergeDocuments([a, b]), c]);
        expect(left).toEqual(mergeDocuments([a, ...mergeDocuments([b, c])]));
      }),
    );
  });
});

describe('a patch', () => {
  it('is the same text whatever the order of its keys', () => {
    const one = patchText({ name: 'x', documents: [{ machine: { b: 1, a: { d: 1, c: 2 } } }] });
    const other = patchText({ name: 'x', documents: [{ machine: { a: { c: 2, d: 1 }, b: 1 } }] });
    expect(one).toBe(other);
  });

  it('reads back as its documents', () => {
    const documents = [{ machine: { kubelet: {} } }, { apiVersion: 'v1alpha1', kind: 'HostnameConfig', auto: 'off' }];
    expect(parseDocuments(patchText({ name: 'x', documents }))).toEqual(documents);
  });

  it('touches each document once when patches are joined', () => {
    const joined = mergePatches([
      { name: 'a', documents: [{ machine: { a: 1 } }] },
      { name: 'b', documents: [{ cluster: { b: 1 } }] },
    ]);
    expect(joined).toEqual([{ machine: { a: 1 }, cluster: { b: 1 } }]);
  });
});

function leaves(value: JsonObject): number {
  return Object.values(value).reduce<number>(
    (sum, member) => sum + (Array.isArray(member) ? member.length : leaves(member as JsonObject)),
    0,
  );
}
