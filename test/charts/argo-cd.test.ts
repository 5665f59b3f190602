import { join } from 'node:path';
import { App } from 'cdk8s';
import { describe, expect, it } from 'vitest';
import { argoCdCharts } from '../../charts/argo-cd';
import { identityKey, identityOf, isKubernetesObject, type Artifact } from '../../lib/artifact';
import { stage, type ArgoCd, type Cluster } from '../../lib/cluster';
import { argoCdFiles } from '../../lib/gitops/argocd';
import { emitDocuments } from '../../lib/yaml';
import { applicationSetCluster, appOfAppsCluster, hetznerAppOfAppsCluster } from '../support/clusters-gitops';
import { component } from '../support/definition';

function filesOf(cluster: Cluster<ArgoCd>): readonly Artifact[] {
  const charts = argoCdCharts(new App(), cluster).map((file) => file.toArtifact());
  return [...argoCdFiles(cluster), ...charts].sort((a, b) => (a.path < b.path ? -1 : 1));
}

function documentsOf({ path, body }: Artifact): readonly unknown[] {
  if (body.format !== 'yaml') throw new Error(`not YAML: ${path}`);
  return body.documents;
}

/** All files of a cluster as one text. */
function textOf(cluster: Cluster<ArgoCd>): string {
  return filesOf(cluster)
    .map((file) => `# ==> ${file.path}\n${emitDocuments(documentsOf(file))}`)
    .join('\n');
}

const clusters: [string, Cluster<ArgoCd>][] = [
  ['application-set', applicationSetCluster()],
  ['app-of-apps', appOfAppsCluster()],
  ['app-of-apps-hetzner', hetznerAppOfAppsCluster()],
];

describe.each(clusters)('Argo CD in the layout %s', (name, cluster) => {
  it('is these files', async () => {
    await expect(textOf(cluster)).toMatchFileSnapshot(join(__dirname, `../golden/gitops/${name}.yaml`));
  });

  it('has each object in one file and each file once', () => {
    const files = filesOf(cluster);
    const objects = files.flatMap(documentsOf).filter(isKubernetesObject);
    const keys = objects.map((object) => identityKey(identityOf(object)));
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
    expect(new Set(files.map(({ path }) => path)).size).toBe(files.length);
  });

  it('gives each Application an AppProject that is there, and each AppProject a sync window', () => {
    const objects = filesOf(cluster).flatMap(documentsOf).filter(isKubernetesObject);
    const projects = objects.filter(({ kind }) => kind === 'AppProject');
    const names = ['default', ...projects.map(({ metadata }) => metadata.name)];
    for (const object of objects.filter(({ kind }) => kind === 'Application'))
      expect(names).toContain((object.spec as { project: string }).project);
    for (const { spec } of projects) expect((spec as { syncWindows: unknown[] }).syncWindows.length).toBeGreaterThan(0);
  });

  it('lets each Application follow a folder that holds files, or the machines', () => {
    const files = filesOf(cluster);
    const prefix = cluster.gitops.repository.path === '' ? '' : `${cluster.gitops.repository.path}/`;
    const paths = [...files.map(({ path }) => prefix + path), `${prefix}clusters/test/edge/cluster-api/cluster.yaml`];
    const applications = files
      .flatMap(documentsOf)
      .filter(isKubernetesObject)
      .filter(({ kind }) => kind === 'Application');
    expect(applications.length).toBeGreaterThan(0);
    for (const { spec } of applications) {
      const { source } = spec as { source: { path: string } };
      expect(paths.some((path) => path.startsWith(`${source.path}/`))).toBe(true);
    }
  });

  it('reads one repository at one revision everywhere', () => {
    const text = textOf(cluster);
    const all = (pattern: RegExp): Set<string> => new Set([...text.matchAll(pattern)].map((match) => match[1] ?? ''));
    expect(all(/repoURL: (.*)/g)).toEqual(new Set(['https://git.example.com/teams/platform.git']));
    expect(all(/(?:targetRevision|revision): (.*)/g)).toEqual(new Set(['main']));
  });
});

describe('argoCdCharts', () => {
  it('has no cluster-api Application where nothing but the definition makes machines', () => {
    const { gitops } = applicationSetCluster();
    const cluster: Cluster<ArgoCd> = { ...appOfAppsCluster(), gitops };
    expect(argoCdCharts(new App(), cluster).map(({ path }) => path)).toEqual([
      'clusters/test/edge/argocd/apps/argocd-self.yaml',
      'clusters/test/edge/argocd/apps/platform-appset.yaml',
    ]);
  });

  it('writes nothing into a chart’s templates that Helm would read as an expression', () => {
    for (const [, cluster] of clusters)
      for (const file of filesOf(cluster).filter(({ path }) => path.endsWith('/templates/apps.yaml')))
        expect(emitDocuments(documentsOf(file))).not.toContain('{{');
  });

  it('fails for what the layout cannot carry, with every problem', () => {
    const twins = ['x', 'y'].flatMap((name) => [component(name), component(name, { namespace: 'other' })]);
    expect(() => argoCdCharts(new App(), appOfAppsCluster(stage('a', ...twins)))).toThrow(/2 problems[^]*a\.x[^]*a\.y/);
  });
});
