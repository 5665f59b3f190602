import type { Component, JsonObject } from '../../cluster';
import { volumeRequires, type Volume } from '../volume';

/** A topic of the cluster. */
export interface KafkaTopic {
  /** @default 3 */
  readonly partitions?: number;
  /** Copies of each partition. @default - three, or as many as there are nodes */
  readonly replicas?: number;
  /** Settings of the topic, e.g. `{ 'retention.ms': 604800000 }`. @default - none */
  readonly config?: Readonly<Record<string, string | number | boolean>>;
}

export interface KafkaSettings extends Volume {
  /** @default 'kafka' */
  readonly name?: string;
  /** @default 'kafka' */
  readonly namespace?: string;
  /** Brokers. @default 3 */
  readonly nodes?: number;
  /** Nodes that only keep the quorum, an odd number; their volumes are those of the brokers. @default - the brokers keep it */
  readonly controllers?: number;
  /** Version of Kafka, e.g. `4.2.0`. @default - the operator's own newest */
  readonly kafkaVersion?: string;
  /** Topics by name. @default - none */
  readonly topics?: Readonly<Record<string, KafkaTopic>>;
  /** Settings of the brokers, over those that follow from their number. @default - none */
  readonly config?: JsonObject;
}

const apiVersion = 'kafka.strimzi.io/v1';

// Source: Strimzi documentation, "Configuring listeners"
const ports = { plain: 9092, tls: 9093 } as const;

/**
 * A Kafka cluster of the Strimzi operator, in KRaft mode, with its topics.
 *
 * Throws an Error for a number of nodes that cannot keep a quorum, or a topic with more copies than there are brokers.
 */
export function kafka(settings: KafkaSettings): Component {
  const { name = 'kafka', namespace = 'kafka' } = settings;
  const { topics, replication } = checked(name, settings);
  return {
    name,
    namespace,
    objects: () => [
      ...nodePools(name, namespace, settings),
      {
        apiVersion,
        kind: 'Kafka',
        metadata: { name, namespace },
        spec: {
          kafka: {
            version: settings.kafkaVersion,
            listeners: [
              { name: 'plain', port: ports.plain, type: 'internal', tls: false },
              { name: 'tls', port: ports.tls, type: 'internal', tls: true },
            ],
            config: { ...replicationConfig(replication), ...settings.config },
          },
          entityOperator: { topicOperator: {}, userOperator: {} },
        },
      },
      ...topics.map(([topic, { partitions = 3, replicas = replication, config }]) => ({
        apiVersion,
        kind: 'KafkaTopic',
        metadata: { name: topic, namespace, labels: clusterLabel(name) },
        spec: { partitions, replicas, config: config === undefined ? undefined : { ...config } },
      })),
    ],
    provides: [`kafka/${name}`],
    requires: ['crd/kafka.strimzi.io', ...volumeRequires(settings)],
    health: () => [{ apiVersion, kind: 'Kafka', name, namespace }],
    traffic: {
      to: [{ peer: 'kube-apiserver' }],
      from: [{ peer: 'cluster', ports: [ports.plain, ports.tls, 9090, 9091, 8443].map((port) => ({ port })) }],
    },
  };
}

function nodePools(cluster: string, namespace: string, settings: KafkaSettings): readonly JsonObject[] {
  const pool = (name: string, replicas: number, roles: readonly string[]): JsonObject => ({
    apiVersion,
    kind: 'KafkaNodePool',
    metadata: { name, namespace, labels: clusterLabel(cluster) },
    spec: {
      replicas,
      roles,
      storage: {
        type: 'jbod',
        volumes: [
          {
            id: 0,
            type: 'persistent-claim',
            size: settings.size.toQuantity(),
            class: settings.storageClass,
            kraftMetadata: roles.includes('controller') ? 'shared' : undefined,
          },
        ],
      },
    },
  });
  const { nodes = 3, controllers } = settings;
  return controllers === undefined
    ? [pool(`${cluster}-nodes`, nodes, ['controller', 'broker'])]
    : [pool(`${cluster}-controllers`, controllers, ['controller']), pool(`${cluster}-brokers`, nodes, ['broker'])];
}

function replicationConfig(replication: number): JsonObject {
  // one copy may be away while a node restarts
  const inSync = Math.max(1, replication - 1);
  return {
    'default.replication.factor': replication,
    'min.insync.replicas': inSync,
    'offsets.topic.replication.factor': replication,
    'transaction.state.log.replication.factor': replication,
    'transaction.state.log.min.isr': inSync,
  };
}

function clusterLabel(cluster: string): JsonObject {
  return { 'strimzi.io/cluster': cluster };
}

interface Checked {
  readonly topics: readonly (readonly [string, KafkaTopic])[];
  readonly replication: number;
}

function checked(name: string, { nodes = 3, controllers, topics = {} }: KafkaSettings): Checked {
  const quorum = controllers ?? nodes;
  if (quorum % 2 === 0) {
    const what = controllers === undefined ? 'nodes' : 'controllers';
    throw new Error(`${name} keeps its quorum with an odd number, got ${String(quorum)} ${what}; add or remove one`);
  }
  const wide = Object.entries(topics).filter(([, { replicas = 1 }]) => replicas > nodes);
  if (wide.length > 0) {
    const got = wide.map(([topic, { replicas }]) => `${topic} with ${String(replicas)}`).join(', ');
    throw new Error(
      `${name} has ${String(nodes)} brokers to keep copies of a topic, got ${got}; lower replicas, or add nodes`,
    );
  }
  return {
    topics: Object.entries(topics).sort(([a], [b]) => (a < b ? -1 : 1)),
    replication: Math.min(3, nodes),
  };
}
