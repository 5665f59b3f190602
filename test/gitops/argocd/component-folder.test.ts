import { describe, expect, it } from 'vitest';
import { App } from 'cdk8s';
import { argoCdCharts } from '../../../charts/argo-cd';
import { secret, stage } from '../../../lib/cluster';
import { argoCdEngine } from '../../../lib/gitops';
import {
  childApplication,
  childProject,
  platformApplicationSet,
  remoteResource,
  renderedPath,
  rootApps,
} from '../../../lib/gitops/argocd';
import { component } from '../../support/definition';
import { argoCdCluster, documentsOf } from './support';

const chart = { name: 'c', version: '1.0.0', repository: 'https://charts.example.com' };
const map = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'm' } };
const operator = component('operator', { decrypts: 'sops-secrets' });
const token = { secrets: () => [{ name: 'token', data: { token: secret('token') } }] };
const manifests = { repository: 'https://git.example.com/a/b/c', tag: 'v1.2.3', path: 'config' };

const charted = component('charted', { chart, ...token });
const upstream = component('upstream', {
  manifests: { ...manifests, overlay: 'default', images: { 'example.com/z': 'v2', 'example.com/a': 'v1' } },
  objects: () => [map],
  ...token,
});
const rendered = component('rendered', { chart, rendered: true, objects: () => [map], ...token });
const plain = component('plain', { objects: () => [map] });
const all = [charted, upstream, rendered, plain];

const base = 'clusters/test/edge/argocd/applications';
const pathsOf = (paths: readonly { readonly path: string }[]) =>
  paths
    .map(({ path }) => path)
    .filter((path) => path.startsWith(`${base}/`))
    .map((path) => path.slice(base.length + 1));

describe('the folder of a component', () => {
  const cluster = argoCdCluster('application-set', undefined, [stage('base', operator), stage('apps', ...all)]);
  const files = argoCdEngine.files(cluster);

  it('is a chart, a folder for Kustomize, or YAML as it stands', () => {
    expect(pathsOf(files)).toEqual([
      'operator-system/operator/Chart.yaml',
      'charted-system/charted/Chart.yaml',
      'upstream-system/upstream/kustomization.yaml',
      'upstream-system/upstream/objects.yaml',
      'rendered-system/rendered/objects.yaml',
      'plain-system/plain/Chart.yaml',
      'plain-system/plain/templates/plain.yaml',
    ]);
  });

  it('holds SopsSecrets where Argo CD applies them', () => {
    expect(pathsOf(argoCdEngine.secrets(cluster))).toEqual([
      'charted-system/charted/templates/token.sopssecret.yaml',
      'upstream-system/upstream/token.sopssecret.yaml',
      'rendered-system/rendered/token.sopssecret.yaml',
    ]);
  });

  it('takes manifests upstream at their tag, with the images that they leave open', () => {
    expect(documentsOf(files, 'upstream/kustomization.yaml')).toEqual([
      {
        apiVersion: 'kustomize.config.k8s.io/v1beta1',
        kind: 'Kustomization',
        resources: [
          'https://git.example.com/a/b/c//config/default?ref=v1.2.3',
          'objects.yaml',
          'token.sopssecret.yaml',
        ],
        images: [
          { name: 'example.com/a', newTag: 'v1' },
          { name: 'example.com/z', newTag: 'v2' },
        ],
      },
    ]);
    expect(remoteResource({ ...manifests, path: '' })).toBe('https://git.example.com/a/b/c//?ref=v1.2.3');
  });

  it('leaves the manifests of a rendered chart to whoever renders it', () => {
    const { directory } = argoCdEngine.deliveries(cluster).find(({ component: { name } }) => name === 'rendered')!;
    expect(pathsOf([{ path: renderedPath(directory) }])).toEqual(['rendered-system/rendered/rendered.yaml']);
  });
});

