import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadSchemas, validateTree, validationReport } from '../../lib/review';
import { fleetCrd, schemasOf, widgetCrd } from './small-crd';
import { treeOf } from './tree-of';

const schemas = schemasOf(widgetCrd, fleetCrd);
const widget = 'apiVersion: example.com/v1\nkind: Widget\nmetadata: {name: a}\nspec: {replicas: 1}\n';
const badWidget = widget.replace('replicas: 1', 'replicas: none');

function validate(files: Record<string, string>) {
  return validateTree(treeOf(files), schemas);
}

describe('validateTree', () => {
  it('counts and names what it has no schema for', () => {
    const deployment = 'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\n';
    const report = validate({ 'a.yaml': [widget, deployment, deployment].join('---\n') });
    expect(report).toMatchObject({
      files: 1,
      checked: [{ name: 'Widget.v1.example.com', count: 1 }],
      withoutSchema: [{ name: 'Deployment.v1.apps', count: 2 }],
      refusals: [],
    });
  });

  it('names a file that SOPS encrypted whole by its path, not by a cipher text', () => {
    const document = 'kind: ENC[x]\napiVersion: ENC[y]\nsops:\n  mac: ENC[z]\n';
    const report = validate({ 'machines/a.sops.yaml': [document, document].join('---\n') });
    expect(report).toMatchObject({ otherDocuments: [{ name: 'machines/a.sops.yaml', count: 2 }], refusals: [] });
  });

  it('checks the metadata of kinds without a schema', () => {
    const report = validate({ 'a.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, labels: {on: true}}\n' });
    expect(report.refusals).toMatchObject([{ object: 'ConfigMap/a', path: 'metadata.labels.on', what: 'wrong type' }]);
  });

  it('counts the rules that it does not run', () => {
    expect(validate({ 'a.yaml': `${widget}---\n${widget}` }).celRules).toEqual([
      { name: 'Widget.v1.example.com', count: 1 },
    ]);
  });

  it('names patterns that it cannot read, and values that are encrypted', () => {
    const odd = widget.replace('replicas: 1', "replicas: 1, odd: x, name: 'ENC[AES256_GCM,data:x,type:str]'");
    expect(validate({ 'a.yaml': odd })).toMatchObject({
      refusals: [],
      unreadablePatterns: ['^((?i)a)b$'],
      encryptedValues: 1,
    });
  });

  it('leaves to Helm what Helm renders, and checks the templates that are plain YAML', () => {
    const report = validate({
      'apps/one/Chart.yaml': 'apiVersion: v2\nname: one\nversion: 1.0.0\n',
      'apps/one/values.yaml': 'kind: Widget\napiVersion: example.com/v1\n',
      'apps/one/templates/plain.yaml': badWidget,
      'apps/one/templates/dynamic.yaml': badWidget.replace('name: a', "name: '{{ .Release.Name }}'"),
      'elsewhere/templates/set.yaml': badWidget.replace('name: a', "name: '{{path}}'"),
    });
    expect(report.templates).toEqual(['apps/one/templates/dynamic.yaml']);
    expect(report.refusals.map(({ file }) => file)).toEqual([
      'apps/one/templates/plain.yaml',
      'elsewhere/templates/set.yaml',
      'elsewhere/templates/set.yaml',
    ]);
    expect(report.otherDocuments).toEqual([]);
  });

  it('leaves to Kustomize what Kustomize completes', () => {
    const patch = 'apiVersion: example.com/v1\nkind: Widget\nmetadata: {name: a}\nspec: {size: large}\n';
    const report = validate({
      'install/kustomization.yaml': 'resources: [a.yaml]\npatches: [{path: patches/a.yaml}, {patch: "x"}]\n',
      'install/a.yaml': widget,
      'install/patches/a.yaml': patch,
    });
    expect(report).toMatchObject({ patches: ['install/patches/a.yaml'], refusals: [], otherDocuments: [] });
    expect(report.checked).toEqual([{ name: 'Widget.v1.example.com', count: 1 }]);
  });

  it('names documents that are no objects, and does not take Terraform for one', () => {
    const report = validate({
      'talos/a.yaml': 'apiVersion: v1alpha1\nkind: HostnameConfig\nauto: stable\n---\nmachine: {}\n',
      'terraform/cdk.tf.json': '{"resource": {}}',
      'notes.txt': 'kind: Widget',
    });
    expect(report.otherDocuments).toEqual([
      { name: 'HostnameConfig v1alpha1', count: 1 },
      { name: 'talos/a.yaml', count: 1 },
    ]);
  });

  it('fails on YAML and JSON that do not parse', () => {
    const report = validate({ 'a.yaml': 'a: 1\na: 2\n', 'b.json': '{' });
    expect(report.refusals).toMatchObject([
      { file: 'a.yaml', path: 'line 2, column 1', fix: 'correct the text' },
      { file: 'b.json', path: 'file', fix: 'correct the text' },
    ]);
    expect(report.refusals[0]?.what).toMatch(/^not YAML, got .*unique/i);
  });

  it('fails on an object without a name, and on one without any metadata', () => {
    const report = validate({
      'a.yaml': widget.replace('metadata: {name: a}', 'metadata: {labels: {a: b}}'),
      'b.yaml': widget.replace('metadata: {name: a}\n', ''),
      'c.yaml': widget.replace('name: a', 'generateName: a-'),
    });
    expect(report.refusals.map(({ file, path }) => [file, path])).toEqual([
      ['a.yaml', 'metadata.name'],
      ['b.yaml', 'metadata.name'],
    ]);
  });

  it('looks at each object of a List', () => {
    const items = [1, 'x'].map((replicas) => ({
      apiVersion: 'example.com/v1',
      kind: 'Widget',
      metadata: { name: 'a' },
      spec: { replicas },
    }));
    const report = validate({ 'a.json': JSON.stringify({ apiVersion: 'v1', kind: 'List', items }) });
    expect(report.checked).toEqual([{ name: 'Widget.v1.example.com', count: 2 }]);
    expect(report.refusals).toHaveLength(1);
  });
});

