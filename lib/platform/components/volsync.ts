import type { Component, HelmChart } from '../../cluster';
import { chartAt, type ChartSettings } from '../chart-settings';
import { mergeValues } from '../merge-values';
import { deployment } from '../workload';

export type VolsyncSettings = ChartSettings;

const chart: HelmChart = { name: 'volsync', version: '0.16.0', repository: 'https://backube.github.io/helm-charts' };

/** VolSync: copies volumes away and back; what it copies are components of their own, see `volumes()`. */
export function volsync(settings: VolsyncSettings = {}): Component {
  const name = 'volsync';
  const namespace = 'volsync-system';
  return {
    name,
    namespace,
    chart: chartAt(chart, settings),
    rendered: settings.rendered ?? false,
    // keys: backube/volsync, helm/volsync/values.yaml
    values: () => mergeValues({ fullnameOverride: name, manageCRDs: true }, settings.values),
    provides: ['crd/volsync.backube'],
    requires: [],
    health: () => [deployment(namespace, name)],
    traffic: { to: [{ peer: 'kube-apiserver' }] },
  };
}
