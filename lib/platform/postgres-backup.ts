import type { ClusterFacts, ComponentSecret, JsonObject, SecretRef } from '../cluster';
import type { S3Bucket } from './s3-bucket';

/** Where the write-ahead log and the base backups of a database cluster go. */
export interface PostgresBackup {
  readonly bucket: S3Bucket;
  readonly accessKeyId: SecretRef;
  readonly secretAccessKey: SecretRef;
  /** Cron expression with seconds, as CloudNativePG reads it. @default '0 0 3 * * *' */
  readonly schedule?: string;
  /** How long a backup is kept: a number of days, weeks or months. @default '30d' */
  readonly retention?: string;
  /**
   * Number of the archive that this life of the database writes. An archive is never written by two lives, so a database
   * that recovers from one needs the next. @default 1
   */
  readonly revision?: number;
}

/** Archive of one life of a database cluster. */
export interface PostgresArchive {
  readonly cluster: ClusterFacts;
  /** Name of the database cluster. */
  readonly name: string;
  readonly backup: PostgresBackup;
  readonly revision: number;
}

/** Object store of an archive as CloudNativePG reads it, for `spec.backup` and for `spec.externalClusters`. */
export function barmanObjectStore({ cluster, name, backup, revision }: PostgresArchive): JsonObject {
  const { bucket } = backup;
  const credentials = backupSecretName(name);
  return {
    destinationPath: `s3://${bucket.name}/${bucket.prefix ?? cluster.id}`,
    endpointURL: bucket.endpoint,
    serverName: `${name}-rev${String(revision)}`,
    s3Credentials: {
      accessKeyId: { name: credentials, key: 'ACCESS_KEY_ID' },
      secretAccessKey: { name: credentials, key: 'ACCESS_SECRET_KEY' },
      region: { name: credentials, key: 'REGION' },
    },
    wal: { compression: 'gzip' },
  };
}

/** The ScheduledBackup of a database cluster; a base backup is made at once as well. */
export function scheduledBackup(
  name: string,
  namespace: string,
  { schedule = '0 0 3 * * *' }: PostgresBackup,
): JsonObject {
  return {
    apiVersion: 'postgresql.cnpg.io/v1',
    kind: 'ScheduledBackup',
    metadata: { name, namespace },
    spec: { cluster: { name }, schedule, immediate: true, method: 'barmanObjectStore', backupOwnerReference: 'self' },
  };
}

/** The Secret that opens the bucket. */
export function backupSecret(name: string, { bucket, accessKeyId, secretAccessKey }: PostgresBackup): ComponentSecret {
  return {
    name: backupSecretName(name),
    data: { ACCESS_KEY_ID: accessKeyId, ACCESS_SECRET_KEY: secretAccessKey, REGION: bucket.region },
  };
}

function backupSecretName(name: string): string {
  return `${name}-backup-s3`;
}
