import { join } from 'node:path';
import { App } from 'cdk8s';
import { describe, expect, it } from 'vitest';
import { fluxCharts } from '../../charts/flux';
import { identityKey, identityOf, isKubernetesObject, type KubernetesObject } from '../../lib/artifact';
import { stage } from '../../lib/cluster';
import { fluxEngine, fluxNamespace } from '../../lib/gitops/flux';
import { emitDocuments } from '../../lib/yaml';
import { fluxCluster, fluxClusters } from '../support/clusters-flux';
import { component } from '../support/definition';
import { documentsOf, fluxArtifacts, fluxObjects, fluxPathsOf } from '../support/flux-tree';

interface KustomizationSpec {
  readonly path: string;
  readonly sourceRef: { readonly kind: string; readonly name: string; readonly namespace?: string };
  readonly dependsOn?: readonly { readonly name: string; readonly namespace?: string }[];
}

describe.each(fluxClusters)('Flux in the layout %s', (name, cluster) => {
  const objects = fluxObjects(cluster);
  const kustomizations = objects.filter(({ apiVersion }) => apiVersion.startsWith('kustomize.toolkit.fluxcd.io/'));
  const specOf = (object: KubernetesObject) => object.spec as unknown as KustomizationSpec;
  const idOf = ({ metadata }: KubernetesObject) => `${metadata.namespace ?? ''}/${metadata.name}`;

  it('is these files', async () => {
    const text = fluxArtifacts(cluster).map((file) => `# ==> ${file.path}\n${emitDocuments(documentsOf(file))}`);
    const secrets = fluxEngine
      .secrets(cluster)
      .map(({ path, publicInput }) => `# ==> ${path} (encrypted)\n${publicInput}`);
    const all = [...text, ...secrets].join('\n');
    await expect(all).toMatchFileSnapshot(join(__dirname, `../golden/gitops/${name}.yaml`));
  });

  it('has each object in one file and each file once, all of them the cluster’s own', () => {
    const keys = objects.map((object) => identityKey(identityOf(object)));
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
    const paths = [...fluxArtifacts(cluster), ...fluxEngine.secrets(cluster)].map(({ path }) => path);
    expect(paths.filter((path, index) => paths.indexOf(path) !== index)).toEqual([]);
    for (const { owner } of fluxArtifacts(cluster)) expect(owner).toBe('test/edge');
  });

  it('names in each kustomization.yaml only what is there', () => {
    const paths = fluxPathsOf(cluster);
    const files = fluxArtifacts(cluster).filter(({ path }) => path.endsWith('/kustomization.yaml'));
    expect(files.length).toBeGreaterThan(3);
    for (const file of files) {
      const [document] = documentsOf(file);
      const { resources, components = [] } = document as { resources: string[]; components?: string[] };
      expect(resources.length).toBeGreaterThan(0);
      for (const resource of [...resources, ...components].filter((text) => !text.startsWith('github.com/'))) {
        const path = join(file.path, '..', resource);
        expect([path, paths.has(path) || paths.has(`${path}/kustomization.yaml`)]).toEqual([path, true]);
      }
    }
  });

  it('lets each Kustomization read a folder that is there, or an artifact that is generated', () => {
    const { path: folder } = cluster.gitops.repository;
    const generated = objects
      .filter(({ kind }) => kind === 'ArtifactGenerator')
      .flatMap(({ spec }) => (spec as { artifacts: { name: string }[] }).artifacts.map((artifact) => artifact.name));
    for (const { path, sourceRef } of kustomizations.map(specOf)) {
      if (sourceRef.kind === 'GitRepository') {
        const below = path.slice(folder === '' ? './'.length : `./${folder}/`.length);
        // the machines' folder is Cluster API's to write
        const ours = below.endsWith('/cluster-api') || fluxPathsOf(cluster).has(`${below}/kustomization.yaml`);
        expect([path, ours]).toEqual([path, true]);
        expect(sourceRef).toEqual({ kind: 'GitRepository', name: 'flux-system', namespace: 'flux-system' });
      } else if (sourceRef.kind === 'ExternalArtifact') expect(generated).toContain(sourceRef.name);
    }
    expect(objects.filter(({ kind }) => kind === 'ExternalArtifact')).toEqual([]);
  });

  it('lets no Kustomization wait for one that is not there, for itself, or in a ring', () => {
    const edges = new Map(
      kustomizations.map((object) => [
        idOf(object),
        (specOf(object).dependsOn ?? []).map(
          ({ name: other, namespace }) => `${namespace ?? object.metadata.namespace ?? ''}/${other}`,
        ),
      ]),
    );
    for (const targets of edges.values()) for (const target of targets) expect(edges.has(target)).toBe(true);
    const free = new Set<string>();
    for (let before = -1; before < free.size;) {
      before = free.size;
      for (const [id, targets] of edges) if (targets.every((target) => free.has(target))) free.add(id);
    }
    expect([...edges.keys()].filter((id) => !free.has(id))).toEqual([]);
  });

  it('gives each HelmRelease the chart’s source beside it, and each namespace of ours one Namespace', () => {
    const releases = objects.filter(({ kind }) => kind === 'HelmRelease');
    expect(releases.length).toBeGreaterThan(2);
    for (const { metadata } of releases) {
      const sources = objects.filter(
        (object) =>
          ['HelmRepository', 'OCIRepository'].includes(object.kind) &&
          object.metadata.name === metadata.name &&
          object.metadata.namespace === metadata.namespace,
      );
      expect(sources).toHaveLength(1);
    }
    const namespaces = objects.filter(({ kind }) => kind === 'Namespace').map((object) => object.metadata.name);
    for (const { metadata } of objects.filter(isKubernetesObject)) {
      if (metadata.namespace === undefined || ['kube-system', fluxNamespace].includes(metadata.namespace)) continue;
      expect(namespaces).toContain(metadata.namespace);
    }
  });
});

describe('fluxCharts', () => {
  it('fails for what the layout cannot carry, with every problem', () => {
    const twins = ['x', 'y'].flatMap((name) => [component(name), component(name, { namespace: 'other' })]);
    const objects = () => [{ apiVersion: 'example.com/v1', kind: 'Any', metadata: { name: 'any' } }];
    const cluster = fluxCluster({}, [stage('a', ...twins.map((twin) => ({ ...twin, objects })))]);
    expect(() => fluxCharts(new App(), cluster)).toThrow(/2 problems[^]*a\.x[^]*a\.y/);
  });
});
