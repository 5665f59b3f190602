import { describe, expect, it } from 'vitest';
import { formatProblem } from '../../lib/cluster';
import { validateTree } from '../../lib/review';
import { fleetCrd, schemasOf, widgetCrd, widgetCrdNext } from './small-crd';
import { treeOf } from './tree-of';

interface Given {
  readonly spec?: object;
  readonly metadata?: object;
  readonly rest?: object;
}

/** What is said about a Widget, a line each, without its file and name. */
function said({ spec = {}, metadata = {}, rest = {} }: Given, schemas = schemasOf(widgetCrd)): string[] {
  const widget = {
    apiVersion: 'example.com/v1',
    kind: 'Widget',
    metadata: { name: 'one', ...metadata },
    spec: { replicas: 3, ...spec },
    ...rest,
  };
  const report = validateTree(treeOf({ 'a.json': JSON.stringify(widget) }), schemas);
  return report.refusals.map((refusal) => formatProblem(refusal));
}

describe('an object against the schema of its kind', () => {
  it.each<[string, Given]>([
    ['a field with a default, left out though it is required', { spec: {} }],
    ['an integer where a string may stand too', { spec: { surge: 1 } }],
    ['a string where an integer may stand too', { spec: { surge: '25%' } }],
    ['null where it is allowed', { spec: { note: null } }],
    ['null of a field that may not be null, which the server drops', { spec: { name: null, size: null } }],
    [
      'fields without a name where any are kept',
      { spec: { extra: { depth: 1, other: { deep: [1] } }, anything: [1] } },
    ],
    ['any key of a map', { spec: { labels: { a: 'b', constructor: 'c' } } }],
    ['an object inside', { spec: { template: { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' }, spec: {} } } }],
    ['times and durations as Go writes them', { spec: { since: '2026-02-09T15:00:00Z', every: '1h30m' } }],
    ['a pattern with a flag of Go', { spec: { policy: 'WARN' } }],
    ['items that differ by a default', { spec: { ports: [{ port: 53 }, { port: 53, protocol: 'UDP' }] } }],
    ['one of the alternatives', { spec: { source: { git: 'a' } } }],
    [
      'what the server adds to metadata',
      { metadata: { creationTimestamp: null, uid: 'a', managedFields: [{ a: 1 }] } },
    ],
    ['a status', { rest: { status: { anything: true } } }],
    ['the block of SOPS', { rest: { sops: { mac: 'ENC[AES256_GCM,data:x,type:str]', version: '3' } } }],
  ])('passes with %s', (_what, given) => {
    expect(said(given)).toEqual([]);
  });

  it.each<[string, Given, string]>([
    [
      'an unknown field',
      { spec: { replica: 3 } },
      'spec.replica: unknown field, got 3; remove it, or correct its spelling (nearest: replicas)',
    ],
    [
      'an unknown field at the root',
      { rest: { specs: {} } },
      'specs: unknown field, got {}; remove it, or correct its spelling (nearest: spec)',
    ],
    [
      'an unknown field in a list',
      { spec: { ports: [{ port: 1, proto: 'TCP' }] } },
      'spec.ports[0].proto: unknown field, got "TCP"; remove it, or correct its spelling (nearest: port)',
    ],
    ['a missing field', { spec: { replicas: undefined } }, 'spec.replicas: missing; add it'],
    [
      'a string for an integer',
      { spec: { replicas: '3' } },
      'spec.replicas: wrong type, got "3"; allowed: integer; write a value of that type',
    ],
    [
      'an integer that is none',
      { spec: { replicas: 1.5 } },
      'spec.replicas: wrong type, got 1.5; allowed: integer; write a value of that type',
    ],
    [
      'a boolean for a string',
      { spec: { labels: { on: true } } },
      'spec.labels.on: wrong type, got true; allowed: string; write a value of that type',
    ],
    [
      'null in a list',
      { spec: { zones: [null] } },
      'spec.zones[0]: wrong type, got null; allowed: string; write a value of that type',
    ],
    [
      'a value that is not in the list',
      { spec: { size: 'smal' } },
      'spec.size: not one of the values allowed, got "smal"; allowed: small, medium, large; did you mean small?',
    ],
    [
      'a number out of range',
      { spec: { replicas: 0 } },
      'spec.replicas: out of its limits (minimum), got 0; allowed: >= 1; give a value within the limit',
    ],
    [
      'a number on an exclusive limit',
      { spec: { replicas: 9 } },
      'spec.replicas: out of its limits (exclusiveMaximum), got 9; allowed: < 9; give a value within the limit',
    ],
    [
      'a text that is too long',
      { spec: { name: 'abcdef' } },
      'spec.name: out of its limits (maxLength), got "abcdef"; allowed: 5; give a value within the limit',
    ],
    [
      'a text against its pattern',
      { spec: { name: 'A' } },
      'spec.name: does not match its pattern, got "A"; allowed: ^[a-z-]+$; correct the value',
    ],
    [
      'a percentage against its pattern',
      { spec: { surge: 'x' } },
      'spec.surge: does not match its pattern, got "x"; allowed: ^[0-9]+%?$; correct the value',
    ],
    [
      'a day that does not exist',
      { spec: { since: '2026-02-30T15:00:00Z' } },
      'spec.since: not a valid date-time, got "2026-02-30T15:00:00Z"; correct the value',
    ],
    [
      'a duration without a unit',
      { spec: { every: '90' } },
      'spec.every: not a valid duration, got "90"; correct the value',
    ],
    [
      'a wrong type among fields that are kept',
      { spec: { extra: { depth: 'x' } } },
      'spec.extra.depth: wrong type, got "x"; allowed: integer; write a value of that type',
    ],
    [
      'a repeated item of a set',
      { spec: { zones: ['a', 'b', 'a'] } },
      'spec.zones[2]: duplicate item, got "\\"a\\""; remove one of the two, or tell them apart',
    ],
    [
      'a repeated key of a list, by a default',
      { spec: { ports: [{ port: 53 }, { port: 53, protocol: 'TCP' }] } },
      'spec.ports[1]: duplicate item, got "port=53, protocol=\\"TCP\\""; remove one of the two, or tell them apart',
    ],
    [
      'two of the alternatives',
      { spec: { source: { git: 'a', oci: 'b' } } },
      'spec.source: fits several alternatives, got {"git":"a","oci":"b"}; allowed: git | oci; make it fit exactly one',
    ],
    [
      'none of the alternatives',
      { spec: { source: {} } },
      'spec.source: fits none of the alternatives, got {}; allowed: git | oci; make it fit exactly one',
    ],
    [
      'an object inside without a kind',
      { spec: { template: { apiVersion: 'v1' } } },
      'spec.template.kind: missing; add it',
    ],
    [
      'an unknown field of metadata',
      { metadata: { lables: {} } },
      'metadata.lables: unknown field, got {}; remove it, or correct its spelling (nearest: labels)',
    ],
    [
      'a label that is no string',
      { metadata: { labels: { ccm: true } } },
      'metadata.labels.ccm: wrong type, got true; allowed: string; write a value of that type',
    ],
    [
      'a name that its schema forbids',
      { metadata: { name: 'a'.repeat(21) } },
      `metadata.name: out of its limits (maxLength), got "${'a'.repeat(21)}"; allowed: 20; give a value within the limit`,
    ],
    [
      'a key that is no qualified name',
      { metadata: { annotations: { 'a b': 'c' } } },
      'metadata.annotations["a b"]: not a qualified name, got "a b"; allowed: [prefix/]name; rename the key',
    ],
  ])('fails on %s', (_what, given, message) => {
    expect(said(given)).toEqual([message]);
  });

  it('fails with all problems at once', () => {
    expect(said({ spec: { replicas: 'x', nmae: 'y', zones: 'z' }, metadata: { labels: [] } })).toHaveLength(4);
  });

  it('fails without printing a secret', () => {
    expect(said({ spec: { password: 'correct horse' } })[0]).toContain('got "«hidden»"');
  });

  it('passes with any of several schemas of a kind, and shows the shortest list otherwise', () => {
    const both = schemasOf(widgetCrd, widgetCrdNext);
    expect(said({ spec: { newField: 'a' } }, both)).toEqual([]);
    expect(said({ spec: { newField: 'a', name: 'A' } }, both)).toEqual([
      'spec.name: does not match its pattern, got "A"; allowed: ^[a-z-]+$; correct the value',
    ]);
  });

  it('fails on a version that nothing serves, naming those that are', () => {
    expect(said({ rest: { apiVersion: 'example.com/v1alpha1' } }, schemasOf(widgetCrd, widgetCrdNext))).toEqual([
      'apiVersion: version that no schema serves, got "example.com/v1alpha1"; allowed: example.com/v1, example.com/v2; write the object in a version that is served',
    ]);
  });

  it('fails on a namespace where objects have none', () => {
    const fleet = { apiVersion: 'example.com/v1', kind: 'Fleet', metadata: { name: 'a', namespace: 'b' } };
    const report = validateTree(treeOf({ 'a.json': JSON.stringify(fleet) }), schemasOf(fleetCrd));
    expect(report.refusals).toEqual([
      {
        file: 'a.json',
        object: 'Fleet/a (b)',
        path: 'metadata.namespace',
        what: 'namespace on a cluster-scoped object',
        got: 'b',
        fix: 'remove it',
      },
    ]);
  });
});
