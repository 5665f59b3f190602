import { describe, expect, it } from 'vitest';
import { defineCluster, GiB, secret, type JsonObject } from '../../lib/cluster';
import { cloudnativePg, postgres, type PostgresBackup, type PostgresSettings } from '../../lib/platform';
import { definition } from '../support/definition';

const cluster = defineCluster(definition());
const backup: PostgresBackup = {
  bucket: { name: 'backups', region: 'eu-central-1', endpoint: 'https://s3.example.com' },
  accessKeyId: secret('s3-key'),
  secretAccessKey: secret('s3-secret'),
};
const least: PostgresSettings = { size: GiB(10), databases: ['hydra', { name: 'chat_log', owner: 'chat' }] };

function specOf(settings: PostgresSettings, kind: string): JsonObject | undefined {
  const found = postgres(settings)
    .objects?.(cluster)
    .find((object) => object.kind === kind);
  return found?.spec as JsonObject | undefined;
}

describe('postgres', () => {
  it('makes each database an object of its own, the first one at its start', () => {
    const databases = postgres(least)
      .objects?.(cluster)
      .filter(({ kind }) => kind === 'Database');
    expect(databases).toMatchObject([
      { metadata: { name: 'postgres-hydra' }, spec: { name: 'hydra', owner: 'hydra' } },
      { metadata: { name: 'postgres-chat-log' }, spec: { name: 'chat_log', owner: 'chat' } },
    ]);
    expect(specOf(least, 'Cluster')?.bootstrap).toEqual({ initdb: { database: 'hydra', owner: 'hydra' } });
  });

  it('gives every owner a role, and its password a Secret that the operator watches', () => {
    expect(specOf(least, 'Cluster')?.managed).toEqual({
      roles: [
        { name: 'hydra', login: true, passwordSecret: { name: 'hydra-db-password' } },
        { name: 'chat', login: true, passwordSecret: { name: 'chat-db-password' } },
      ],
    });
    expect(postgres(least).secrets?.(cluster)[1]).toEqual({
      name: 'chat-db-password',
      type: 'kubernetes.io/basic-auth',
      labels: { 'cnpg.io/reload': 'true' },
      data: { username: 'chat', password: secret('chat-db-password') },
    });
  });

  it('makes one role for two databases of one owner', () => {
    const shared: PostgresSettings = {
      ...least,
      databases: [
        { name: 'a', owner: 'app' },
        { name: 'b', owner: 'app' },
      ],
    };
    expect(postgres(shared).secrets?.(cluster)).toHaveLength(1);
    expect(postgres(shared).provides).toEqual(['database/a', 'database/b']);
  });

  it('requires the storage class that it names, and none otherwise', () => {
    expect(postgres({ ...least, storageClass: 'fast' }).requires).toContain('storage-class/fast');
    expect(postgres(least).requires).toEqual(['crd/postgresql.cnpg.io']);
  });

  it('backs up to an archive of its own below the id of the cluster', () => {
    expect(specOf({ ...least, backup }, 'Cluster')?.backup).toMatchObject({
      retentionPolicy: '30d',
      barmanObjectStore: { destinationPath: 's3://backups/test/edge', serverName: 'postgres-rev1' },
    });
    expect(specOf({ ...least, backup }, 'ScheduledBackup')).toMatchObject({ schedule: '0 0 3 * * *' });
    expect(specOf(least, 'Cluster')?.backup).toBeUndefined();
    expect(specOf(least, 'ScheduledBackup')).toBeUndefined();
  });

  it('recovers from one archive and writes the next', () => {
    const spec = specOf({ ...least, backup: { ...backup, revision: 2 }, recoverFrom: { revision: 1 } }, 'Cluster');
    expect(spec).toMatchObject({
      bootstrap: { recovery: { source: 'postgres-origin' } },
      externalClusters: [{ name: 'postgres-origin', barmanObjectStore: { serverName: 'postgres-rev1' } }],
      backup: { barmanObjectStore: { serverName: 'postgres-rev2' } },
    });
  });

  it('fails to recover from the archive that it would write', () => {
    expect(() => postgres({ ...least, backup, recoverFrom: { revision: 1 } })).toThrow(
      'postgres cannot write the archive that it recovers from, got recoverFrom revision 1; set backup.revision to the next one',
    );
  });

  it('fails to recover without a backup', () => {
    expect(() => postgres({ ...least, recoverFrom: { revision: 1 } })).toThrow(/add backup, or remove recoverFrom/);
  });

  it('pools connections on request', () => {
    expect(specOf({ ...least, pooler: { mode: 'session' } }, 'Pooler')).toMatchObject({
      type: 'rw',
      pgbouncer: { poolMode: 'session' },
    });
    expect(specOf(least, 'Pooler')).toBeUndefined();
  });
});

describe('cloudnativePg', () => {
  it('has a name that no release changes, since its webhooks and health are known by it', () => {
    expect(cloudnativePg().values?.(cluster)).toEqual({ fullnameOverride: 'cloudnative-pg' });
    expect(cloudnativePg().webhooks?.map(({ service }) => service)).toEqual([
      'cnpg-webhook-service',
      'cnpg-webhook-service',
    ]);
  });
});
