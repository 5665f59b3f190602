import type { Component, HelmChart, JsonObject } from '../../cluster';
import { chartAt, type ChartSettings } from '../chart-settings';
import { mergeValues } from '../merge-values';
import { deployments } from '../workload';

export interface MetricsServerSettings extends ChartSettings {
  /**
   * Do not verify the certificates of kubelets. Needed where nothing approves the serving certificates that kubelets ask
   * for, as `talosCcm` does. @default false
   */
  readonly kubeletInsecureTls?: boolean;
}

const chart: HelmChart = {
  name: 'metrics-server',
  version: '3.13.0',
  repository: 'https://kubernetes-sigs.github.io/metrics-server',
};

/** Resource use of nodes and pods, for `kubectl top` and autoscaling. */
export function metricsServer(settings: MetricsServerSettings = {}): Component {
  const own: JsonObject = settings.kubeletInsecureTls === true ? { args: ['--kubelet-insecure-tls'] } : {};
  const namespace = 'kube-system';
  return {
    name: 'metrics-server',
    namespace,
    chart: chartAt(chart, settings),
    rendered: settings.rendered ?? false,
    values: () => mergeValues(own, settings.values),
    provides: ['api/metrics.k8s.io'],
    requires: [],
    health: () => deployments(namespace, 'metrics-server'),
    podSecurity: 'restricted',
    traffic: {
      to: [{ peer: 'kube-apiserver' }, { peer: 'host', ports: [{ port: 10250 }] }],
      from: [{ peer: 'kube-apiserver', ports: [{ port: 10250 }] }],
    },
  };
}
