import type { Component, HelmChart, JsonObject } from '../../cluster';
import { chartAt, type ChartSettings } from '../chart-settings';
import { mergeValues } from '../merge-values';
import { daemonSet, deployments } from '../workload';

export interface HcloudCsiSettings extends ChartSettings {
  /** Whether volumes come from here where a claim names no storage class. @default - the chart's own, true */
  readonly defaultStorageClass?: boolean;
  /** What becomes of a volume whose claim is gone. @default - the chart's own, 'Delete' */
  readonly reclaimPolicy?: 'Delete' | 'Retain';
}

const chart: HelmChart = { name: 'hcloud-csi', version: '2.18.3', repository: 'https://charts.hetzner.cloud' };

const storageClass = 'hcloud-volumes';

/** Hetzner Cloud volumes as persistent volumes, by the storage class that the chart makes. It reads the token of `hcloudCcm`. */
export function hcloudCsi(settings: HcloudCsiSettings = {}): Component {
  const namespace = 'kube-system';
  // the chart puts the name of the release before its own
  const prefix = `csi-${chart.name}`;
  return {
    name: 'csi',
    namespace,
    chart: chartAt(chart, settings),
    rendered: settings.rendered ?? false,
    values: () => mergeValues(ownValues(settings), settings.values),
    provides: [`storage-class/${storageClass}`],
    // a node is known to Hetzner by the id that the controller manager gives it
    requires: ['cloud-provider/hcloud'],
    health: () => [...deployments(namespace, `${prefix}-controller`), daemonSet(namespace, `${prefix}-node`)],
    podSecurity: 'privileged',
  };
}

// keys: hetznercloud/csi-driver, chart/values.yaml; a list replaces the chart's own
function ownValues({ defaultStorageClass, reclaimPolicy }: HcloudCsiSettings): JsonObject {
  return defaultStorageClass === undefined && reclaimPolicy === undefined
    ? {}
    : {
        storageClasses: [
          {
            name: storageClass,
            defaultStorageClass: defaultStorageClass ?? true,
            reclaimPolicy: reclaimPolicy ?? 'Delete',
          },
        ],
      };
}
