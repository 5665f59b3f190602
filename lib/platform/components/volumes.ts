import type { ClusterFacts, Component, ComponentSecret, JsonObject, SecretRef } from '../../cluster';
import { bucketTraffic, type S3Bucket } from '../s3-bucket';
import { volumeClaim, volumeRequires, type Volume } from '../volume';

/**
 * What becomes of the volumes as the cluster comes up: `none`, empty and never copied; `bootstrap`, empty and copied from
 * then on; `restore`, filled from the copy and copied from then on; `restore-only`, filled from the copy, which stays as it
 * is, as for a rehearsal.
 */
export type VolumesMode = 'none' | 'bootstrap' | 'restore' | 'restore-only';

/** Where the copies go: a restic repository for each volume, all in one bucket. */
export interface VolumeRepository {
  readonly bucket: S3Bucket;
  readonly accessKeyId: SecretRef;
  readonly secretAccessKey: SecretRef;
  /** Encrypts the repositories; without it no copy can be read. */
  readonly password: SecretRef;
}

/** Copies that are kept. */
export interface VolumeRetention {
  readonly hourly?: number;
  readonly daily?: number;
  readonly weekly?: number;
  readonly monthly?: number;
  readonly yearly?: number;
}

export interface VolumesSettings {
  /** The application that uses the volumes, e.g. `vault`. */
  readonly app: string;
  /** Namespace of the application. @default - its name */
  readonly namespace?: string;
  /** Volumes by the name of their claim. */
  readonly claims: Readonly<Record<string, Volume>>;
  /** @default 'none' */
  readonly mode?: VolumesMode;
  /** Needed by every mode but `none`. */
  readonly repository?: VolumeRepository;
  /** Cron expression. @default '10 0/3 * * *' */
  readonly schedule?: string;
  /** @default - 24 hourly, 7 daily, 5 weekly, 4 monthly, 1 yearly */
  readonly retain?: VolumeRetention;
  /** VolumeSnapshotClass from which the copies are made. @default - the storage class's default one */
  readonly snapshotClass?: string;
}

const apiVersion = 'volsync.backube/v1alpha1';
const defaultRetention: VolumeRetention = { hourly: 24, daily: 7, weekly: 5, monthly: 4, yearly: 1 };

/**
 * The volumes of an application, apart from it, so that they can be filled before it starts and outlive it.
 *
 * Throws an Error for a mode that needs a repository without one.
 */
export function volumes(settings: VolumesSettings): Component {
  const { app, namespace = app, mode = 'none', repository } = settings;
  if (mode !== 'none' && repository === undefined) {
    throw new Error(
      `${app}-volumes copies to a repository, got mode ${mode} and no repository; add repository, or set mode to none`,
    );
  }
  const copies = mode !== 'none' && repository !== undefined;
  const claims = Object.entries(settings.claims).sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    name: `${app}-volumes`,
    namespace,
    objects: () => claims.flatMap(([name, volume]) => volumeObjects({ name, namespace, volume, mode, settings })),
    secrets: (cluster) =>
      copies ? claims.map(([name]) => resticSecret(cluster, { name, namespace, repository })) : [],
    provides: [`volumes/${app}`],
    requires: [
      ...new Set([
        ...claims.flatMap(([, volume]) => volumeRequires(volume)),
        ...(copies ? ['crd/volsync.backube', 'volume-snapshots'] : []),
        ...(copies && settings.snapshotClass !== undefined ? [`snapshot-class/${settings.snapshotClass}`] : []),
      ]),
    ],
    // of the pods that copy
    ...(copies && { traffic: { to: [{ peer: 'kube-apiserver' }, bucketTraffic(repository.bucket)] } }),
  };
}

interface Claim {
  readonly name: string;
  readonly namespace: string;
  readonly volume: Volume;
  readonly mode: VolumesMode;
  readonly settings: VolumesSettings;
}

function volumeObjects(claim: Claim): readonly JsonObject[] {
  const { name, namespace, volume, mode } = claim;
  const restores = mode === 'restore' || mode === 'restore-only';
  const destination = `${name}-bootstrap`;
  return [
    {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name, namespace },
      spec: {
        ...volumeClaim(volume),
        dataSourceRef: restores
          ? { apiGroup: 'volsync.backube', kind: 'ReplicationDestination', name: destination }
          : undefined,
      },
    },
    ...(restores ? [replicationDestination(destination, claim)] : []),
    ...(mode === 'bootstrap' || mode === 'restore' ? [replicationSource(claim)] : []),
  ];
}

function replicationSource({ name, namespace, volume, settings }: Claim): JsonObject {
  return {
    apiVersion,
    kind: 'ReplicationSource',
    metadata: { name, namespace },
    spec: {
      sourcePVC: name,
      trigger: { schedule: settings.schedule ?? '10 0/3 * * *' },
      restic: {
        ...resticMover(name, volume, settings),
        pruneIntervalDays: 7,
        retain: { ...(settings.retain ?? defaultRetention) },
      },
    },
  };
}

function replicationDestination(name: string, { name: claim, namespace, volume, settings }: Claim): JsonObject {
  return {
    apiVersion,
    kind: 'ReplicationDestination',
    metadata: { name, namespace },
    spec: {
      // once: the text is compared with that of the last run
      trigger: { manual: 'restore-once' },
      restic: {
        ...resticMover(claim, volume, settings),
        capacity: volume.size.toQuantity(),
        accessModes: ['ReadWriteOnce'],
      },
    },
  };
}

function resticMover(claim: string, { storageClass }: Volume, { snapshotClass }: VolumesSettings): JsonObject {
  return {
    copyMethod: 'Snapshot',
    repository: resticSecretName(claim),
    storageClassName: storageClass,
    volumeSnapshotClassName: snapshotClass,
  };
}

interface Repository {
  readonly name: string;
  readonly namespace: string;
  readonly repository: VolumeRepository;
}

// Source: VolSync documentation, "Restic-based backup"
function resticSecret(cluster: ClusterFacts, { name, namespace, repository }: Repository): ComponentSecret {
  const { bucket, password, accessKeyId, secretAccessKey } = repository;
  const store = bucket.endpoint ?? `https://s3.${bucket.region}.amazonaws.com`;
  return {
    name: resticSecretName(name),
    data: {
      RESTIC_REPOSITORY: `s3:${store}/${bucket.name}/${bucket.prefix ?? cluster.id}/${namespace}/${name}`,
      RESTIC_PASSWORD: password,
      AWS_ACCESS_KEY_ID: accessKeyId,
      AWS_SECRET_ACCESS_KEY: secretAccessKey,
      AWS_DEFAULT_REGION: bucket.region,
    },
  };
}

function resticSecretName(claim: string): string {
  return `${claim}-restic`;
}
