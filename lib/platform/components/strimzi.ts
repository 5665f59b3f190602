import type { Component, HelmChart } from '../../cluster';
import { chartAt, type ChartSettings } from '../chart-settings';
import { mergeValues } from '../merge-values';
import { deployment } from '../workload';

export type StrimziSettings = ChartSettings;

const chart: HelmChart = {
  name: 'strimzi-kafka-operator',
  version: '1.2.0',
  repository: 'https://strimzi.io/charts',
};

/** The Strimzi operator, for Kafka clusters in every namespace; the clusters are components of their own, see `kafka()`. */
export function strimzi(settings: StrimziSettings = {}): Component {
  const namespace = 'strimzi';
  return {
    name: 'strimzi',
    namespace,
    chart: chartAt(chart, settings),
    rendered: settings.rendered ?? false,
    values: () => mergeValues({ watchAnyNamespace: true }, settings.values),
    provides: ['crd/kafka.strimzi.io', 'crd/core.strimzi.io'],
    requires: [],
    // a fixed name. Source: strimzi/strimzi-kafka-operator, helm-charts/…/060-Deployment-strimzi-cluster-operator.yaml
    health: () => [deployment(namespace, 'strimzi-cluster-operator')],
    traffic: {
      to: [
        { peer: 'kube-apiserver' },
        // administration of brokers and controllers, and the agent beside each
        { peer: 'cluster', ports: [{ port: 9090 }, { port: 9091 }, { port: 8443 }] },
      ],
    },
  };
}
