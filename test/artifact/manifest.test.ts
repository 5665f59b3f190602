import { ApiObject, App, Chart, JsonPatch, Testing } from 'cdk8s';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KubernetesObject } from '../../lib/artifact';
import { Manifest, ManifestFile } from '../../lib/artifact/cdk8s';

const object: KubernetesObject = {
  apiVersion: 'example.com/v1',
  kind: 'Thing',
  metadata: { name: 'one', namespace: 'things', labels: { a: 'b' } },
  spec: { list: [{ b: 1, a: 'x' }], flag: 'true' },
};

describe('Manifest', () => {
  it('is the object it was made from', () => {
    expect(new Manifest(Testing.chart(), 'one', object).toJson()).toEqual(object);
  });

  it('leaves out members that are not set, at every depth', () => {
    const spec = { kept: null, unset: undefined, list: [{ a: 1, unset: undefined }], deep: { unset: undefined } };
    const manifest = new Manifest(Testing.chart(), 'one', { ...object, spec });
    expect(Object.keys(manifest.toJson().spec as object)).toEqual(['kept', 'list', 'deep']);
    expect(JSON.stringify(manifest.toJson().spec)).toBe('{"kept":null,"list":[{"a":1}],"deep":{}}');
    expect(Object.keys(spec)).toContain('unset');
  });

  it('takes the labels and the namespace of its chart like any ApiObject', () => {
    const chart = new Chart(Testing.app(), 'c', { labels: { team: 'edge' }, namespace: 'other' });
    const { namespace, ...metadata } = object.metadata;
    const given = { ...object, metadata };
    expect(namespace).toBe('things');
    expect(new Manifest(chart, 'one', given).toJson()).toEqual(new ApiObject(chart, 'two', given as never).toJson());
    expect(new Manifest(chart, 'three', given).toJson().metadata).toMatchObject({
      namespace: 'other',
      labels: { team: 'edge', a: 'b' },
    });
  });

  it('takes a patch through the escape hatch of cdk8s', () => {
    const manifest = new Manifest(Testing.chart(), 'one', object);
    ApiObject.of(manifest).addJsonPatch(JsonPatch.replace('/spec/flag', 'false'));
    expect(manifest.toJson().spec).toEqual({ list: [{ b: 1, a: 'x' }], flag: 'false' });
    expect(object.spec).toMatchObject({ flag: 'true' });
  });

  it('gives what an ApiObject of cdk8s gives, for any plain data', () => {
    const json = fc.jsonValue({ maxDepth: 3 }).filter((value) => !/null|\{\}|\[\]/.test(JSON.stringify(value)));
    fc.assert(
      fc.property(
        fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), json, { minKeys: 1, noNullPrototype: true }),
        (spec) => {
          const chart = Testing.chart();
          const given = { ...object, spec } as KubernetesObject;
          expect(new Manifest(chart, 'ours', given).toJson()).toEqual(
            new ApiObject(chart, 'theirs', given as never).toJson(),
          );
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe('ManifestFile', () => {
  it('is one file with its objects in the order of their making', () => {
    const file = new ManifestFile(new App(), { path: 'clusters/test/edge/a.yaml', owner: 'test/edge' });
    new Manifest(file, 'z', object);
    new Manifest(file, 'a', { ...object, metadata: { name: 'two' } });
    expect(file.toArtifact()).toMatchObject({
      path: 'clusters/test/edge/a.yaml',
      owner: 'test/edge',
      body: { format: 'yaml', documents: [object, { metadata: { name: 'two' } }] },
    });
  });

  it('fails with every message of the validations below it', () => {
    const file = new ManifestFile(new App(), { path: 'a.yaml', owner: 'test/edge' });
    new Manifest(file, 'one', object).node.addValidation({ validate: () => ['first', 'second'] });
    file.node.addValidation({ validate: () => ['third'] });
    expect(() => file.toArtifact()).toThrow('a.yaml: third\na.yaml/one: first\na.yaml/one: second');
  });
});
