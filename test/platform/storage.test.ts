import { describe, expect, it } from 'vitest';
import { defineCluster, GiB, secret, type JsonObject } from '../../lib/cluster';
import {
  longhorn,
  openebs,
  snapshotController,
  volumes,
  type VolumeRepository,
  type VolumesMode,
  type VolumesSettings,
} from '../../lib/platform';
import { definition, hetznerDefinition } from '../support/definition';

const cluster = defineCluster(definition());
const repository: VolumeRepository = {
  bucket: { name: 'backups', region: 'eu-central-1', endpoint: 'https://s3.example.com' },
  accessKeyId: secret('s3-key'),
  secretAccessKey: secret('s3-secret'),
  password: secret('backup-repo'),
};
const settings: VolumesSettings = {
  app: 'vault',
  namespace: 'secrets',
  claims: { 'data-vault-0': { size: GiB(10), storageClass: 'openebs-hostpath' } },
  repository,
};

function objectsOf(mode: VolumesMode): readonly JsonObject[] {
  return volumes({ ...settings, mode }).objects?.(cluster) ?? [];
}

describe('volumes', () => {
  it.each<[VolumesMode, readonly string[]]>([
    ['none', ['PersistentVolumeClaim']],
    ['bootstrap', ['PersistentVolumeClaim', 'ReplicationSource']],
    ['restore', ['PersistentVolumeClaim', 'ReplicationDestination', 'ReplicationSource']],
    ['restore-only', ['PersistentVolumeClaim', 'ReplicationDestination']],
  ])('in mode %s are %j', (mode, kinds) => {
    expect(objectsOf(mode).map(({ kind }) => kind)).toEqual(kinds);
  });

  it('are filled from their copy where they are restored, and only there', () => {
    const source = { apiGroup: 'volsync.backube', kind: 'ReplicationDestination', name: 'data-vault-0-bootstrap' };
    expect(objectsOf('restore')[0]).toMatchObject({ spec: { dataSourceRef: source } });
    expect((objectsOf('bootstrap')[0]?.spec as JsonObject).dataSourceRef).toBeUndefined();
  });

  it('have a repository each, which nobody but VolSync and a person can read', () => {
    expect(volumes({ ...settings, mode: 'bootstrap' }).secrets?.(cluster)).toEqual([
      {
        name: 'data-vault-0-restic',
        data: {
          RESTIC_REPOSITORY: 's3:https://s3.example.com/backups/test/edge/secrets/data-vault-0',
          RESTIC_PASSWORD: secret('backup-repo'),
          AWS_ACCESS_KEY_ID: secret('s3-key'),
          AWS_SECRET_ACCESS_KEY: secret('s3-secret'),
          AWS_DEFAULT_REGION: 'eu-central-1',
        },
      },
    ]);
    expect(objectsOf('bootstrap')[1]).toMatchObject({
      spec: {
        sourcePVC: 'data-vault-0',
        restic: { repository: 'data-vault-0-restic', retain: { hourly: 24, yearly: 1 } },
      },
    });
  });

  it('ask nothing of VolSync while nothing is copied', () => {
    const component = volumes({ ...settings, mode: 'none' });
    expect(component.requires).toEqual(['storage-class/openebs-hostpath']);
    expect(component.secrets?.(cluster)).toEqual([]);
    expect(volumes({ ...settings, mode: 'restore' }).requires).toEqual([
      'storage-class/openebs-hostpath',
      'crd/volsync.backube',
      'volume-snapshots',
    ]);
  });

  it('fails to copy to nowhere', () => {
    expect(() => volumes({ app: 'vault', claims: settings.claims, mode: 'restore' })).toThrow(
      'vault-volumes copies to a repository, got mode restore and no repository; add repository, or set mode to none',
    );
  });
});

describe('openebs', () => {
  it('keeps volumes where Talos lets it, and has no engine that needs more', () => {
    expect(openebs().values?.(cluster)).toMatchObject({
      engines: {
        local: { lvm: { enabled: false }, zfs: { enabled: false }, rawfile: { enabled: false } },
        replicated: { mayastor: { enabled: false } },
      },
      'localpv-provisioner': { localpv: { basePath: '/var/mnt/openebs' }, hostpathClass: { isDefaultClass: false } },
    });
    expect(openebs({ path: '/var/openebs/local', defaultClass: true }).values?.(cluster)).toMatchObject({
      'localpv-provisioner': { localpv: { basePath: '/var/openebs/local' }, hostpathClass: { isDefaultClass: true } },
    });
  });
});

describe('longhorn', () => {
  it('makes as many copies as there are machines for workloads, and three at most', () => {
    const copies = (of: typeof cluster) =>
      (longhorn().values?.(of).persistence as { defaultClassReplicaCount: number }).defaultClassReplicaCount;
    expect(cluster.pools.map(({ role, count, schedulable }) => [role, count, schedulable])).toEqual([
      ['control-plane', 1, false],
      ['worker', 2, true],
    ]);
    expect(copies(cluster)).toBe(2);
    expect(copies(defineCluster(hetznerDefinition()))).toBe(3);
    expect(longhorn({ replicas: 1 }).values?.(cluster)).toMatchObject({
      defaultSettings: { defaultReplicaCount: 1, defaultDataPath: '/var/mnt/longhorn' },
    });
  });
});

describe('snapshotController', () => {
  it('says which class of its driver is the default', () => {
    const component = snapshotController({
      classes: { slow: { driver: 'a.example.com' }, fast: { driver: 'b.example.com', default: true } },
    });
    expect(component.objects?.(cluster)).toMatchObject([
      {
        metadata: { name: 'fast', annotations: { 'snapshot.storage.kubernetes.io/is-default-class': 'true' } },
        driver: 'b.example.com',
        deletionPolicy: 'Delete',
      },
      { metadata: { name: 'slow' }, driver: 'a.example.com' },
    ]);
    expect(component.provides).toEqual(['volume-snapshots', 'snapshot-class/fast', 'snapshot-class/slow']);
  });
});
