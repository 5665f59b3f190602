import { describe, expect, it } from 'vitest';
import { defineCluster, Duration, secret, talos, type JsonObject } from '../../lib/cluster';
import { etcdBackup, etcdBackupCaller } from '../../lib/platform';
import { definition, recipient } from '../support/definition';

const bucket = { name: 'backups', region: 'eu-central-1' };
const { namespace, role } = etcdBackupCaller;
const access = (namespaces: string[], roles: (typeof role | 'os:reader')[]) =>
  defineCluster({ ...definition(), system: talos({ apiAccess: { namespaces, roles } }) });
const cluster = access([namespace], [role]);

/** The container of the backup, and its plain variables by name. */
function containerOf(...[settings]: Parameters<typeof etcdBackup>): { env: Record<string, string>; text: string } {
  const cronJob = etcdBackup(settings)
    .objects?.(cluster)
    .find(({ kind }) => kind === 'CronJob');
  const [container] = JSON.parse(
    JSON.stringify(
      (cronJob as { spec: { jobTemplate: { spec: { template: { spec: { containers: JsonObject[] } } } } } }).spec
        .jobTemplate.spec.template.spec.containers,
    ),
  ) as { env: { name: string; value: string }[] }[];
  return {
    env: Object.fromEntries(container!.env.map(({ name, value }) => [name, value])),
    text: JSON.stringify(container),
  };
}

function scheduleOf(every?: Duration): unknown {
  const settings = every === undefined ? { bucket } : { bucket, every };
  const cronJob = etcdBackup(settings)
    .objects?.(cluster)
    .find(({ kind }) => kind === 'CronJob');
  return (cronJob?.spec as JsonObject).schedule;
}

describe('etcdBackup', () => {
  it('asks Talos for the one role that can take a snapshot', () => {
    expect(etcdBackup({ bucket }).objects?.(cluster)[0]).toEqual({
      apiVersion: 'talos.dev/v1alpha1',
      kind: 'ServiceAccount',
      metadata: { name: 'etcd-backup', namespace: 'etcd-backup' },
      spec: { roles: ['os:etcd:backup'] },
    });
  });

  it('encrypts for the recipient of the definition, in a folder of the cluster', () => {
    expect(containerOf({ bucket }).env).toEqual({
      AGE_X25519_PUBLIC_KEY: recipient,
      AWS_REGION: 'eu-central-1',
      BUCKET: 'backups',
      CLUSTER_NAME: 'edge',
      S3_PREFIX: 'test/edge',
    });
  });

  it('goes to another store by its endpoint, and says whom its pods talk to', () => {
    const elsewhere = { ...bucket, endpoint: 'http://minio.storage.svc:9000', prefix: 'etcd' };
    expect(containerOf({ bucket: elsewhere }).env).toMatchObject({
      CUSTOM_S3_ENDPOINT: 'http://minio.storage.svc:9000',
      S3_PREFIX: 'etcd',
    });
    expect(etcdBackup({ bucket: elsewhere }).traffic?.to).toEqual([
      { peer: 'kube-apiserver', ports: [{ port: 50000 }] },
      { peer: 'cluster', ports: [{ port: 9000 }] },
    ]);
    expect(etcdBackup({ bucket }).traffic?.to?.[1]).toEqual({ peer: 'internet', ports: [{ port: 443 }] });
  });

  it('reads the credentials from a Secret, by reference', () => {
    const credentials = { accessKeyId: secret('id'), secretAccessKey: secret('key') };
    expect(etcdBackup({ bucket, credentials }).secrets?.(cluster)).toEqual([
      {
        name: 'etcd-backup-s3',
        data: { AWS_ACCESS_KEY_ID: { secret: 'id' }, AWS_SECRET_ACCESS_KEY: { secret: 'key' } },
      },
    ]);
    expect(containerOf({ bucket }).text).toContain('"envFrom":[{"secretRef":{"name":"etcd-backup-s3"}}]');
  });

  it.each([
    [undefined, '0 */6 * * *'],
    [Duration.minutes(30), '*/30 * * * *'],
    [Duration.hours(1), '0 */1 * * *'],
    [Duration.hours(24), '0 0 * * *'],
  ])('every %s is a schedule', (every, schedule) => {
    expect(scheduleOf(every)).toBe(schedule);
  });

  it.each([Duration.hours(5), Duration.minutes(7), Duration.minutes(90), Duration.seconds(30), Duration.hours(48)])(
    'fails for an interval that does not come round evenly: %s',
    (every) => {
      expect(() => etcdBackup({ bucket, every })).toThrow(/etcd-backup cannot come round evenly, got .*; use what/);
    },
  );

  it('alerts after three intervals, by an object whose kind it then requires', () => {
    const component = etcdBackup({ bucket, every: Duration.hours(2), alert: 'VMRule' });
    expect(component.requires).toEqual(['crd/operator.victoriametrics.com/VMRule']);
    expect(JSON.stringify(component.objects?.(cluster).at(-1))).toContain('> 21600');
    expect(etcdBackup({ bucket }).requires).toEqual([]);
  });

  it.each([
    ['no access at all', defineCluster(definition()), 'namespaces (none) and roles (none)'],
    ['another namespace', access(['kube-system'], [role]), 'namespaces kube-system and roles os:etcd:backup'],
    ['another role', access([namespace], ['os:reader']), 'namespaces etcd-backup and roles os:reader'],
  ])('fails where the definition gives %s', (_case, without, got) => {
    expect(() => etcdBackup({ bucket }).objects?.(without)).toThrow(
      `test/edge: etcd-backup calls the Talos API as os:etcd:backup from namespace etcd-backup, got ${got}; add what is missing to system.apiAccess`,
    );
  });

  it('fails where the recipient is not one of the definition', () => {
    expect(() => etcdBackup({ bucket, recipient: 'nobody' }).objects?.(cluster)).toThrow('got nobody; name one of ops');
  });
});
