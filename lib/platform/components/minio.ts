import { secret, type Component, type HelmChart, type JsonObject } from '../../cluster';
import { chartAt, type ChartSettings } from '../chart-settings';
import { exposed } from '../exposed';
import type { Exposure } from '../http-route';
import { mergeValues } from '../merge-values';
import { volumeRequires, type Volume } from '../volume';
import { deployment } from '../workload';

export interface MinioSettings extends ChartSettings, Volume {
  /** @default 'minio' */
  readonly namespace?: string;
  /** Buckets that are made where they are missing. @default - none */
  readonly buckets?: readonly string[];
  /** The S3 API. @default - within the cluster only */
  readonly exposure?: Exposure;
}

const apiPort = 9000;

const chart: HelmChart = { name: 'minio', version: '5.4.0', repository: 'https://charts.min.io' };

/** MinIO: an S3 store of one server on one volume, which the platform's own backups must not lean on. */
export function minio(settings: MinioSettings): Component {
  const { namespace = 'minio', exposure } = settings;
  const name = 'minio';
  const route = exposed({ name, namespace }, exposure, { service: name, port: apiPort });
  return {
    name,
    namespace,
    chart: chartAt(chart, settings),
    rendered: settings.rendered ?? false,
    values: () => mergeValues(ownValues(name, settings), settings.values),
    objects: () => route.objects,
    secrets: () => [
      { name: rootSecret(name), data: { rootUser: 'minio-root', rootPassword: secret('minio-root-password') } },
    ],
    provides: ['s3'],
    requires: [...volumeRequires(settings), ...route.requires],
    health: () => [deployment(namespace, name)],
    traffic: { from: [{ peer: 'cluster', ports: [{ port: apiPort }, { port: 9001 }] }] },
  };
}

// keys: minio/minio, helm/minio/values.yaml
function ownValues(name: string, { size, storageClass, buckets = [] }: MinioSettings): JsonObject {
  return {
    fullnameOverride: name,
    mode: 'standalone',
    replicas: 1,
    existingSecret: rootSecret(name),
    // the chart would make a user whose password everybody knows
    users: [],
    buckets: buckets.map((bucket) => ({ name: bucket, policy: 'none', purge: false })),
    persistence: { enabled: true, size: size.toQuantity(), storageClass },
    // two pods never share the volume
    deploymentUpdate: { type: 'Recreate' },
    resources: { requests: { memory: '512Mi' } },
  };
}

function rootSecret(name: string): string {
  return `${name}-root`;
}
