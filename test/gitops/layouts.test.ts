import { describe, expect, it } from 'vitest';
import { stage } from '../../lib/cluster';
import { argoCdEngine } from '../../lib/gitops';
import {
  appId,
  childApplication,
  childProject,
  clusterApiApplication,
  platformApplicationSet,
  rootApps,
  rootAppsApplicationSet,
  rootAppsFile,
  rootProject,
  selfApplication,
} from '../../lib/gitops/argocd';
import { podinfo } from '../../lib/platform';
import { applicationSetCluster, appOfAppsCluster, hetznerAppOfAppsCluster } from '../support/clusters-gitops';
import { component } from '../support/definition';

describe('the layout application-set', () => {
  const cluster = applicationSetCluster();

  it('finds each component’s folder and reads namespace and name from its path', () => {
    const set = platformApplicationSet(cluster);
    const [pattern] = set.directories;
    expect(pattern).toBe('gitops/clusters/test/edge/argocd/applications/*/*');
    const folder = argoCdEngine.deliveries(cluster)[0]?.directory ?? '';
    const segments = `gitops/${folder}`.split('/');
    const resolved = set.template.name.replaceAll(
      /\{\{ index \.path\.segments (\d+) \}\}/g,
      (_, i) => segments[Number(i)] ?? '?',
    );
    expect(resolved).toBe('cert-manager-cert-manager');
    expect(set.template.destination).toBe('{{ index .path.segments 6 }}');
  });

  it('carries each component of an engine stage once, and none that Cluster API carries', () => {
    expect(argoCdEngine.deliveries(cluster).map(({ name, directory }) => `${name} ${directory}`)).toEqual([
      'cert-manager-cert-manager clusters/test/edge/argocd/applications/cert-manager/cert-manager',
      'kube-system-csi clusters/test/edge/argocd/applications/kube-system/csi',
      'kube-system-oidc-rbac clusters/test/edge/argocd/applications/kube-system/oidc-rbac',
      'demo-podinfo clusters/test/edge/argocd/applications/demo/podinfo',
    ]);
  });

  it('lets Argo CD follow itself and the machines, but never delete them', () => {
    expect(selfApplication(cluster).source.path).toBe('gitops/clusters/test/edge/argocd/install');
    expect(clusterApiApplication(cluster)).toMatchObject({
      source: { path: 'gitops/clusters/test/edge/cluster-api' },
      destination: 'default',
      sync: { prune: false },
    });
  });

  it('says which repository the objects are part of', () => {
    expect(selfApplication(cluster).labels).toEqual({
      'app.kubernetes.io/name': 'argocd',
      'app.kubernetes.io/part-of': 'platform',
      'app.kubernetes.io/managed-by': 'argocd',
    });
  });
});

