import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { App } from 'cdk8s';
import { afterAll, describe, expect, it } from 'vitest';
import { argoCdCharts } from '../../charts/argo-cd';
import type { Artifact } from '../../lib/artifact';
import { argoCdFiles, wrapperChart } from '../../lib/gitops/argocd';
import { emitDocuments, parseDocuments } from '../../lib/yaml';
import { applicationSetCluster, appOfAppsCluster } from '../support/clusters-gitops';
import { component } from '../support/definition';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'plinth-argocd-')));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const missing = (tool: string, ...argv: string[]): boolean => spawnSync(tool, argv).status !== 0;
// skipped, and shown as such, where the tool is not installed
const noHelm = missing('helm', 'version');
const noKubectl = missing('kubectl', 'version', '--client');

function run(tool: string, ...argv: string[]): string {
  const { status, stdout, stderr } = spawnSync(tool, argv, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, HELM_CACHE_HOME: folder, HELM_CONFIG_HOME: folder, HELM_DATA_HOME: folder },
  });
  if (status !== 0) throw new Error(`${tool} ${argv.join(' ')}: ${stderr}`);
  return stdout;
}

function write(artifacts: readonly Artifact[]): void {
  for (const { path, body } of artifacts) {
    if (body.format !== 'yaml') throw new Error(`not YAML: ${path}`);
    writeText(path, emitDocuments(body.documents));
  }
}

function writeText(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

describe.skipIf(noHelm)('helm', () => {
  it('gives back a root app’s Applications as the chart wrote them', () => {
    const cluster = appOfAppsCluster();
    const charts = argoCdCharts(new App(), cluster).map((file) => file.toArtifact());
    write([...argoCdFiles(cluster), ...charts]);
    const chart = 'clusters/test/edge/in-cluster/cluster-infra';
    const apps = charts.find(({ path }) => path === `${chart}/templates/apps.yaml`);
    const templated = parseDocuments(run('helm', 'template', 'cluster-infra', chart));
    const byKey = (a: unknown, b: unknown): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
    const expected = apps?.body.format === 'yaml' ? (JSON.parse(JSON.stringify(apps.body.documents)) as unknown[]) : [];
    // helm orders kinds its own way
    const canonical = (documents: readonly unknown[]): unknown[] =>
      documents.map((document) => parseDocuments(emitDocuments([document]))[0]).sort(byKey);
    expect(canonical(templated)).toEqual(canonical(expected));
    expect(run('helm', 'lint', chart)).toContain('0 chart(s) failed');
  });

  it('hands a wrapper’s values to the chart inside, and leaves braces in templates alone', () => {
    writeText('inner/Chart.yaml', 'apiVersion: v2\nname: inner\nversion: 1.2.3\n');
    writeText(
      'inner/templates/cm.yaml',
      'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: inner\ndata:\n  got: {{ .Values.deep.text | quote }}\n',
    );
    const rule = {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'rule' },
      data: { text: 'at {{ $labels.node }}:\n{{{x}}}' },
    };
    const wrapped = component('outer', {
      chart: { name: 'inner', version: '1.2.3', repository: 'file://../inner' },
      values: () => ({ deep: { text: '{{ not read }}' } }),
      objects: () => [rule],
    });
    write(wrapperChart(wrapped, applicationSetCluster(), 'outer'));
    run('helm', 'dependency', 'build', 'outer');
    const objects = parseDocuments(run('helm', 'template', 'release', 'outer'));
    expect(objects).toContainEqual(rule);
    expect(objects).toContainEqual(expect.objectContaining({ data: { got: '{{ not read }}' } }));
    expect(run('helm', 'show', 'chart', 'outer')).toContain('name: outer');
  });
});

describe.skipIf(noKubectl)('kubectl kustomize', () => {
  it('puts the patches over a base that has the ConfigMaps, in Argo CD’s namespace', () => {
    const cluster = applicationSetCluster();
    const [kustomization, ...patches] = argoCdFiles(cluster).filter(({ path }) => path.includes('/install/'));
    write(patches);
    const install = 'clusters/test/edge/argocd/install';
    const configMap = (name: string): string =>
      `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\ndata:\n  kept: "1"\n`;
    writeText('base/kustomization.yaml', 'resources:\n- configmaps.yaml\n');
    writeText('base/configmaps.yaml', `${configMap('argocd-cm')}---\n${configMap('argocd-rbac-cm')}`);
    const text = kustomization?.body.format === 'yaml' ? emitDocuments(kustomization.body.documents) : '';
    // the real base lies on the network
    const local = text.replace(/github\.com\S+/, '../../../../../base');
    expect(local).not.toBe(text);
    writeText(`${install}/kustomization.yaml`, local);
    const objects = parseDocuments(run('kubectl', 'kustomize', install));
    expect(objects).toHaveLength(2);
    for (const object of objects)
      expect(object).toMatchObject({ metadata: { namespace: 'argocd' }, data: { kept: '1' } });
    expect(objects).toContainEqual(
      expect.objectContaining({ data: { kept: '1', 'policy.default': 'role:readonly', scopes: '[teams, mail]' } }),
    );
  });
});
