import { describe, expect, it } from 'vitest';
import { App } from 'cdk8s';
import { argoCdCharts } from '../../../charts/argo-cd';
import { check, secret, stage, type ArgoCdOptions, type Component } from '../../../lib/cluster';
import { argoCdEngine } from '../../../lib/gitops';
import { applicationHealthKey, healthCustomizations, installFiles } from '../../../lib/gitops/argocd';
import { parseDocuments } from '../../../lib/yaml';
import { component, definition } from '../../support/definition';
import { argoCdCluster, documentsOf } from './support';

const none = component('none');
const url = 'https://argocd.example.com';
const login = { issuerUrl: 'https://auth.example.com/', clientId: 'argocd' };
const install = (options: Partial<ArgoCdOptions>, delivery?: 'ksops', ...components: Component[]) =>
  installFiles(argoCdCluster('app-of-apps', delivery, [stage('s', none, ...components)], options), 'i');
const patch = (files: ReturnType<typeof install>, name: string) => documentsOf(files, `i/patches/${name}.yaml`)[0];
const dataOf = (files: ReturnType<typeof install>, name: string) => patch(files, name)?.data as Record<string, string>;

describe('login to Argo CD', () => {
  it('is by OpenID Connect, with a secret that Argo CD reads out of a Secret of its own', () => {
    const files = install({ server: { url, login: { ...login, clientSecret: secret('argocd-login') } } });
    expect(dataOf(files, 'argocd-cm').url).toBe(url);
    expect(parseDocuments(dataOf(files, 'argocd-cm')['oidc.config'] ?? '')).toEqual([
      {
        name: 'OpenID Connect',
        issuer: 'https://auth.example.com/',
        clientID: 'argocd',
        clientSecret: '$argocd-login:clientSecret',
        requestedScopes: ['openid', 'profile', 'email', 'groups'],
      },
    ]);
  });

  it('proves itself by PKCE where there is no secret', () => {
    const [config] = parseDocuments(dataOf(install({ server: { url, login } }), 'argocd-cm')['oidc.config'] ?? '');
    expect(config).toMatchObject({ enablePKCEAuthentication: true });
    expect(config).not.toHaveProperty('clientSecret');
  });

  it('gives roles to groups, and lets all others look', () => {
    const files = install({ server: { url, login: { ...login, roles: { 'role:admin': ['ops', 'sre'] } } } });
    expect(dataOf(files, 'argocd-rbac-cm')).toEqual({
      'policy.default': 'role:readonly',
      scopes: '[groups, email]',
      'policy.csv': 'g, ops, role:admin\ng, sre, role:admin\n',
    });
  });

  it('fails without an issuer', () => {
    const cluster = argoCdCluster('app-of-apps', undefined, [stage('s', none)], {
      server: { url, login: { clientId: 'a' } },
    });
    expect(argoCdEngine.problems(cluster)).toMatchObject([{ path: 'gitops.server.login.issuerUrl' }]);
  });

  it('fails in clear text', () => {
    const d = definition();
    const gitops = { ...d.gitops, server: { url: 'http://argocd.example.com' } } as typeof d.gitops;
    expect(check({ ...d, gitops })).toMatchObject([{ path: 'gitops.server.url' }]);
  });
});

