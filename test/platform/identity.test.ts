import { describe, expect, it } from 'vitest';
import { defineCluster, secret, type Component } from '../../lib/cluster';
import { dex, hydra, hydraMaester, kratos, kratosSelfserviceUi, oidcClients } from '../../lib/platform';
import { definition } from '../support/definition';

const plain = defineCluster(definition());
const cluster = defineCluster({
  ...definition(),
  oidc: { issuerUrl: 'https://auth.example.com/', clientId: 'kubectl' },
});
const exposure = { gateway: { name: 'internal', namespace: 'gateways' }, hosts: ['id.example.com'] } as const;

describe('hydra', () => {
  const component = hydra({ loginUrl: 'https://id.example.com' });

  it('signs for the issuer that the API server trusts', () => {
    expect(component.values?.(cluster)).toMatchObject({
      hydra: {
        config: { urls: { self: { issuer: 'https://auth.example.com/' }, login: 'https://id.example.com/login' } },
      },
    });
  });

  it('fails without any issuer, and says where to put one', () => {
    expect(() => component.values?.(plain)).toThrow(
      'test/edge: hydra signs tokens for an issuer, got none; set issuer, or oidc in the definition',
    );
    expect(hydra({ loginUrl: 'https://id.example.com', issuer: 'https://a/' }).values?.(plain)).toBeDefined();
  });

  it('takes the password out of its Secret, and everything else out of the name of its database', () => {
    expect(component.values?.(cluster)).toMatchObject({
      secret: { enabled: false, nameOverride: 'hydra' },
      deployment: {
        extraEnv: [
          { name: 'DATABASE_PASSWORD', valueFrom: { secretKeyRef: { name: 'hydra', key: 'databasePassword' } } },
          {
            name: 'DSN',
            value: 'postgres://hydra:$(DATABASE_PASSWORD)@postgres-rw.postgres.svc:5432/hydra?sslmode=require',
          },
        ],
      },
    });
    expect(component.secrets?.(cluster)[0]?.data.databasePassword).toEqual(secret('hydra-db-password'));
    expect(component.requires).toContain('database/hydra');
  });

  it('requires no database of the platform where the server stands outside', () => {
    const outside = hydra({
      loginUrl: 'https://id.example.com',
      database: { name: 'hydra', host: 'db.example.com' },
    });
    expect(outside.requires).toEqual([]);
    expect(JSON.stringify(outside.values?.(cluster))).toContain('@db.example.com:5432/hydra');
    expect(outside.traffic?.to).toEqual([{ peer: 'internet', ports: [{ port: 5432 }] }]);
  });

  it('is exposed by its public Service alone', () => {
    const exposed = hydra({ loginUrl: 'https://id.example.com', exposure });
    expect(exposed.requires).toContain('crd/gateway.networking.k8s.io/HTTPRoute');
    expect(exposed.objects?.(cluster)).toMatchObject([
      { kind: 'HTTPRoute', spec: { rules: [{ backendRefs: [{ name: 'hydra-public', port: 4444 }] }] } },
    ]);
    expect(component.objects?.(cluster)).toEqual([]);
  });
});

describe('hydraMaester', () => {
  it('asks the administration endpoint of Hydra in the same namespace', () => {
    expect(hydraMaester({ namespace: 'login' }).values?.(cluster)).toMatchObject({
      adminService: { name: 'hydra-admin.login.svc', port: 4445 },
    });
  });
});

describe('kratos and its pages', () => {
  const identities = kratos({ exposure, uiUrl: 'https://id.example.com', cookieDomain: 'example.com' });
  const pages = kratosSelfserviceUi({ exposure, kratosUrl: 'https://kratos.example.com' });

  it('send people to the pages, and logins of Hydra to Hydra', () => {
    expect(identities.values?.(cluster)).toMatchObject({
      kratos: {
        config: {
          cookies: { domain: 'example.com' },
          oauth2_provider: { url: 'http://hydra-admin.identity.svc:4445' },
          selfservice: { flows: { login: { ui_url: 'https://id.example.com/login' } } },
        },
      },
    });
    expect(pages.values?.(cluster)).toMatchObject({
      deployment: { extraEnv: [{ name: 'HYDRA_ADMIN_URL', value: 'http://hydra-admin.identity.svc:4445' }] },
    });
  });

  it('give the courier the same database and mail server as the server', () => {
    const { deployment, statefulSet } = identities.values?.(cluster) ?? {};
    expect(statefulSet).toEqual(deployment);
    expect(deployment).toMatchObject({ environmentSecretsName: 'kratos-environment' });
    expect(identities.secrets?.(cluster)[1]).toEqual({
      name: 'kratos-environment',
      data: { COURIER_SMTP_CONNECTION_URI: secret('kratos-smtp-uri') },
    });
  });

  it('stand alone where there is no Hydra', () => {
    const alone = [
      kratos({ exposure, uiUrl: 'https://id.example.com', hydra: false }),
      kratosSelfserviceUi({ exposure, kratosUrl: 'https://kratos.example.com', hydra: false }),
    ];
    for (const component of alone) {
      expect(component.requires).not.toContain('hydra');
      expect(JSON.stringify(component.values?.(cluster))).not.toContain('hydra-admin');
    }
  });

  it('read a schema of one’s own as a file', () => {
    const own = kratos({ exposure, uiUrl: 'https://id.example.com', identitySchema: { title: 'Member' } });
    expect(own.values?.(cluster)).toMatchObject({
      kratos: { identitySchemas: { 'identity.default.schema.json': '{"title":"Member"}' } },
    });
  });
});

