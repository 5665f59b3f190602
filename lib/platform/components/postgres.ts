import type { ClusterFacts, Component, ComponentSecret, JsonObject } from '../../cluster';
import { backupSecret, barmanObjectStore, scheduledBackup, type PostgresBackup } from '../postgres-backup';
import { databaseCapability, postgresPort, rolePassword, rolePasswordSecret } from '../postgres-database';
import { bucketTraffic } from '../s3-bucket';
import { volumeRequires, type Volume } from '../volume';

/** A database of the cluster. */
export interface PostgresDatabase {
  readonly name: string;
  /** Role that owns it; its password is the secret `<owner>-db-password`. @default - the name of the database */
  readonly owner?: string;
  /** Extensions that are made in it, e.g. `vector`. @default - none */
  readonly extensions?: readonly string[];
}

export interface PostgresSettings extends Volume {
  /** @default 'postgres' */
  readonly name?: string;
  /** @default 'postgres' */
  readonly namespace?: string;
  /** One primary, the rest standbys. @default 2 */
  readonly instances?: number;
  /** Databases, by name or in full. */
  readonly databases: readonly [string | PostgresDatabase, ...(string | PostgresDatabase)[]];
  /** Image of PostgreSQL with its exact version. @default - the operator's own */
  readonly image?: string;
  /** Settings of PostgreSQL, e.g. `{ max_connections: '200' }`. @default - the operator's own */
  readonly parameters?: Readonly<Record<string, string>>;
  /** @default - no backup */
  readonly backup?: PostgresBackup;
  /** Start from the archive of an earlier revision in the backup's bucket, in place of an empty cluster. @default - an empty cluster */
  readonly recoverFrom?: { readonly revision: number };
  /** PgBouncer in front of the primary. @default - none */
  readonly pooler?: { readonly instances?: number; readonly mode?: 'session' | 'transaction' };
}

const apiVersion = 'postgresql.cnpg.io/v1';

/**
 * A PostgreSQL cluster of the CloudNativePG operator with its roles and databases.
 *
 * Throws an Error for a recovery without a backup, or from the revision that the backup itself writes.
 */
export function postgres(settings: PostgresSettings): Component {
  const { name = 'postgres', namespace = 'postgres', backup } = settings;
  const databases = settings.databases.map((given) => (typeof given === 'string' ? { name: given } : given));
  const owners = [...new Set(databases.map(ownerOf))];
  checkRecovery(name, settings);
  return {
    name,
    namespace,
    objects: (cluster) => [
      {
        apiVersion,
        kind: 'Cluster',
        metadata: { name, namespace },
        spec: clusterSpec(cluster, { name, settings, databases, owners }),
      },
      ...databases.map((database) => databaseObject(name, namespace, database)),
      ...(backup === undefined ? [] : [scheduledBackup(name, namespace, backup)]),
      ...pooler(name, namespace, settings.pooler),
    ],
    secrets: () => [...owners.map(passwordSecret), ...(backup === undefined ? [] : [backupSecret(name, backup)])],
    provides: databases.map((database) => databaseCapability(database.name)),
    requires: ['crd/postgresql.cnpg.io', ...volumeRequires(settings)],
    health: () => [{ apiVersion, kind: 'Cluster', name, namespace }],
    podSecurity: 'restricted',
    traffic: {
      to: [{ peer: 'kube-apiserver' }, ...(backup === undefined ? [] : [bucketTraffic(backup.bucket)])],
      // clients, and the operator, which asks each instance for its status
      from: [{ peer: 'cluster', ports: [{ port: postgresPort }, { port: 8000 }] }],
    },
  };
}

interface Parts {
  readonly name: string;
  readonly settings: PostgresSettings;
  readonly databases: readonly PostgresDatabase[];
  readonly owners: readonly string[];
}

function clusterSpec(cluster: ClusterFacts, { name, settings, databases, owners }: Parts): JsonObject {
  const { backup, recoverFrom } = settings;
  const origin = `${name}-origin`;
  const recovers = backup !== undefined && recoverFrom !== undefined;
  return {
    instances: settings.instances ?? 2,
    imageName: settings.image,
    storage: { size: settings.size.toQuantity(), storageClass: settings.storageClass },
    postgresql: settings.parameters === undefined ? undefined : { parameters: settings.parameters },
    bootstrap: recovers ? { recovery: { source: origin } } : { initdb: firstDatabase(databases) },
    externalClusters: recovers
      ? [{ name: origin, barmanObjectStore: barmanObjectStore({ cluster, name, backup, ...recoverFrom }) }]
      : undefined,
    managed: {
      roles: owners.map((owner) => ({
        name: owner,
        login: true,
        passwordSecret: { name: rolePasswordSecret(owner) },
      })),
    },
    backup:
      backup === undefined
        ? undefined
        : {
            retentionPolicy: backup.retention ?? '30d',
            barmanObjectStore: barmanObjectStore({ cluster, name, backup, revision: backup.revision ?? 1 }),
          },
  };
}

/** What initdb makes in place of its database `app`; each database is an object of its own all the same. */
function firstDatabase([first]: readonly PostgresDatabase[]): JsonObject | undefined {
  return first === undefined ? undefined : { database: first.name, owner: ownerOf(first) };
}

function databaseObject(cluster: string, namespace: string, database: PostgresDatabase): JsonObject {
  return {
    apiVersion,
    kind: 'Database',
    // names of objects have no underscores, those of databases may
    metadata: { name: `${cluster}-${database.name.replaceAll('_', '-')}`, namespace },
    spec: {
      name: database.name,
      owner: ownerOf(database),
      cluster: { name: cluster },
      extensions: database.extensions?.map((extension) => ({ name: extension })),
    },
  };
}

function pooler(cluster: string, namespace: string, settings: PostgresSettings['pooler']): readonly JsonObject[] {
  if (settings === undefined) return [];
  return [
    {
      apiVersion,
      kind: 'Pooler',
      metadata: { name: `${cluster}-pooler-rw`, namespace },
      spec: {
        cluster: { name: cluster },
        type: 'rw',
        instances: settings.instances ?? 2,
        pgbouncer: { poolMode: settings.mode ?? 'transaction' },
      },
    },
  ];
}

// the label lets the operator see a new password. Source: CloudNativePG documentation, "PostgreSQL Role Management"
function passwordSecret(owner: string): ComponentSecret {
  return {
    name: rolePasswordSecret(owner),
    type: 'kubernetes.io/basic-auth',
    labels: { 'cnpg.io/reload': 'true' },
    data: { username: owner, password: rolePassword(owner) },
  };
}

function ownerOf({ name, owner }: PostgresDatabase): string {
  return owner ?? name;
}

function checkRecovery(name: string, { backup, recoverFrom }: PostgresSettings): void {
  if (recoverFrom === undefined) return;
  const got = `recoverFrom revision ${String(recoverFrom.revision)}`;
  if (backup === undefined) {
    throw new Error(
      `${name} recovers from its backup's bucket, got ${got} and no backup; add backup, or remove recoverFrom`,
    );
  }
  if (recoverFrom.revision === (backup.revision ?? 1)) {
    throw new Error(
      `${name} cannot write the archive that it recovers from, got ${got}; set backup.revision to the next one`,
    );
  }
}