describe('Argo CD’s workloads', () => {
  it('are as many, and have what the definition gives them', () => {
    const files = install({
      replicas: { server: 2 },
      resources: {
        server: { requests: { cpu: '50m' } },
        'application-controller': { limits: { memory: '1Gi' } },
        redis: { limits: { memory: '64Mi' } },
      },
    });
    expect(documentsOf(files, 'i/kustomization.yaml')[0]?.patches).toEqual(
      ['argocd-cm', 'argocd-application-controller', 'argocd-redis', 'argocd-server'].map((name) => ({
        path: `patches/${name}.yaml`,
      })),
    );
    expect(patch(files, 'argocd-server')).toEqual({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'argocd-server' },
      spec: {
        replicas: 2,
        template: { spec: { containers: [{ name: 'argocd-server', resources: { requests: { cpu: '50m' } } }] } },
      },
    });
    expect(patch(files, 'argocd-application-controller')).toMatchObject({ kind: 'StatefulSet' });
    expect(patch(files, 'argocd-redis')).toMatchObject({
      spec: { template: { spec: { containers: [{ name: 'redis' }] } } },
    });
  });

  it('say nothing of pods where there are replicas alone', () => {
    expect(patch(install({ replicas: { repoServer: 3 } }), 'argocd-repo-server')?.spec).toEqual({
      replicas: 3,
      template: undefined,
    });
  });

  it('decrypt in the repository server, beside what else is changed of it', () => {
    const files = install({ resources: { 'repo-server': { limits: { memory: '1Gi' } } } }, 'ksops');
    expect(dataOf(files, 'argocd-cm')['kustomize.buildOptions']).toBe('--enable-alpha-plugins --enable-exec');
    expect(patch(files, 'argocd-repo-server')).toMatchObject({
      spec: {
        template: {
          spec: {
            initContainers: [{ name: 'install-ksops' }],
            containers: [
              {
                name: 'argocd-repo-server',
                resources: { limits: { memory: '1Gi' } },
                env: [{ name: 'SOPS_AGE_KEY_FILE', value: '/etc/sops-age/keys.txt' }],
              },
            ],
            volumes: [{ name: 'custom-tools' }, { secret: { secretName: 'sops-age' } }],
          },
        },
      },
    });
  });

  it('get no private key where somebody else decrypts', () => {
    const text = JSON.stringify(install({}, undefined, component('operator', { decrypts: 'sops-secrets' })));
    expect(text).not.toContain('ksops');
    expect(text).not.toContain('SOPS_AGE_KEY_FILE');
  });
});

describe('Argo CD as a component of the platform', () => {
  const chart = component('argocd', { namespace: 'argocd', provides: ['crd/argoproj.io'] });

  it.each(['application-set', 'app-of-apps'] as const)('is installed once in the layout %s', (layout) => {
    const cluster = argoCdCluster(layout, undefined, [stage('base', chart)]);
    const paths = [...argoCdEngine.files(cluster), ...argoCdCharts(new App(), cluster)].map(({ path }) => path);
    expect(paths.filter((path) => /cluster-install|patches|argocd-self/.test(path))).toEqual([]);
    expect(paths.filter((path) => path.endsWith('argocd/Chart.yaml') && path.includes('base'))).toHaveLength(
      layout === 'app-of-apps' ? 1 : 0,
    );
  });

  it('fails beside options that it does not read', () => {
    const cluster = argoCdCluster('app-of-apps', undefined, [stage('base', chart)], {
      replicas: { server: 2 },
      server: { url },
    });
    expect(argoCdEngine.problems(cluster).map(({ path }) => path)).toEqual(['gitops.replicas', 'gitops.server']);
  });
});

describe('health that waves wait for', () => {
  const health = (...references: [string, string][]) =>
    Object.keys(
      healthCustomizations(
        argoCdCluster('app-of-apps', undefined, [
          stage(
            's',
            component('c', { health: () => references.map(([apiVersion, kind]) => ({ apiVersion, kind, name: 'x' })) }),
          ),
        ]),
      ),
    ).filter((key) => key !== applicationHealthKey);

  it('is given for kinds that Argo CD does not know', () => {
    expect(health(['example.com/v1', 'Widget'], ['operator.victoriametrics.com/v1', 'VLSingle'])).toEqual([
      'resource.customizations.health.example.com_Widget',
      'resource.customizations.health.operator.victoriametrics.com_VLSingle',
    ]);
  });

  it('is left to Argo CD for those that it knows, of Kubernetes or not', () => {
    expect(health(['apps/v1', 'Deployment'], ['v1', 'Service'], ['cert-manager.io/v1', 'ClusterIssuer'])).toEqual([]);
    expect(health(['apiextensions.k8s.io/v1', 'CustomResourceDefinition'])).toEqual([]);
    expect(health(['cert-manager.io/v1', 'CertificateRequest'])).toHaveLength(1);
  });

  it('is given for SopsSecrets where there are any, so that nothing runs ahead of its Secrets', () => {
    const operator = component('operator', { decrypts: 'sops-secrets' });
    const keys = Object.keys(healthCustomizations(argoCdCluster('app-of-apps', undefined, [stage('s', operator)])));
    expect(keys).toContain('resource.customizations.health.isindir.github.com_SopsSecret');
  });
});
