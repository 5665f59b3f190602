import { describe, expect, it } from 'vitest';
import { defineCluster, GiB, secret } from '../../lib/cluster';
import { forgejo, gitea, gitlab, podinfo } from '../../lib/platform';
import { definition } from '../support/definition';

const cluster = defineCluster(definition());
const exposure = { gateway: { name: 'internal', namespace: 'gateways' }, hosts: ['git.example.com'] } as const;

describe('gitea', () => {
  it('is one pod on one volume, without the databases of its chart', () => {
    expect(gitea().values?.(cluster)).toMatchObject({
      strategy: { type: 'Recreate' },
      persistence: { size: '10Gi' },
      postgresql: { enabled: false },
      'postgresql-ha': { enabled: false },
      'valkey-cluster': { enabled: false },
      gitea: { config: { database: { DB_TYPE: 'sqlite3' } }, admin: { existingSecret: 'gitea-admin' } },
    });
  });

  it('answers on the port that others know it by, and tells them', () => {
    const component = gitea({ namespace: 'flux-bootstrap', port: 80, exposure });
    expect(component.values?.(cluster)).toMatchObject({ service: { http: { clusterIP: '', port: 80 } } });
    expect(component.objects?.(cluster)).toMatchObject([
      { spec: { rules: [{ backendRefs: [{ name: 'gitea-http', port: 80 }] }] } },
    ]);
    expect(gitea({ namespace: 'flux-bootstrap', port: 80 }).values?.(cluster)).toMatchObject({
      gitea: { config: { server: { ROOT_URL: 'http://gitea-http.flux-bootstrap.svc:80/' } } },
    });
  });
});

describe('forgejo', () => {
  it('keeps its data in a database of the platform on request', () => {
    const component = forgejo({ database: { name: 'forgejo' }, volume: { size: GiB(20), storageClass: 'fast' } });
    expect(component.requires).toEqual(['storage-class/fast', 'database/forgejo']);
    expect(component.secrets?.(cluster)[1]).toEqual({
      name: 'forgejo-database',
      data: { password: secret('forgejo-db-password') },
    });
    expect(component.values?.(cluster)).toMatchObject({
      gitea: {
        config: { database: { HOST: 'postgres-rw.postgres.svc:5432', USER: 'forgejo' } },
        additionalConfigFromEnvs: [{ name: 'FORGEJO__DATABASE__PASSWD' }],
      },
    });
  });
});

describe('gitlab', () => {
  it('depends on nothing of the platform but its storage', () => {
    const component = gitlab({ exposure, storageClass: 'fast', repositories: { size: GiB(20), storageClass: 'fast' } });
    expect(component.requires).toEqual(['storage-class/fast', 'crd/gateway.networking.k8s.io/HTTPRoute']);
    expect(component.values?.(cluster)).toMatchObject({
      global: { hosts: { domain: 'example.com', gitlab: { name: 'git.example.com' } }, ingress: { enabled: false } },
      installCertmanager: false,
      postgresql: { primary: { persistence: { storageClass: 'fast' } } },
      minio: { persistence: { storageClass: 'fast' } },
    });
  });
});

describe('podinfo', () => {
  it('is routed to by its own name, whatever the release is called', () => {
    const component = podinfo({ exposure });
    expect(component.values?.(cluster)).toEqual({ fullnameOverride: 'podinfo' });
    expect(component.objects?.(cluster)).toMatchObject([
      {
        metadata: { name: 'podinfo', namespace: 'demo' },
        spec: { hostnames: ['git.example.com'], rules: [{ backendRefs: [{ name: 'podinfo', port: 9898 }] }] },
      },
    ]);
    expect(podinfo().requires).toEqual([]);
  });
});
