import { describe, expect, it } from 'vitest';
import { defineCluster, GiB, secret, type JsonObject } from '../../lib/cluster';
import { argoCdChart, grafana, victoriaMetricsStack, type GrafanaOptions } from '../../lib/platform';
import { definition } from '../support/definition';

const oidc = { issuerUrl: 'https://auth.example.com', clientId: 'kubectl' };
const cluster = defineCluster({ ...definition(), oidc });
const exposure = { gateway: { name: 'public', namespace: 'gateways' }, hosts: ['grafana.example.com'] as const };
const login = { adminGroups: ['ops', "o'b"], editorGroups: ['dev'] };

describe('grafana', () => {
  it('logs in through the issuer of the cluster, which is not written twice', () => {
    const values = grafana({ exposure, login }).values?.(cluster);
    expect(values?.['grafana.ini']).toEqual({
      server: { root_url: 'https://grafana.example.com' },
      'auth.generic_oauth': {
        enabled: true,
        name: 'OIDC',
        client_id: 'grafana',
        scopes: 'openid email groups',
        auth_url: 'https://auth.example.com/oauth2/auth',
        token_url: 'https://auth.example.com/oauth2/token',
        api_url: 'https://auth.example.com/userinfo',
        use_pkce: true,
        groups_attribute_path: 'groups',
        role_attribute_path:
          "contains(groups[*], 'o\\'b') && 'Admin' || contains(groups[*], 'ops') && 'Admin' || contains(groups[*], 'dev') && 'Editor' || 'Viewer'",
      },
    });
  });

  it('takes the paths of another provider', () => {
    const paths = { authorization: 'auth', token: 'token', userInfo: 'userinfo' };
    expect(grafana({ login: { paths } }).values?.(cluster)).toMatchObject({
      'grafana.ini': { 'auth.generic_oauth': { token_url: 'https://auth.example.com/token' } },
    });
  });

  it('holds secrets as references only: values name the Secrets', () => {
    const component = grafana({ login: { clientSecret: secret('client') }, adminPassword: secret('admin') });
    expect(component.secrets?.(cluster)).toEqual([
      { name: 'grafana-admin', data: { 'admin-user': 'admin', 'admin-password': { secret: 'admin' } } },
      { name: 'grafana-oidc', data: { 'client-secret': { secret: 'client' } } },
    ]);
    expect(component.values?.(cluster)).toMatchObject({
      admin: { existingSecret: 'grafana-admin' },
      envValueFrom: {
        GF_AUTH_GENERIC_OAUTH_CLIENT_SECRET: { secretKeyRef: { name: 'grafana-oidc', key: 'client-secret' } },
      },
    });
  });

  it('knows its sources of data, the first by default', () => {
    const datasources = ['Metrics', 'Logs'].map((name) => ({
      name,
      type: 'prometheus',
      url: `http://${name}.example.com`,
    }));
    const values = grafana({ datasources }).values?.(cluster) as { datasources: Record<string, JsonObject> };
    expect(values.datasources['datasources.yaml']?.datasources).toMatchObject([
      { name: 'Metrics', isDefault: true },
      { name: 'Logs', isDefault: false },
    ]);
  });

  it('has a route where it is exposed, and then waits for its kind', () => {
    const component = grafana({ exposure });
    expect(component.objects?.(cluster)).toMatchObject([
      { kind: 'HTTPRoute', metadata: { namespace: 'observability' }, spec: { hostnames: ['grafana.example.com'] } },
    ]);
    expect(component.requires).toEqual(['crd/gateway.networking.k8s.io/HTTPRoute']);
    expect([grafana().objects?.(cluster), grafana().requires]).toEqual([[], []]);
  });

  it('is the same as a part of the VictoriaMetrics stack', () => {
    const options: GrafanaOptions = { exposure, login, volume: { size: GiB(5) } };
    const alone = grafana(options);
    const within = victoriaMetricsStack({ grafana: options });
    expect(within.values?.(cluster).grafana).toEqual({ enabled: true, ...alone.values?.(cluster) });
    expect(within.objects?.(cluster)).toEqual(alone.objects?.(cluster));
    expect(within.secrets?.(cluster)).toEqual(alone.secrets?.(cluster));
    expect(victoriaMetricsStack().values?.(cluster).grafana).toEqual({ enabled: false });
  });

  it('fails to log in on a cluster without OIDC', () => {
    expect(() => grafana({ login }).values?.(defineCluster(definition()))).toThrow(/test\/edge: grafana .*got no oidc/);
  });
});

describe('argoCdChart', () => {
  it('names the Secret of its login the way Argo CD reads it', () => {
    const component = argoCdChart({ login: { adminGroups: ['ops'] } });
    expect(component.secrets?.(cluster)).toEqual([
      {
        name: 'argocd-oidc',
        labels: { 'app.kubernetes.io/part-of': 'argocd' },
        data: { 'client-secret': { secret: 'argocd-oidc-client-secret' } },
      },
    ]);
    const { configs } = component.values?.(cluster) as { configs: Record<string, Record<string, string>> };
    expect(configs.cm!['oidc.config']).toContain('clientSecret: "$argocd-oidc:client-secret"\n');
    expect(configs.rbac).toEqual({
      'policy.default': 'role:readonly',
      'policy.csv': 'g, ops, role:admin\n',
      scopes: '["groups","email"]',
    });
  });

  it('leaves TLS to the gateway only where there is one', () => {
    expect(argoCdChart({ exposure }).values?.(cluster)).toMatchObject({
      configs: { params: { 'server.insecure': true } },
    });
    expect(argoCdChart().values?.(cluster)).toMatchObject({ configs: { params: { 'server.insecure': false } } });
  });
});
