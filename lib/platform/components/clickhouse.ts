import { secret, type Component, type ComponentSecret, type JsonObject } from '../../cluster';
import { volumeClaim, volumeRequires, type Volume } from '../volume';

export interface ClickhouseSettings extends Volume {
  /** @default 'clickhouse' */
  readonly name?: string;
  /** A namespace that the operator watches. @default 'clickhouse' */
  readonly namespace?: string;
  /** @default 1 */
  readonly shards?: number;
  /** Copies of each shard. @default 2 */
  readonly replicas?: number;
  /** Image of the server with its exact version. @default - the operator's own */
  readonly image?: string;
  /** The Keeper that the copies of a shard agree by. @default - none, which leaves one copy of each shard */
  readonly keeper?: Volume & {
    /** An odd number. @default 3 */
    readonly replicas?: number;
    /** @default - the operator's own */
    readonly image?: string;
  };
  /** Users beside `default`; the password of each is the secret `clickhouse-<user>-password`. @default - none */
  readonly users?: readonly string[];
}

const apiVersions = { clickhouse: 'clickhouse.altinity.com/v1', keeper: 'clickhouse-keeper.altinity.com/v1' } as const;

// Source: Altinity/clickhouse-operator, docs/chk-examples
const keeperPort = 2181;

/**
 * A ClickHouse cluster of Altinity's operator, with the Keeper that its copies need.
 *
 * Throws an Error for copies without a Keeper, or for a Keeper of an even number.
 */
export function clickhouse(settings: ClickhouseSettings): Component {
  const { name = 'clickhouse', namespace = 'clickhouse', keeper, users = [] } = settings;
  checkKeeper(name, settings);
  const passwords = `${name}-users`;
  return {
    name,
    namespace,
    objects: () => [
      ...(keeper === undefined ? [] : [keeperInstallation(name, namespace, keeper)]),
      {
        apiVersion: apiVersions.clickhouse,
        kind: 'ClickHouseInstallation',
        metadata: { name, namespace },
        spec: installation(name, settings, userSettings(users, passwords)),
      },
    ],
    secrets: () => (users.length === 0 ? [] : [userPasswords(passwords, users)]),
    provides: [`clickhouse/${name}`],
    requires: [
      'crd/clickhouse.altinity.com',
      ...(keeper === undefined ? [] : ['crd/clickhouse-keeper.altinity.com', ...volumeRequires(keeper)]),
      ...volumeRequires(settings),
    ],
    health: () => [{ apiVersion: apiVersions.clickhouse, kind: 'ClickHouseInstallation', name, namespace }],
    traffic: {
      to: [{ peer: 'kube-apiserver' }],
      from: [{ peer: 'cluster', ports: [{ port: 8123 }, { port: 9000 }] }],
    },
  };
}

function installation(name: string, settings: ClickhouseSettings, users: JsonObject): JsonObject {
  const { shards = 1, replicas = 2, image, keeper } = settings;
  return {
    defaults: {
      templates: { dataVolumeClaimTemplate: 'data', podTemplate: image === undefined ? undefined : 'server' },
    },
    configuration: {
      clusters: [{ name, layout: { shardsCount: shards, replicasCount: replicas } }],
      // the Service of a Keeper has its name after `keeper-`
      zookeeper:
        keeper === undefined ? undefined : { nodes: [{ host: `keeper-${keeperName(name)}`, port: keeperPort }] },
      users,
    },
    templates: {
      volumeClaimTemplates: [{ name: 'data', spec: volumeClaim(settings) }],
      podTemplates: image === undefined ? undefined : [podTemplate('server', 'clickhouse', image)],
    },
  };
}

function keeperInstallation(
  cluster: string,
  namespace: string,
  keeper: NonNullable<ClickhouseSettings['keeper']>,
): JsonObject {
  const { replicas = 3, image } = keeper;
  return {
    apiVersion: apiVersions.keeper,
    kind: 'ClickHouseKeeperInstallation',
    metadata: { name: keeperName(cluster), namespace },
    spec: {
      defaults: {
        templates: { dataVolumeClaimTemplate: 'data', podTemplate: image === undefined ? undefined : 'keeper' },
      },
      configuration: { clusters: [{ name: 'keeper', layout: { replicasCount: replicas } }] },
      templates: {
        volumeClaimTemplates: [{ name: 'data', spec: volumeClaim(keeper) }],
        podTemplates: image === undefined ? undefined : [podTemplate('keeper', 'clickhouse-keeper', image)],
      },
    },
  };
}

function podTemplate(name: string, container: string, image: string): JsonObject {
  return { name, spec: { containers: [{ name: container, image }] } };
}

// the operator puts the value of the Secret in place of the reference.
// Source: Altinity/clickhouse-operator, docs/security_hardening.md
function userSettings(users: readonly string[], secretName: string): JsonObject {
  const entries = [...users]
    .sort()
    .map((user): [string, JsonObject] => [
      `${user}/password`,
      { valueFrom: { secretKeyRef: { name: secretName, key: user } } },
    ]);
  return Object.fromEntries(entries);
}

function userPasswords(name: string, users: readonly string[]): ComponentSecret {
  return { name, data: Object.fromEntries(users.map((user) => [user, secret(`clickhouse-${user}-password`)])) };
}

function keeperName(cluster: string): string {
  return `${cluster}-keeper`;
}

function checkKeeper(name: string, { replicas = 2, keeper }: ClickhouseSettings): void {
  if (keeper === undefined && replicas > 1) {
    throw new Error(
      `${name} needs a Keeper for its copies, got ${String(replicas)} replicas; add keeper, or set replicas to 1`,
    );
  }
  const copies = keeper?.replicas ?? 3;
  if (copies % 2 === 0) {
    throw new Error(
      `${name} keeps its quorum with an odd number, got a Keeper of ${String(copies)}; add or remove one`,
    );
  }
}
