import { describe, expect, it } from 'vitest';
import { secret, stage, type ArgoCdOptions, type SopsDelivery } from '../../../lib/cluster';
import { argoCdEngine, engineOf } from '../../../lib/gitops';
import { accessComponent, childApplication, rootApps } from '../../../lib/gitops/argocd';
import { component } from '../../support/definition';
import { argoCdCluster, documentsOf } from './support';

const operator = component('operator', { decrypts: 'sops-secrets' });
const url = 'https://argocd.example.com';
const login = { issuerUrl: 'https://auth.example.com/', clientId: 'argocd', clientSecret: secret('argocd-login') };
const gateway = { name: 'public', namespace: 'gateways', listener: 'https' };
const cluster = (
  server: ArgoCdOptions['server'],
  layout: 'application-set' | 'app-of-apps' = 'application-set',
  delivery?: SopsDelivery,
) => argoCdCluster(layout, delivery, [stage('s', operator)], { server });

describe('the way in to Argo CD', () => {
  it('is an Application apart, since its kinds come with the platform', () => {
    const server = { url, route: { gateway } };
    expect(
      documentsOf(argoCdEngine.files(cluster(server)), 'argocd/argocd-access/templates/argocd-access.yaml'),
    ).toEqual([
      expect.objectContaining({
        kind: 'HTTPRoute',
        spec: {
          hostnames: ['argocd.example.com'],
          parentRefs: [{ name: 'public', namespace: 'gateways', sectionName: 'https' }],
          rules: [{ backendRefs: [{ name: 'argocd-server', port: 80 }] }],
        },
      }),
    ]);
    const roots = rootApps(cluster(server, 'app-of-apps'));
    const child = roots[0]!.children.find(({ name }) => name === 'argocd-access')!;
    expect(childApplication(cluster(server, 'app-of-apps'), roots[0]!, child)).toMatchObject({
      name: 'in-cluster.argocd.argocd-access',
      releaseName: 'argocd-access',
      destination: 'argocd',
    });
  });

  it('ends TLS at the gateway, or at Argo CD with a certificate that the gateway checks', () => {
    const params = (tls: 'gateway' | 'server') =>
      argoCdEngine
        .files(cluster({ url, route: { gateway, tls } }))
        .filter(({ path }) => path.endsWith('argocd-cmd-params-cm.yaml'));
    expect(params('gateway')).toMatchObject([{ body: { documents: [{ data: { 'server.insecure': 'true' } }] } }]);
    expect(params('server')).toEqual([]);
    const objects = documentsOf(
      argoCdEngine.files(cluster({ url, route: { gateway, tls: 'server' } })),
      'templates/argocd-access.yaml',
    ) as {
      kind: string;
      spec: { rules?: unknown; secretName?: string; dnsNames?: string[]; validation?: { hostname: string } };
    }[];
    expect(objects.map(({ kind }) => kind)).toEqual(['HTTPRoute', 'Issuer', 'Certificate', 'BackendTLSPolicy']);
    const [route, , certificate, policy] = objects;
    expect(route?.spec.rules).toEqual([{ backendRefs: [{ name: 'argocd-server', port: 443 }] }]);
    expect(certificate?.spec.dnsNames).toEqual([policy?.spec.validation?.hostname]);
  });

  it('is nobody’s business where the definition says nothing', () => {
    expect(accessComponent(cluster(undefined))).toBeUndefined();
    expect(accessComponent(cluster({ url }))).toBeUndefined();
  });

  it('fails for a component that would take its place', () => {
    const user = component('argocd-access', { namespace: 'argocd' });
    const both = (layout: 'application-set' | 'app-of-apps') =>
      argoCdEngine
        .problems(argoCdCluster(layout, undefined, [stage('argocd', user)], { server: { url, route: { gateway } } }))
        .map(({ path }) => path);
    expect(both('application-set')).toEqual(['platform.argocd.argocd-access']);
    expect(both('app-of-apps')).toEqual(['platform.argocd.argocd-access']);
  });
});

describe('the Secret of the login', () => {
  it('comes as those of components do, with the label without which Argo CD reads none', () => {
    const [file, ...others] = argoCdEngine.secrets(cluster({ url, login }));
    expect(others).toEqual([]);
    expect(file?.path).toBe(
      'clusters/test/edge/argocd/applications/argocd/argocd-access/templates/argocd-login.sopssecret.yaml',
    );
    expect(file?.publicInput).toContain('app.kubernetes.io/part-of: argocd');
    expect(engineOf(cluster({ url, login })).needs().secrets).toEqual([]);
  });

  it.each(['ksops', 'by-hand'] as const)(
    'comes by hand with %s, as nothing that Argo CD reads is decrypted by it',
    (delivery) => {
      const defined = cluster({ url, login }, 'app-of-apps', delivery);
      expect(argoCdEngine.secrets(defined).map(({ path }) => path)).toEqual([
        'secrets/test/edge/kubernetes/argocd/argocd-login.sops.yaml',
      ]);
      expect(accessComponent(defined)).toBeUndefined();
      expect(
        engineOf(defined)
          .needs()
          .secrets.map(({ name }) => name),
      ).toEqual(delivery === 'ksops' ? ['sops-age', 'argocd-login'] : ['argocd-login']);
    },
  );
});
