import { describe, expect, it } from 'vitest';
import { compareTrees, resourceLabel, type Change } from '../../lib/review';
import { ownerOf, treeOf } from './tree-of';

const at = 'clusters/prod/edge';

function configMap(name: string, value: string): string {
  return `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: ${name}, namespace: apps}\ndata: {key: ${value}}\n`;
}

function compare(before: Record<string, string>, after: Record<string, string>): Change[] {
  return compareTrees(treeOf(before), treeOf(after), { ownerOf });
}

/** `<change> <label>: <field>…`, a line each. */
function lines(changes: readonly Change[]): string[] {
  return changes.map(
    ({ change, resource, fields }) =>
      `${change} ${resourceLabel(resource)}${fields.map(({ path }) => `: ${path}`).join('')}`,
  );
}

describe('compareTrees', () => {
  it('finds nothing between a tree and itself', () => {
    const files = { [`${at}/a.yaml`]: configMap('a', 'x'), [`${at}/b.txt`]: 'text', [`${at}/bad.yaml`]: 'a: [' };
    expect(compare(files, files)).toEqual([]);
  });

  it('compares what a file says, not how it is written', () => {
    const before = { [`${at}/a.yaml`]: 'kind: ConfigMap\napiVersion: v1\nmetadata: {name: a}\ndata: {x: "1"}\n' };
    const after = {
      [`${at}/a.yaml`]: "# a comment\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\ndata:\n  x: '1'\n",
    };
    expect(compare(before, after)).toEqual([]);
  });

  it('tells added, changed and removed resources of one file apart', () => {
    const before = { [`${at}/a.yaml`]: [configMap('a', 'x'), configMap('b', 'x'), configMap('c', 'x')].join('---\n') };
    const after = { [`${at}/a.yaml`]: [configMap('d', 'x'), configMap('c', 'y'), configMap('b', 'x')].join('---\n') };
    expect(lines(compare(before, after))).toEqual([
      'removed ConfigMap/a (apps)',
      'changed ConfigMap/c (apps): data.key',
      'added ConfigMap/d (apps)',
    ]);
  });

  it('knows an object whatever its version', () => {
    const pool = (version: string) => `apiVersion: example.com/${version}\nkind: Pool\nmetadata: {name: a}\nspec: {}\n`;
    const [change] = compare({ [`${at}/a.yaml`]: pool('v1beta1') }, { [`${at}/a.yaml`]: pool('v1') });
    expect(change).toMatchObject({
      change: 'changed',
      resource: { type: 'kubernetes', group: 'example.com', kind: 'Pool', namespace: '', name: 'a' },
      fields: [{ path: 'apiVersion', before: 'example.com/v1beta1', after: 'example.com/v1' }],
    });
  });

  it('keeps equal objects of two clusters apart', () => {
    const before = { 'clusters/prod/a/x.yaml': configMap('a', 'x'), 'clusters/prod/b/x.yaml': configMap('a', 'x') };
    const after = { 'clusters/prod/a/x.yaml': configMap('a', 'y'), 'clusters/prod/b/x.yaml': configMap('a', 'z') };
    expect(compare(before, after).map(({ owner }) => owner)).toEqual(['prod/a', 'prod/b']);
  });

  it('follows a resource to another file', () => {
    const before = { [`${at}/a.yaml`]: configMap('a', 'x'), [`${at}/values.yaml`]: 'a: 1\n' };
    const after = { [`${at}/b.yaml`]: configMap('a', 'x'), [`${at}/other/values.yaml`]: 'a: 1\n' };
    expect(compare(before, after)).toMatchObject([
      { change: 'moved', path: `${at}/b.yaml`, previousPath: `${at}/a.yaml`, fields: [] },
      { change: 'moved', path: `${at}/other/values.yaml`, previousPath: `${at}/values.yaml`, fields: [] },
    ]);
    expect(compare(before, { ...after, [`${at}/b.yaml`]: configMap('a', 'y') })[0]).toMatchObject({
      change: 'changed',
      previousPath: `${at}/a.yaml`,
      fields: [{ path: 'data.key' }],
    });
  });

  it('pairs copies of one object by their files', () => {
    const before = { [`${at}/one.yaml`]: configMap('a', 'x'), [`${at}/two.yaml`]: configMap('a', 'x') };
    const after = { [`${at}/one.yaml`]: configMap('a', 'y'), [`${at}/two.yaml`]: configMap('b', 'x') };
    expect(lines(compare(before, after))).toEqual([
      'changed ConfigMap/a (apps): data.key',
      'removed ConfigMap/a (apps)',
      'added ConfigMap/b (apps)',
    ]);
  });

  it('compares Terraform by address, each stack for itself, without its comments', () => {
    const stack = (cpus: number, comment: string) =>
      JSON.stringify({
        '//': { metadata: { stackName: comment } },
        terraform: { backend: { local: { path: 'x' } }, required_version: '>= 1' },
        provider: { vsphere: [{ server: 'vc.example.com' }] },
        variable: { password: { sensitive: true } },
        resource: {
          vsphere_virtual_machine: { 'node-1': { '//': comment, num_cpus: cpus }, 'node-2': { num_cpus: 2 } },
        },
        output: { address: { value: '${vsphere_virtual_machine.node-1.ip}' } },
      });
    const before = {
      'terraform/prod/edge/vms/cdk.tf.json': stack(2, 'a'),
      'terraform/prod/edge/dns/cdk.tf.json': stack(2, 'a'),
    };
    const after = { ...before, 'terraform/prod/edge/vms/cdk.tf.json': stack(4, 'b') };
    expect(lines(compare(before, after))).toEqual([
      'changed resource.vsphere_virtual_machine.node-1 (terraform/prod/edge/vms): num_cpus',
    ]);
    expect(lines(compare({}, { 'terraform/prod/edge/vms/cdk.tf.json': stack(2, 'a') }))).toEqual([
      'added output.address (terraform/prod/edge/vms)',
      'added provider.vsphere (terraform/prod/edge/vms)',
      'added resource.vsphere_virtual_machine.node-1 (terraform/prod/edge/vms)',
      'added resource.vsphere_virtual_machine.node-2 (terraform/prod/edge/vms)',
      'added terraform.backend (terraform/prod/edge/vms)',
      'added terraform.required_version (terraform/prod/edge/vms)',
      'added variable.password (terraform/prod/edge/vms)',
    ]);
  });

  it('knows documents that are no Kubernetes objects by kind and name where they have them', () => {
    const path = 'talos/prod/edge/controlplane.yaml';
    const machine = 'version: v1alpha1\nmachine: {type: controlplane}\n';
    const vlan = (mtu: number) => `apiVersion: v1alpha1\nkind: VLANConfig\nname: eth0.5\nmtu: ${String(mtu)}\n`;
    const volume = 'apiVersion: v1alpha1\nkind: VolumeConfig\nname: VAR\n';
    expect(
      lines(compare({ [path]: `${machine}---\n${vlan(1)}` }, { [path]: `${volume}---\n${machine}---\n${vlan(2)}` })),
    ).toEqual([`changed ${path} » VLANConfig/eth0.5: mtu`, `added ${path} » VolumeConfig/VAR`]);
  });

  it('compares texts and unreadable YAML by lines', () => {
    const path = 'clusters/prod/edge/run.sh';
    expect(compare({ [path]: 'a\nb\nc\n' }, { [path]: 'a\nx\nc\n' })).toMatchObject([
      { resource: { type: 'file', path }, fields: [{ path: '»line 2', before: 'b', after: 'x' }] },
    ]);
    const bad = 'clusters/prod/edge/templates/a.yaml';
    const template = (n: string) => `{{- if .Values.on }}\na: ${n}\n{{- end }}\n`;
    expect(lines(compare({ [bad]: template('1') }, { [bad]: template('2') }))).toEqual([`changed ${bad}: »line 2`]);
  });

  it('leaves out files that belong to nobody', () => {
    expect(compare({ '.plinth/index.json': '{}' }, { '.plinth/index.json': '{"a":1}' })).toEqual([]);
  });

  it('gives the same order whatever the order of the files', () => {
    const files = Object.entries({
      'clusters/prod/b/x.yaml': configMap('z', 'x'),
      'clusters/prod/a/y.yaml': configMap('b', 'x'),
      'clusters/prod/a/x.yaml': configMap('a', 'x'),
      'clusters/dev/a/x.txt': 'x',
    });
    const forwards = compare({}, Object.fromEntries(files));
    expect(compare({}, Object.fromEntries(files.toReversed()))).toEqual(forwards);
    expect(lines(forwards)).toEqual([
      'added clusters/dev/a/x.txt',
      'added ConfigMap/a (apps)',
      'added ConfigMap/b (apps)',
      'added ConfigMap/z (apps)',
    ]);
  });

  it('takes the objects of a List one by one', () => {
    const list = (value: string) =>
      JSON.stringify({
        apiVersion: 'v1',
        kind: 'List',
        items: [{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' }, data: { value } }],
      });
    expect(lines(compare({ [`${at}/a.yaml`]: list('1') }, { [`${at}/a.yaml`]: list('2') }))).toEqual([
      'changed ConfigMap/a: data.value',
    ]);
  });
});
