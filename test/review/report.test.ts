import { describe, expect, it } from 'vitest';
import { compareTrees, diffDocument, terminalReport } from '../../lib/review';
import { ownerOf, treeOf } from './tree-of';

const controlPlane = (version: string, flag: string) =>
  `apiVersion: controlplane.cluster.x-k8s.io/v1alpha3\nkind: TalosControlPlane\nmetadata: {name: edge, namespace: default}\nspec:\n  version: ${version}\n  patch: |\n    cluster: {flag: ${flag}}\n`;
const template = (hash: string, type: string) =>
  `apiVersion: infrastructure.cluster.x-k8s.io/v1beta1\nkind: HCloudMachineTemplate\nmetadata: {name: edge-cp-${hash}, namespace: default}\nspec: {type: ${type}}\n`;

const before = treeOf({
  'clusters/prod/edge/cp.yaml': controlPlane('v1.35.0', '"true"'),
  'clusters/prod/edge/template.yaml': template('11111111', 'cx23'),
  'clusters/prod/edge/old.yaml':
    'apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: podinfo, namespace: argocd}\n',
  'clusters/dev/test/values.yaml': 'a: 1\n',
});
const after = treeOf({
  'clusters/prod/edge/cp.yaml': controlPlane('v1.35.2', 'true'),
  'clusters/prod/edge/template.yaml': template('2222aaaa', 'cx33'),
  'clusters/dev/test/values.yaml': `a: ${'x'.repeat(200)}\n`,
  'clusters/dev/test/new.sh': 'exit 0\n',
});
const changes = compareTrees(before, after, { ownerOf });

describe('terminalReport', () => {
  it('shows owners, resources, fields and counts', () => {
    expect(terminalReport(changes)).toBe(`dev/test
  + clusters/dev/test/new.sh
  ~ clusters/dev/test/values.yaml
      a  1 → ${'x'.repeat(79)}…

prod/edge
  - Application/podinfo (argocd)  clusters/prod/edge/old.yaml
  ± HCloudMachineTemplate/edge-cp-2222aaaa (default)  replaces edge-cp-11111111, which goes
      spec.type  cx23 → cx33
  ~ TalosControlPlane/edge (default)
      spec.patch»cluster.flag  "true" → true
      spec.version             v1.35.0 → v1.35.2

2 clusters, 5 changes: 1 added, 2 changed, 1 replaced, 1 removed
`);
  });

  it('says so where nothing changes', () => {
    expect(terminalReport([])).toBe('no changes\n');
  });

  it('writes colour codes only when asked to, and lets none through from a name', () => {
    const evil = treeOf({
      'clusters/prod/edge/a.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: "a\\e[31m"}\n',
    });
    expect(terminalReport(compareTrees(treeOf({}), evil, { ownerOf }))).not.toContain('\u001b');
    expect(terminalReport(changes)).not.toContain('\u001b');
    expect(terminalReport(changes, { color: true })).toContain('\u001b[');
  });
});

describe('diffDocument', () => {
  it('keeps values exact and what is absent absent', () => {
    const document = diffDocument(changes);
    expect(document).toMatchObject({
      schema: 'plinth.diff/v1',
      summary: { owners: 2, changes: 5, added: 1, changed: 2, replaced: 1, removed: 1, moved: 0 },
    });
    expect(JSON.parse(JSON.stringify(document.changes.at(-1)))).toEqual({
      change: 'changed',
      owner: 'prod/edge',
      resource: {
        type: 'kubernetes',
        group: 'controlplane.cluster.x-k8s.io',
        kind: 'TalosControlPlane',
        namespace: 'default',
        name: 'edge',
      },
      path: 'clusters/prod/edge/cp.yaml',
      fields: [
        { path: 'spec.patch»cluster.flag', change: 'changed', before: 'true', after: true },
        { path: 'spec.version', change: 'changed', before: 'v1.35.0', after: 'v1.35.2' },
      ],
    });
  });
});