describe('a child app', () => {
  const cluster = argoCdCluster('app-of-apps', undefined, [stage('base', operator), stage('apps', ...all)]);

  it('names a Helm release for a chart alone: the name would make Argo CD take any folder for one', () => {
    const root = rootApps(cluster).find(({ name }) => name === 'apps')!;
    const releases = root.children.map((child) => [child.name, childApplication(cluster, root, child).releaseName]);
    expect(Object.fromEntries(releases)).toEqual({
      charted: 'charted',
      upstream: undefined,
      rendered: undefined,
      plain: 'plain',
    });
  });
});

describe('Secrets that Kustomize decrypts', () => {
  const platform = [stage('apps', charted, plain)];

  it('are a folder and an Application of their own in an ApplicationSet', () => {
    const cluster = argoCdCluster('application-set', 'ksops', platform);
    expect(pathsOf(argoCdEngine.files(cluster))).toContain('charted-system/charted/secrets/ksops.yaml');
    expect(pathsOf(argoCdEngine.files(cluster))).not.toContain('plain-system/plain/secrets/ksops.yaml');
    expect(pathsOf(argoCdEngine.secrets(cluster))).toEqual(['charted-system/charted/secrets/token.sops.yaml']);
    const { directories, template } = platformApplicationSet(cluster);
    expect(directories).toEqual([`${base}/*/*`, `${base}/*/*/secrets`]);
    expect(template.name).toBe(
      '{{ index .path.segments 5 }}-{{ index .path.segments 6 }}{{ if gt (len .path.segments) 7 }}-secrets{{ end }}',
    );
  });

  it('are a child app beside the component’s, which may write nothing but Secrets', () => {
    const cluster = argoCdCluster('app-of-apps', 'ksops', platform);
    const root = rootApps(cluster).find(({ name }) => name === 'apps')!;
    expect(root.children.map(({ name }) => name)).toEqual(['charted', 'charted-secrets', 'plain']);
    const child = root.children[1]!;
    expect(childApplication(cluster, root, child)).toMatchObject({
      name: 'in-cluster.apps.charted-secrets',
      destination: 'charted-system',
      releaseName: undefined,
      source: { path: 'clusters/test/edge/in-cluster/apps/apps/charted/secrets' },
    });
    expect(childProject(cluster, child).namespacedKinds).toEqual([{ group: '', kind: 'Secret' }]);
  });

  it('have a generator each, of a name of its own', () => {
    const two = [component('a', token), component('a', { ...token, namespace: 'b' })];
    const files = argoCdEngine.files(argoCdCluster('application-set', 'ksops', [stage('s', ...two)]));
    const names = files
      .filter(({ path }) => path.endsWith('/ksops.yaml'))
      .map(({ body }) => (body.format === 'yaml' ? body.documents[0]?.metadata : {}));
    expect(names).toMatchObject([{ name: 'a-system.a' }, { name: 'b.a' }]);
  });
});

describe('Secrets that a person applies', () => {
  const cluster = argoCdCluster('app-of-apps', 'by-hand', [stage('apps', charted)]);

  it('stand where no engine reads, by rules of their own', () => {
    expect(argoCdEngine.secrets(cluster).map(({ path }) => path)).toEqual([
      'secrets/test/edge/kubernetes/charted-system/token.sops.yaml',
    ]);
    expect(documentsOf(argoCdEngine.files(cluster), 'secrets/test/edge/.sops.yaml')).toMatchObject([
      { creation_rules: [{ path_regex: '^kubernetes/' }, { path_regex: '\\.sops\\.yaml$' }] },
    ]);
  });

  it('bring no rules where there are none', () => {
    const none = argoCdCluster('app-of-apps', undefined, [stage('apps', plain)]);
    expect(argoCdEngine.files(none).filter(({ path }) => path.startsWith('secrets/'))).toEqual([]);
  });
});

describe('every Application', () => {
  it.each(['application-set', 'app-of-apps'] as const)('is a construct of the layout %s', (layout) => {
    const cluster = argoCdCluster(layout, 'ksops', [stage('apps', ...all)]);
    expect(argoCdCharts(new App(), cluster).length).toBeGreaterThan(1);
  });
});
