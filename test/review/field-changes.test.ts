import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldChanges } from '../../lib/review';
import { alignItems } from '../../lib/review/list-alignment';

describe('fieldChanges', () => {
  it('names items of a list by what names them', () => {
    const before = { containers: [{ name: 'app', image: 'a:1' }, { name: 'side' }] };
    const after = { containers: [{ name: 'first' }, { name: 'app', image: 'a:2' }, { name: 'side' }] };
    expect(fieldChanges(before, after)).toEqual([
      { path: 'containers[name=app].image', change: 'changed', before: 'a:1', after: 'a:2' },
      { path: 'containers[name=first]', change: 'added', after: { name: 'first' } },
    ]);
  });

  it('tells another order of named items from other items', () => {
    expect(fieldChanges({ env: [{ name: 'A' }, { name: 'B' }] }, { env: [{ name: 'B' }, { name: 'A' }] })).toEqual([
      { path: 'env', change: 'reordered', before: ['A', 'B'], after: ['B', 'A'] },
    ]);
  });

  it('does not take an insertion for a change of all that follows', () => {
    expect(fieldChanges({ args: ['a', 'b', 'c'] }, { args: ['a', 'new', 'b', 'c'] })).toEqual([
      { path: 'args[1]', change: 'added', after: 'new' },
    ]);
    expect(fieldChanges({ args: ['a', 'b', 'c', 'd'] }, { args: ['x', 'b', 'd'] })).toEqual([
      { path: 'args[0]', change: 'changed', before: 'a', after: 'x' },
      { path: 'args[2]', change: 'removed', before: 'c' },
    ]);
  });

  it('keeps types apart', () => {
    expect(fieldChanges({ a: 'true', b: 1, c: null, d: {} }, { a: true, b: '1', d: [] })).toEqual([
      { path: 'a', change: 'changed', before: 'true', after: true },
      { path: 'b', change: 'changed', before: 1, after: '1' },
      { path: 'c', change: 'removed', before: null },
      { path: 'd', change: 'changed', before: {}, after: [] },
    ]);
  });

  it('quotes keys that hold dots', () => {
    const annotated = (value: string) => ({ metadata: { annotations: { 'example.com/wave': value } } });
    expect(fieldChanges(annotated('1'), annotated('2'))[0]?.path).toBe('metadata.annotations["example.com/wave"]');
  });

  it('looks into YAML inside a string', () => {
    const patches = (nodeIp: string) => ({
      strategicPatches: [
        'cluster: {}\n',
        `machine:\n  kubelet:\n    nodeIP: # where\n      validSubnets: [${nodeIp}]\n`,
      ],
    });
    expect(fieldChanges(patches('192.0.2.0/24'), patches('198.51.100.0/24'))).toEqual([
      {
        path: 'strategicPatches[1]»machine.kubelet.nodeIP.validSubnets[0]',
        change: 'changed',
        before: '192.0.2.0/24',
        after: '198.51.100.0/24',
      },
    ]);
  });

  it('looks into values that hold template expressions', () => {
    const values = (replicas: number) =>
      `name: {{ .Cluster.metadata.name }}\ncidr: "{{ index .Cluster.pods 0 }}"\nreplicas: ${String(replicas)}\n`;
    expect(fieldChanges({ valuesTemplate: values(1) }, { valuesTemplate: values(2) })).toEqual([
      { path: 'valuesTemplate»replicas', change: 'changed', before: 1, after: 2 },
    ]);
    const other = values(1).replace('.Cluster.metadata.name', '.Cluster.name');
    expect(fieldChanges({ valuesTemplate: values(1) }, { valuesTemplate: other })).toEqual([
      {
        path: 'valuesTemplate»name',
        change: 'changed',
        before: '{{ .Cluster.metadata.name }}',
        after: '{{ .Cluster.name }}',
      },
    ]);
  });

  it('looks into YAML inside YAML, and into several documents of one string', () => {
    const manifest = (size: string) =>
      `kind: ConfigMap\nmetadata: {name: a}\ndata:\n  inner.yaml: |\n    size: ${size}\n---\nkind: Other\nmetadata: {name: b}\n`;
    expect(fieldChanges({ data: { 'm.yaml': manifest('1') } }, { data: { 'm.yaml': manifest('"1"') } })).toEqual([
      {
        path: 'data["m.yaml"]»ConfigMap/a»data["inner.yaml"]»size',
        change: 'changed',
        before: 1,
        after: '1',
      },
    ]);
  });

  it('marks a text whose content is the same, since its bytes replace machines', () => {
    const before = { patch: 'machine: # old comment\n  type: worker\n' };
    const after = { patch: 'machine:\n  type: "worker"\n' };
    expect(fieldChanges(before, after)).toEqual([
      {
        path: 'patch»lines 1-2',
        change: 'reformatted',
        before: 'machine: # old comment\n  type: worker',
        after: 'machine:\n  type: "worker"',
      },
    ]);
  });

  it('shows the lines of a text that is no YAML', () => {
    const script = (line: string) => `#!/bin/sh\nset -e\n${line}\nexit 0\n`;
    expect(fieldChanges({ run: script('echo a') }, { run: script('echo b') })).toEqual([
      { path: 'run»line 3', change: 'changed', before: 'echo a', after: 'echo b' },
    ]);
    expect(fieldChanges({ run: 'a: b: c\n' }, { run: 'a: b: c\nd: e: f\n' })).toEqual([
      { path: 'run»line 2', change: 'added', after: 'd: e: f' },
    ]);
  });

  it('reads prose as prose', () => {
    expect(fieldChanges({ text: 'note: a' }, { text: 'note: b' })).toEqual([
      { path: 'text', change: 'changed', before: 'note: a', after: 'note: b' },
    ]);
  });

  const json = fc.jsonValue({ maxDepth: 4 }).map((value) => JSON.parse(JSON.stringify(value)) as unknown);

  it('finds nothing between equal values, and something between any others', () => {
    fc.assert(
      fc.property(json, json, (a, b) => {
        expect(fieldChanges(a, structuredClone(a))).toEqual([]);
        const same = canonical(a) === canonical(b);
        expect(fieldChanges(a, b).length === 0).toBe(same);
      }),
    );
  });

  it('leaves nothing but equal items, in order, outside the pairs of a list', () => {
    const list = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 12 });
    fc.assert(
      fc.property(list, list, (a, b) => {
        const pairs = alignItems(a, b);
        const before = new Set(pairs.map((pair) => pair.before));
        const after = new Set(pairs.map((pair) => pair.after));
        expect(a.filter((_, i) => !before.has(i))).toEqual(b.filter((_, i) => !after.has(i)));
        for (const side of ['before', 'after'] as const) {
          const places = pairs.map((pair) => pair[side]).filter((place) => place >= 0);
          expect(places).toEqual([...new Set(places)].sort((x, y) => x - y));
        }
      }),
    );
  });
});

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
