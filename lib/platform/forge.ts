import { secret, type Component, type ComponentSecret, type HelmChart, type JsonObject } from '../cluster';
import { chartAt, type ChartSettings } from './chart-settings';
import { exposed, publicUrl } from './exposed';
import type { Exposure } from './http-route';
import { mergeValues } from './merge-values';
import {
  databaseHost,
  databaseRequirements,
  databaseTraffic,
  postgresPort,
  rolePassword,
  type DatabaseReference,
} from './postgres-database';
import { serviceCapability } from './repository-server';
import { volumeRequires, type Volume } from './volume';
import { deployment } from './workload';

/** What Gitea and Forgejo, whose charts have one origin, let their user choose. */
export interface ForgeSettings extends ChartSettings {
  /** @default - the name of the component */
  readonly namespace?: string;
  /** Where repositories stand, and the database unless `database` names one. @default - 10 GiB of the default storage class */
  readonly volume?: Volume;
  /** @default - SQLite on the volume */
  readonly database?: DatabaseReference;
  /** @default - within the cluster only */
  readonly exposure?: Exposure;
  /** Port of the Service, by which others in the cluster reach it. @default 3000 */
  readonly port?: number;
  /** Name of the administrator; the password is the secret `<component>-admin-password`. @default 'forge-admin' */
  readonly administrator?: string;
  /** Let anybody make an account. @default false */
  readonly registration?: boolean;
}

/** One of the two. */
export interface Forge {
  readonly name: 'gitea' | 'forgejo';
  readonly chart: HelmChart;
  /** Beginning of the environment variables that set its configuration. */
  readonly variables: 'GITEA' | 'FORGEJO';
}

/** A Git server on one volume, without the databases and caches that the charts would bring. */
export function forge({ name, chart, variables }: Forge, settings: ForgeSettings, volume: Volume): Component {
  const { namespace = name, database, exposure, port = 3000 } = settings;
  const route = exposed({ name, namespace }, exposure, { service: `${name}-http`, port });
  const configuration = { name, namespace, port, volume, variables };
  return {
    name,
    namespace,
    chart: chartAt(chart, settings),
    rendered: settings.rendered ?? false,
    values: () => mergeValues(ownValues(configuration, settings), settings.values),
    objects: () => route.objects,
    secrets: (): readonly ComponentSecret[] => [
      {
        name: `${name}-admin`,
        data: { username: settings.administrator ?? 'forge-admin', password: secret(`${name}-admin-password`) },
      },
      ...(database === undefined
        ? []
        : [{ name: `${name}-database`, data: { password: rolePassword(database.owner ?? database.name) } }]),
    ],
    provides: ['git-server', serviceCapability(namespace, `${name}-http`)],
    requires: [
      ...volumeRequires(volume),
      ...(database === undefined ? [] : databaseRequirements(database)),
      ...route.requires,
    ],
    health: () => [deployment(namespace, name)],
    traffic: {
      // webhooks go to whom their owner says
      to: [{ peer: 'cluster' }, { peer: 'internet' }, ...(database === undefined ? [] : [databaseTraffic(database)])],
      from: [{ peer: 'cluster', ports: [{ port: 3000 }, { port: 2222 }] }],
    },
  };
}

interface Configuration {
  readonly name: string;
  readonly namespace: string;
  readonly port: number;
  readonly volume: Volume;
  readonly variables: string;
}

// keys: the charts' README, which both keep below `gitea`
function ownValues(forge: Configuration, settings: ForgeSettings): JsonObject {
  const { name, namespace, port, volume, variables } = forge;
  const { database, exposure, registration = false } = settings;
  const url = exposure === undefined ? `http://${name}-http.${namespace}.svc:${String(port)}` : publicUrl(exposure);
  return {
    fullnameOverride: name,
    // a volume that one pod at a time can have
    replicaCount: 1,
    strategy: { type: 'Recreate' },
    image: { rootless: true },
    // a headless Service, which the chart would make, has no port of its own
    service: { http: { type: 'ClusterIP', clusterIP: '', port } },
    persistence: {
      enabled: true,
      size: volume.size.toQuantity(),
      storageClass: volume.storageClass,
    },
    'postgresql-ha': { enabled: false },
    postgresql: { enabled: false },
    'valkey-cluster': { enabled: false },
    valkey: { enabled: false },
    gitea: {
      admin: { existingSecret: `${name}-admin`, passwordMode: 'keepUpdated' },
      config: {
        server: { DOMAIN: new URL(url).hostname, ROOT_URL: `${url}/` },
        service: { DISABLE_REGISTRATION: !registration },
        database: database === undefined ? { DB_TYPE: 'sqlite3' } : databaseConfig(database),
        session: { PROVIDER: 'db' },
        cache: { ADAPTER: 'memory' },
        queue: { TYPE: 'level' },
      },
      additionalConfigFromEnvs:
        database === undefined
          ? undefined
          : [
              {
                name: `${variables}__DATABASE__PASSWD`,
                valueFrom: { secretKeyRef: { name: `${name}-database`, key: 'password' } },
              },
            ],
    },
  };
}

function databaseConfig(database: DatabaseReference): JsonObject {
  const { name, owner = name } = database;
  return {
    DB_TYPE: 'postgres',
    HOST: `${databaseHost(database)}:${String(postgresPort)}`,
    NAME: name,
    USER: owner,
    SSL_MODE: 'require',
  };
}
