import type { Component, HelmChart } from '../../cluster';
import { chartAt, type ChartSettings } from '../chart-settings';
import { mergeValues } from '../merge-values';

export type CloudnativePgSettings = ChartSettings;

const chart: HelmChart = {
  name: 'cloudnative-pg',
  version: '0.27.0',
  repository: 'https://cloudnative-pg.github.io/charts',
};

/** The CloudNativePG operator; database clusters are the platform's own. */
export function cloudnativePg(settings: CloudnativePgSettings = {}): Component {
  return {
    name: 'cloudnative-pg',
    namespace: 'cnpg-system',
    chart: chartAt(chart, settings),
    values: () => mergeValues({}, settings.values),
    provides: ['crd/postgresql.cnpg.io'],
    requires: [],
  };
}
