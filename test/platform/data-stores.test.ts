import { describe, expect, it } from 'vitest';
import { defineCluster, GiB, secret, type Component, type JsonObject } from '../../lib/cluster';
import { clickhouse, clickhouseOperator, kafka, minio, type KafkaSettings } from '../../lib/platform';
import { definition } from '../support/definition';

const cluster = defineCluster(definition());
const size = GiB(10);

function specsOf(component: Component, kind: string): readonly (readonly [string, JsonObject])[] {
  return (component.objects?.(cluster) ?? [])
    .filter((object) => object.kind === kind)
    .map(({ metadata, spec }) => [(metadata as { name: string }).name, spec as JsonObject]);
}

describe('kafka', () => {
  it('lets its brokers keep the quorum', () => {
    expect(specsOf(kafka({ size }), 'KafkaNodePool')).toMatchObject([
      [
        'kafka-nodes',
        {
          replicas: 3,
          roles: ['controller', 'broker'],
          storage: { volumes: [{ size: '10Gi', kraftMetadata: 'shared' }] },
        },
      ],
    ]);
  });

  it('keeps the quorum apart on request', () => {
    expect(specsOf(kafka({ size, nodes: 4, controllers: 3 }), 'KafkaNodePool')).toMatchObject([
      ['kafka-controllers', { replicas: 3, roles: ['controller'] }],
      ['kafka-brokers', { replicas: 4, roles: ['broker'] }],
    ]);
  });

  it.each([
    [1, 1, 1],
    [3, 3, 2],
    [5, 3, 2],
  ])('of %i brokers keeps %i copies, of which %i must be there', (nodes, copies, inSync) => {
    const settings: KafkaSettings = { size, nodes, topics: { events: {} } };
    expect(specsOf(kafka(settings), 'Kafka')).toMatchObject([
      ['kafka', { kafka: { config: { 'default.replication.factor': copies, 'min.insync.replicas': inSync } } }],
    ]);
    expect(specsOf(kafka(settings), 'KafkaTopic')).toEqual([['events', { partitions: 3, replicas: copies }]]);
  });

  it('fails for a number of nodes that ties', () => {
    expect(() => kafka({ size, nodes: 2 })).toThrow(
      'kafka keeps its quorum with an odd number, got 2 nodes; add or remove one',
    );
    expect(() => kafka({ size, nodes: 2, controllers: 4 })).toThrow(/got 4 controllers/);
  });

  it('fails for all topics with more copies than brokers at once', () => {
    expect(() => kafka({ size, nodes: 1, topics: { a: { replicas: 3 }, b: { replicas: 2 }, c: {} } })).toThrow(
      'kafka has 1 brokers to keep copies of a topic, got a with 3, b with 2; lower replicas, or add nodes',
    );
  });
});

describe('clickhouse', () => {
  it('agrees by a Keeper of its own', () => {
    const component = clickhouse({ size, keeper: { size: GiB(5) } });
    expect(specsOf(component, 'ClickHouseKeeperInstallation')).toMatchObject([
      ['clickhouse-keeper', { configuration: { clusters: [{ layout: { replicasCount: 3 } }] } }],
    ]);
    expect(specsOf(component, 'ClickHouseInstallation')).toMatchObject([
      ['clickhouse', { configuration: { zookeeper: { nodes: [{ host: 'keeper-clickhouse-keeper', port: 2181 }] } } }],
    ]);
  });

  it('needs none for one copy', () => {
    const component = clickhouse({ size, replicas: 1 });
    expect(component.objects?.(cluster)).toHaveLength(1);
    expect(component.requires).toEqual(['crd/clickhouse.altinity.com']);
  });

  it('fails for copies that could not agree', () => {
    expect(() => clickhouse({ size })).toThrow(
      'clickhouse needs a Keeper for its copies, got 2 replicas; add keeper, or set replicas to 1',
    );
    expect(() => clickhouse({ size, keeper: { size, replicas: 2 } })).toThrow(/got a Keeper of 2/);
  });

  it('reads the passwords of its users from a Secret', () => {
    const component = clickhouse({ size, replicas: 1, users: ['reports', 'app'] });
    expect(specsOf(component, 'ClickHouseInstallation')[0]?.[1]).toMatchObject({
      configuration: {
        users: { 'app/password': { valueFrom: { secretKeyRef: { name: 'clickhouse-users', key: 'app' } } } },
      },
    });
    expect(component.secrets?.(cluster)[0]?.data).toEqual({
      reports: secret('clickhouse-reports-password'),
      app: secret('clickhouse-app-password'),
    });
  });
});

describe('the passwords that charts would make known', () => {
  it('are not made: by the operator of ClickHouse, and by MinIO', () => {
    expect(clickhouseOperator().values?.(cluster)).toMatchObject({ secret: { create: false } });
    expect(minio({ size }).values?.(cluster)).toMatchObject({ users: [], existingSecret: 'minio-root' });
  });
});
