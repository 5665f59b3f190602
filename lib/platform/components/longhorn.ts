import type { Component, HelmChart, JsonObject } from '../../cluster';
import { chartAt, type ChartSettings } from '../chart-settings';
import { exposed } from '../exposed';
import type { Exposure } from '../http-route';
import { mergeValues } from '../merge-values';
import { daemonSet, deployment } from '../workload';

export interface LonghornSettings extends ChartSettings {
  /**
   * Folder of the nodes that holds the replicas.
   * @default '/var/mnt/longhorn', where Talos mounts a user volume of the name `longhorn`
   */
  readonly path?: string;
  /** Copies of each volume. @default - three, or as many as there are machines that take workloads */
  readonly replicas?: number;
  /** Make it the cluster's default storage class. @default true */
  readonly defaultClass?: boolean;
  /** Its page, which asks nobody who they are. @default - within the cluster only */
  readonly exposure?: Exposure;
}

const chart: HelmChart = { name: 'longhorn', version: '1.11.1', repository: 'https://charts.longhorn.io' };

/** Longhorn: volumes replicated over the nodes' disks. On Talos the image needs `siderolabs/iscsi-tools` and `siderolabs/util-linux-tools`. */
export function longhorn(settings: LonghornSettings = {}): Component {
  const name = 'longhorn';
  const namespace = 'longhorn-system';
  const route = exposed({ name, namespace }, settings.exposure, { service: 'longhorn-frontend', port: 80 });
  return {
    name,
    namespace,
    chart: chartAt(chart, settings),
    rendered: settings.rendered ?? false,
    values: ({ pools }) => {
      // its pods keep off nodes that keep workloads off
      const nodes = pools.reduce((sum, { schedulable, count }) => sum + (schedulable ? count : 0), 0);
      return mergeValues(ownValues(settings, Math.min(3, Math.max(1, nodes))), settings.values);
    },
    objects: () => route.objects,
    provides: ['storage-class/longhorn', 'crd/longhorn.io'],
    requires: [...route.requires],
    // fixed names. Source: longhorn/longhorn, chart/templates
    health: () => [daemonSet(namespace, 'longhorn-manager'), deployment(namespace, 'longhorn-driver-deployer')],
    // the manager itself makes them. Source: longhorn/longhorn-manager, webhook/server
    webhooks: [
      {
        kind: 'MutatingWebhookConfiguration',
        name: 'longhorn-webhook-mutator',
        service: 'longhorn-admission-webhook',
      },
      {
        kind: 'ValidatingWebhookConfiguration',
        name: 'longhorn-webhook-validator',
        service: 'longhorn-admission-webhook',
      },
    ],
    podSecurity: 'privileged',
  };
}

// keys: longhorn/longhorn, chart/values.yaml
function ownValues({ path, replicas, defaultClass }: LonghornSettings, copies: number): JsonObject {
  return {
    defaultSettings: { defaultDataPath: path ?? '/var/mnt/longhorn', defaultReplicaCount: replicas ?? copies },
    persistence: { defaultClass: defaultClass ?? true, defaultClassReplicaCount: replicas ?? copies },
    // a Helm hook that an engine does not wait for, or never runs
    preUpgradeChecker: { jobEnabled: false },
  };
}
