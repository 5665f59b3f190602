import { Duration, secret, type ClusterFacts, type Component, type JsonObject, type SecretRef } from '../../cluster';
import { cronEvery } from '../cron';
import { bucketTraffic, type S3Bucket } from '../s3-bucket';
import { expectTalosApi, talosApiTraffic } from '../talos-api';

export interface EtcdBackupSettings {
  readonly bucket: S3Bucket;
  /** How often; must divide an hour or a day. @default 6 hours */
  readonly every?: Duration;
  /** Name from the definition's `recipients` whose key opens the snapshots. @default - the only one there is */
  readonly recipient?: string;
  /** Credentials of the bucket. @default - the secrets `etcd-backup-access-key-id` and `etcd-backup-secret-access-key` */
  readonly credentials?: { readonly accessKeyId: SecretRef; readonly secretAccessKey: SecretRef };
  /** Alert when no backup has succeeded three times in a row, as an object of the operator at hand. @default - no alert */
  readonly alert?: 'PrometheusRule' | 'VMRule';
  /** Image of talos-backup. @default - that of its version v0.1.0-beta.2 */
  readonly image?: string;
}

const name = 'etcd-backup';
const namespace = 'etcd-backup';
const bucketSecret = 'etcd-backup-s3';
const defaultImage = 'ghcr.io/siderolabs/talos-backup:v0.1.0-beta.2';

/** Who calls the Talos API: the definition's `system.apiAccess` must name both. Source: talos-backup, README */
export const etcdBackupCaller = { name, namespace, role: 'os:etcd:backup' } as const;

const alertApis = {
  PrometheusRule: 'monitoring.coreos.com/v1',
  VMRule: 'operator.victoriametrics.com/v1beta1',
} as const;

/**
 * Snapshots of etcd, encrypted with age before they leave the cluster, in a bucket of S3. How they come back:
 * docs/runbooks/etcd-restore.md.
 *
 * Its objects throw an Error where `system.apiAccess` does not let it take snapshots, or the recipient is not clear.
 *
 * @throws Error for an interval that divides neither an hour nor a day
 */
export function etcdBackup(settings: EtcdBackupSettings): Component {
  const every = settings.every ?? Duration.hours(6);
  const schedule = cronEvery(every, name);
  const { accessKeyId, secretAccessKey } = settings.credentials ?? {
    accessKeyId: secret('etcd-backup-access-key-id'),
    secretAccessKey: secret('etcd-backup-secret-access-key'),
  };
  return {
    name,
    namespace,
    objects: (cluster) => {
      expectTalosApi(cluster, etcdBackupCaller);
      return [talosAccount(), cronJob(cluster, settings, schedule), ...alertRule(settings.alert, every)];
    },
    secrets: () => [
      { name: bucketSecret, data: { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } },
    ],
    provides: [name],
    requires: settings.alert === undefined ? [] : [`crd/${groupOf(settings.alert)}/${settings.alert}`],
    podSecurity: 'restricted',
    traffic: { to: [talosApiTraffic, bucketTraffic(settings.bucket)] },
  };
}

function groupOf(alert: keyof typeof alertApis): string {
  return alertApis[alert].replace(/\/.*/, '');
}

/** Talos makes a Secret of the same name, with a talosconfig of the role. Its CRD comes with the node system. */
function talosAccount(): JsonObject {
  return {
    apiVersion: 'talos.dev/v1alpha1',
    kind: 'ServiceAccount',
    metadata: { name, namespace },
    spec: { roles: [etcdBackupCaller.role] },
  };
}

function cronJob(cluster: ClusterFacts, settings: EtcdBackupSettings, schedule: string): JsonObject {
  return {
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    metadata: { name, namespace },
    spec: {
      schedule,
      concurrencyPolicy: 'Forbid',
      successfulJobsHistoryLimit: 1,
      failedJobsHistoryLimit: 3,
      jobTemplate: {
        spec: { backoffLimit: 3, activeDeadlineSeconds: 600, template: { spec: podSpec(cluster, settings) } },
      },
    },
  };
}

function podSpec(cluster: ClusterFacts, settings: EtcdBackupSettings): JsonObject {
  return {
    restartPolicy: 'OnFailure',
    automountServiceAccountToken: false,
    // a cluster whose workers are down can still be backed up
    tolerations: [{ key: 'node-role.kubernetes.io/control-plane', operator: 'Exists', effect: 'NoSchedule' }],
    securityContext: {
      runAsNonRoot: true,
      runAsUser: 1000,
      runAsGroup: 1000,
      fsGroup: 1000,
      seccompProfile: { type: 'RuntimeDefault' },
    },
    containers: [
      {
        name,
        image: settings.image ?? defaultImage,
        // snapshots are written to where it stands, and their path there becomes their name in the bucket
        workingDir: '/tmp',
        env: environment(cluster, settings),
        envFrom: [{ secretRef: { name: bucketSecret } }],
        resources: { requests: { cpu: '10m', memory: '64Mi' }, limits: { memory: '512Mi' } },
        securityContext: {
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ['ALL'] },
        },
        volumeMounts: [
          { name: 'snapshots', mountPath: '/tmp' },
          { name: 'talosconfig', mountPath: '/var/run/secrets/talos.dev', readOnly: true },
        ],
      },
    ],
    volumes: [
      { name: 'snapshots', emptyDir: {} },
      { name: 'talosconfig', secret: { secretName: name } },
    ],
  };
}

/** Source: talos-backup `pkg/config/service.go`. */
function environment(cluster: ClusterFacts, { bucket, recipient }: EtcdBackupSettings): readonly JsonObject[] {
  const variables: Readonly<Record<string, string | undefined>> = {
    AGE_X25519_PUBLIC_KEY: recipientKey(cluster, recipient),
    AWS_REGION: bucket.region,
    BUCKET: bucket.name,
    CLUSTER_NAME: cluster.name,
    CUSTOM_S3_ENDPOINT: bucket.endpoint,
    S3_PREFIX: bucket.prefix ?? cluster.id,
    // up to beta 2 exactly `false` puts the bucket into the path, as stores other than AWS want it; later ones find out
    USE_PATH_STYLE: bucket.endpoint === undefined ? undefined : 'false',
  };
  return Object.entries(variables).flatMap(([variable, value]) =>
    value === undefined ? [] : [{ name: variable, value }],
  );
}

function recipientKey({ id, recipients }: ClusterFacts, wanted: string | undefined): string {
  const names = Object.keys(recipients);
  const chosen = wanted ?? (names.length === 1 ? names[0] : undefined);
  const key = chosen === undefined ? undefined : recipients[chosen];
  if (key === undefined) {
    throw new Error(
      `${id}: ${name} encrypts for one recipient, got ${wanted ?? 'none'}; name one of ${names.join(', ')}`,
    );
  }
  return key;
}

/** Three missed backups in a row. Source: kube-state-metrics, CronJob metrics */
function alertRule(kind: EtcdBackupSettings['alert'], every: Duration): readonly JsonObject[] {
  if (kind === undefined) return [];
  const age = `time() - kube_cronjob_status_last_successful_time{namespace="${namespace}",cronjob="${name}"}`;
  const rule = {
    alert: 'EtcdBackupTooOld',
    expr: `${age} > ${String(3 * every.seconds)}`,
    for: '15m',
    labels: { severity: 'critical' },
    annotations: { summary: 'No backup of etcd has succeeded for three intervals' },
  };
  return [
    { apiVersion: alertApis[kind], kind, metadata: { name, namespace }, spec: { groups: [{ name, rules: [rule] }] } },
  ];
}
