import type { Component, HelmChart } from '../../cluster';
import { chartAt, type ChartSettings } from '../chart-settings';
import { mergeValues } from '../merge-values';

export type PodinfoSettings = ChartSettings;

const chart: HelmChart = { name: 'podinfo', version: '6.7.1', repository: 'oci://ghcr.io/stefanprodan/charts' };

/** A small web application by which to see that a cluster works. */
export function podinfo(settings: PodinfoSettings = {}): Component {
  return {
    name: 'podinfo',
    namespace: 'demo',
    chart: chartAt(chart, settings),
    values: () => mergeValues({}, settings.values),
    provides: [],
    requires: [],
  };
}