describe('oidcClients', () => {
  const clients = oidcClients({
    clients: {
      grafana: { redirectUris: ['https://grafana.example.com/login/generic_oauth'] },
      argocd: { redirectUris: ['https://cd.example.com/auth/callback'], secret: secret('cd') },
    },
    kubernetes: {},
  });
  const names = (component: Component) =>
    component.objects?.(cluster).map(({ metadata }) => (metadata as { name: string }).name);

  it('come in the order of their names, the cluster’s own last', () => {
    expect(names(clients)).toEqual(['argocd', 'grafana', 'kubectl']);
    expect(clients.provides).toEqual(['oidc-client/argocd', 'oidc-client/grafana']);
  });

  it('get the ids and secrets that their Secrets hold', () => {
    expect(clients.secrets?.(cluster)).toEqual([
      { name: 'argocd-oidc-client', data: { CLIENT_ID: 'argocd', CLIENT_SECRET: secret('cd') } },
      {
        name: 'grafana-oidc-client',
        data: { CLIENT_ID: 'grafana', CLIENT_SECRET: secret('grafana-oidc-client-secret') },
      },
      { name: 'kubectl-oidc-client', data: { CLIENT_ID: 'kubectl' } },
    ]);
  });

  it('make the one of people’s machines public', () => {
    expect(clients.objects?.(cluster).at(-1)).toMatchObject({
      spec: { tokenEndpointAuthMethod: 'none', secretName: 'kubectl-oidc-client' },
    });
  });

  it('fails to register a client of the API server that trusts nobody', () => {
    expect(() => clients.objects?.(plain)).toThrow(/got no oidc; add it to the definition, or remove kubernetes/);
  });
});

describe('dex', () => {
  const issuer = 'https://dex.example.com/dex';

  it('reads the secrets of clients and connectors from its environment', () => {
    const component = dex({
      issuer,
      connectors: [{ type: 'github', id: 'github', name: 'GitHub', config: { clientSecret: '$GITHUB' } }],
      credentials: { GITHUB: secret('github') },
      clients: {
        'argo-cd': { redirectUris: ['https://cd.example.com/cb'], secret: secret('cd') },
        cli: { redirectUris: ['http://localhost:8000'] },
      },
    });
    expect(component.secrets?.(cluster)).toEqual([
      { name: 'dex-credentials', data: { GITHUB: secret('github'), CLIENT_ARGO_CD: secret('cd') } },
    ]);
    expect(component.values?.(cluster)).toMatchObject({
      envFrom: [{ secretRef: { name: 'dex-credentials' } }],
      config: {
        staticClients: [
          { id: 'argo-cd', name: 'argo-cd', secretEnv: 'CLIENT_ARGO_CD' },
          { id: 'cli', public: true },
        ],
      },
    });
  });

  it('needs no Secret while it knows none', () => {
    const component = dex({ issuer });
    expect(component.secrets?.(cluster)).toEqual([]);
    expect(component.values?.(cluster).envFrom).toBeUndefined();
  });

  it('stands behind an Ingress with a certificate for the issuer’s host', () => {
    const component = dex({ issuer, ingress: { className: 'nginx', clusterIssuer: 'letsencrypt' } });
    expect(component.requires).toEqual(['ingress-class/nginx', 'crd/cert-manager.io']);
    expect(component.values?.(cluster)).toMatchObject({
      ingress: {
        annotations: { 'cert-manager.io/cluster-issuer': 'letsencrypt' },
        hosts: [{ host: 'dex.example.com', paths: [{ path: '/dex' }] }],
        tls: [{ secretName: 'dex-tls', hosts: ['dex.example.com'] }],
      },
    });
  });
});
