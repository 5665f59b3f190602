import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emitBody, prepare, standardPasses, SynthesisError, type Pass } from '../../lib/synth';
import { jsonValue, shuffled } from '../yaml/arbitraries';
import { configMap, findingsOf, secret, text, yaml } from './artifacts';

describe('preparation', () => {
  it('gives the files of each owner in path order, and counts their resources', () => {
    const terraform = { resource: { server: { a: {}, b: {} }, firewall: { c: {} } }, provider: {} };
    const { owners } = prepare([
      yaml('b.yaml', configMap('a', {}), configMap('b', {}), { kind: 'Kustomization' }),
      { path: 'a.tf.json', owner: 'test/edge', body: { format: 'json', value: terraform } },
      { ...text('c.txt', 'x\n'), owner: 'test/two' },
    ]);
    expect([...owners.keys()]).toEqual(['test/edge', 'test/two']);
    expect([...(owners.get('test/edge')?.files.keys() ?? [])]).toEqual(['a.tf.json', 'b.yaml']);
    expect(owners.get('test/edge')?.resources).toBe(5);
    expect(owners.get('test/two')?.resources).toBe(0);
  });

  it('leaves out files without documents', () => {
    expect(prepare([yaml('a.yaml')]).owners.size).toBe(0);
  });

  it('runs the passes in their order', () => {
    const suffix = (name: string): Pass => ({
      name,
      run: (artifacts) => artifacts.map((artifact) => ({ ...artifact, path: artifact.path + name })),
    });
    const { owners } = prepare([text('x', 'x\n')], { passes: [suffix('1'), ...standardPasses, suffix('2')] });
    expect([...(owners.get('test/edge')?.files.keys() ?? [])]).toEqual(['x12']);
  });

  it('fails with everything that is wrong, in path order, each with its place and what to do', () => {
    const artifacts = [
      yaml('z.yaml', secret({ a: 'x' })),
      text('/a', 'no newline'),
      yaml('m.yaml', { spec: { a: NaN } }),
      yaml('n.yaml', { spec: { a: '${TfToken[TOKEN.1]}' } }),
    ];
    expect(() => prepare(artifacts)).toThrow(SynthesisError);
    expect(() => prepare(artifacts)).toThrow(
      [
        'nothing was written: 5 problems',
        '  /a: no newline at the end of the text; end the last line',
        '  /a: an absolute path; give a path inside the tree, such as clusters/prod/edge/app.yaml',
        '  m.yaml: spec.a: not plain data but NaN; pass strings, finite numbers, booleans, null, lists and plain objects',
        '  n.yaml: spec.a: an unresolved token; take the fact from the cluster definition, or hand it over as a Terraform output',
        '  z.yaml: stringData.a: a Secret in plaintext; encrypt it with SOPS, or let the GitOps engine deliver it from a reference',
      ].join('\n'),
    );
  });

  it('fails on JSON that is not plain data', () => {
    const value = { a: [1, undefined] } as never;
    expect(findingsOf({ path: 'a.json', owner: 'o', body: { format: 'json', value } })).toEqual([
      'a.json: a[1]: not plain data but undefined',
    ]);
  });
});

describe('JSON', () => {
  it('has its keys in code-unit order, those that look like numbers too, and a final newline', () => {
    const value = { b: [], a: { '10': 1, '9': [1, { x: null }] }, Z: {}, u: undefined };
    expect(emitBody({ format: 'json', value })).toBe(
      '{\n  "Z": {},\n  "a": {\n    "10": 1,\n    "9": [\n      1,\n      {\n        "x": null\n      }\n    ]\n  },\n  "b": []\n}\n',
    );
  });

  it('reads back as the same value, and is the same whatever the order of the keys', () => {
    fc.assert(
      fc.property(jsonValue, fc.infiniteStream(fc.nat()), (value, choices) => {
        const written = emitBody({ format: 'json', value: value as never });
        expect(JSON.parse(written)).toStrictEqual(value);
        expect(emitBody({ format: 'json', value: shuffled(value, choices) as never })).toBe(written);
      }),
    );
  });
});
