import type { Component, HelmChart } from '../../cluster';
import { chartAt, type ChartSettings } from '../chart-settings';
import { mergeValues } from '../merge-values';

export type HcloudCsiSettings = ChartSettings;

const chart: HelmChart = { name: 'hcloud-csi', version: '2.18.3', repository: 'https://charts.hetzner.cloud' };

/** Hetzner Cloud volumes as persistent volumes, by the storage class that the chart makes. */
export function hcloudCsi(settings: HcloudCsiSettings = {}): Component {
  return {
    name: 'csi',
    namespace: 'kube-system',
    chart: chartAt(chart, settings),
    values: () => mergeValues({}, settings.values),
    provides: ['storage-class/hcloud-volumes'],
    requires: [],
  };
}