describe('validationReport', () => {
  it('shows refusals, then what was not checked, then the counts', () => {
    const report = validate({
      'a.yaml': `${badWidget}---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n`,
    });
    expect(validationReport(report))
      .toBe(`refused  a.yaml: Widget/a: spec.replicas: wrong type, got "none"; allowed: integer; write a value of that type

not checked  1 object without a schema: ConfigMap.v1
not checked  1 CEL rule: Widget.v1.example.com

1 file, 1 object of 1 kind checked: 1 object refused for 1 reason
`);
  });
});

describe('loadSchemas', () => {
  it('finds CRDs in JSON and YAML, nested and several to a file, and passes over the rest', () => {
    const folder = mkdtempSync(join(tmpdir(), 'plinth-schemas-'));
    try {
      expect(() => loadSchemas(folder)).toThrow(/^no CustomResourceDefinition in the folder, got /);
      mkdirSync(join(folder, 'deep/er'), { recursive: true });
      writeFileSync(
        join(folder, 'deep/er/both.yaml'),
        `${widgetCrd}---\napiVersion: v1\nkind: ConfigMap\n---\n${fleetCrd}`,
      );
      writeFileSync(join(folder, 'INDEX.tsv'), 'CustomResourceDefinition\n');
      const loaded = loadSchemas(folder);
      expect(loaded.kinds).toBe(2);
      expect(loaded.of('example.com', 'Widget').map(({ version }) => version)).toEqual(['v1']);
      writeFileSync(join(folder, 'bad.json'), '{"kind": "CustomResourceDefinition"');
      expect(() => loadSchemas(folder)).toThrow(/^bad\.json: schema file cannot be read, got /);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
