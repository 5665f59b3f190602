import type { Component, HelmChart } from '../../cluster';
import { chartAt, type ChartSettings } from '../chart-settings';
import { mergeValues } from '../merge-values';

export type CertManagerSettings = ChartSettings;

const chart: HelmChart = { name: 'cert-manager', version: 'v1.19.2', repository: 'https://charts.jetstack.io' };

/** cert-manager with its CRDs; issuers are the platform's own. */
export function certManager(settings: CertManagerSettings = {}): Component {
  return {
    name: 'cert-manager',
    namespace: 'cert-manager',
    chart: chartAt(chart, settings),
    values: () => mergeValues({ crds: { enabled: true } }, settings.values),
    provides: ['crd/cert-manager.io', 'crd/acme.cert-manager.io'],
    requires: [],
  };
}