describe('the layout app-of-apps', () => {
  const cluster = appOfAppsCluster();
  const ids = (...platform: Parameters<typeof appOfAppsCluster>): string[] =>
    rootApps(appOfAppsCluster(...platform)).flatMap((root) => [root.id, ...root.children.map((child) => child.id)]);

  it('makes a root app of each stage, a child of each component, and one for Argo CD itself', () => {
    expect(ids()).toEqual([
      'in-cluster.argocd',
      'in-cluster.argocd.argocd',
      'in-cluster.argocd.root-apps',
      'in-cluster.cluster-infra',
      'in-cluster.cluster-infra.cilium',
      'in-cluster.cluster-infra.sops-secrets-operator',
      'in-cluster.cluster-infra.cert-manager',
      'in-cluster.demo',
      'in-cluster.demo.podinfo',
    ]);
  });

  it('joins a stage of the name argocd with what Argo CD needs', () => {
    expect(ids(stage('argocd', component('routes')))).toEqual([
      'in-cluster.argocd',
      'in-cluster.argocd.argocd',
      'in-cluster.argocd.routes',
      'in-cluster.argocd.root-apps',
    ]);
  });

  it('leaves the installation to a component argocd of that stage', () => {
    const user = appOfAppsCluster(stage('argocd', component('argocd')));
    expect(rootApps(user)[0]?.children.map(({ content }) => content.kind)).toEqual(['component', 'root-apps']);
  });

  it('follows the machines where Cluster API manages them', () => {
    const hetzner = hetznerAppOfAppsCluster();
    const [argocd] = rootApps(hetzner);
    const machines = argocd?.children.find(({ content }) => content.kind === 'cluster-api');
    expect(childApplication(hetzner, argocd!, machines!)).toMatchObject({
      name: 'local.argocd.cluster-api',
      source: { path: 'gitops/clusters/test/edge/cluster-api' },
      sync: { prune: false },
    });
  });

  it('names Application and AppProject by the App ID, and the Helm release by the component', () => {
    const infra = rootApps(cluster)[1]!;
    const cilium = infra.children[0]!;
    expect(childApplication(cluster, infra, cilium)).toMatchObject({
      name: 'in-cluster.cluster-infra.cilium',
      project: 'in-cluster.cluster-infra.cilium',
      releaseName: 'cilium',
      destination: 'kube-system',
      source: { path: 'clusters/test/edge/in-cluster/cluster-infra/apps/cilium' },
    });
    expect(childProject(cluster, cilium)).toMatchObject({ name: 'in-cluster.cluster-infra.cilium', namespaces: ['*'] });
    expect(appId('in-cluster', 'demo', 'a')).toBe('in-cluster.demo.a');
  });

  it('counts waves by stage and lets AppProjects in before any', () => {
    const roots = rootApps(cluster);
    expect(roots.map(({ name, wave }) => `${name} ${String(wave)}`)).toEqual(['argocd 0', 'cluster-infra 0', 'demo 1']);
    for (const root of roots) {
      expect(rootProject(cluster, root).wave).toBeLessThan(root.wave);
      for (const child of root.children) expect(childProject(cluster, child).wave).toBeLessThan(root.wave);
    }
  });

  it('finds root apps by their folders and names them by App ID, in the AppProject of that name', () => {
    const { directories, template } = rootAppsApplicationSet(cluster);
    expect(directories).toEqual(['clusters/test/edge/in-cluster/*']);
    const name = template.name.replaceAll(
      /\{\{ index \.path\.segments (\d+) \}\}/g,
      (_, i) => rootApps(cluster)[1]!.directory.split('/')[Number(i)] ?? '?',
    );
    expect(name).toBe(rootProject(cluster, rootApps(cluster)[1]!).name);
    expect(template.project).toBe(template.name);
  });

  it('does not turn back sync windows that were turned on the cluster', () => {
    const windows = [{ group: 'argoproj.io', kind: 'AppProject', jsonPointers: ['/spec/syncWindows'] }];
    const argocd = rootApps(cluster)[0]!;
    const holder = argocd.children.find(({ content }) => content.kind === 'root-apps')!;
    expect(rootAppsApplicationSet(cluster).template.ignore).toEqual(windows);
    expect(childApplication(cluster, argocd, holder).ignore).toEqual(windows);
    expect(rootAppsFile(cluster)).toBe(`${holder.directory}/root-apps.yaml`);
  });

  it('lets a root app hold nothing but Applications and their AppProjects', () => {
    const project = rootProject(cluster, rootApps(cluster)[1]!);
    expect(project.clusterKinds).toBeUndefined();
    expect(project.namespacedKinds?.map(({ kind }) => kind)).toEqual(['Application', 'AppProject']);
  });

  it('fails when asked for the root apps of another layout', () => {
    expect(() => rootApps(applicationSetCluster())).toThrow('got application-set; use appOfApps()');
  });
});

describe('what a layout cannot carry', () => {
  it('is nothing in the usual case', () => {
    expect(argoCdEngine.problems(applicationSetCluster())).toEqual([]);
    expect(argoCdEngine.problems(appOfAppsCluster())).toEqual([]);
  });

  it('fails for two components whose Applications would have one name', () => {
    const cluster = applicationSetCluster({
      platform: [stage('a', component('c', { namespace: 'a-b' }), component('b-c', { namespace: 'a' }))],
    });
    expect(() => argoCdEngine.files(cluster)).toThrow(
      'platform.a.b-c: its Application would have the name of that of a-b/c, got "a-b-c"',
    );
  });

  it('fails for a component whose Application would be Argo CD’s own', () => {
    const cluster = applicationSetCluster({ platform: [stage('a', component('api', { namespace: 'cluster' }))] });
    expect(argoCdEngine.problems(cluster).map(({ what }) => what)).toEqual([
      'its Application would have the name of that of the machines',
    ]);
  });

  it('fails for two components of one name in a stage of root apps', () => {
    const cluster = appOfAppsCluster(stage('a', podinfo(), component('podinfo', { namespace: 'other' })));
    expect(() => argoCdEngine.files(cluster)).toThrow('two child apps of one App ID, got "in-cluster.a.podinfo"');
  });

  it('fails for a component that takes the place of what makes the root apps', () => {
    const cluster = appOfAppsCluster(stage('argocd', component('root-apps')));
    expect(() => argoCdEngine.files(cluster)).toThrow('allowed: any name but cluster-api and root-apps');
  });

  it.each(['preset', 'global'])('fails for a stage named %s', (name) => {
    expect(() => argoCdEngine.files(appOfAppsCluster(stage(name, podinfo())))).toThrow(`got "${name}"`);
  });

  it('fails for a name that Helm would refuse as a release', () => {
    const long = 'x'.repeat(54);
    // under a short cluster directory, the App ID is still within the model's own limit
    const cluster = hetznerAppOfAppsCluster({ platform: [stage('s', component(long, { namespace: 'n' }))] });
    expect(argoCdEngine.problems(cluster).map(({ what }) => what)).toEqual([
      'too long a name for a Helm release (54 characters)',
    ]);
  });
});
