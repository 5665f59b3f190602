import type { Component, HelmChart } from '../../cluster';
import { chartAt, type ChartSettings } from '../chart-settings';
import { mergeValues } from '../merge-values';
import { deployment } from '../workload';

export type ClusterApiOperatorSettings = ChartSettings;

const chart: HelmChart = {
  name: 'cluster-api-operator',
  version: '0.25.0',
  repository: 'https://kubernetes-sigs.github.io/cluster-api-operator',
};

const name = 'capi-operator';
const namespace = 'capi-operator-system';
const service = 'capi-operator-webhook-service';

/**
 * cluster-api-operator. The providers are objects of the cluster's Cluster API files, as its definition says with
 * `clusterApi({ operator })`: those of the chart are hooks of Helm, which Argo CD prunes.
 */
export function clusterApiOperator(settings: ClusterApiOperatorSettings = {}): Component {
  return {
    name,
    namespace,
    chart: chartAt(chart, settings),
    rendered: settings.rendered ?? false,
    // the release is named by the engine; the objects are not
    values: () => mergeValues({ fullnameOverride: name }, settings.values),
    provides: ['crd/operator.cluster.x-k8s.io'],
    requires: ['crd/cert-manager.io'],
    health: () => [deployment(namespace, name)],
    // Source: cluster-api-operator `config/default`, whose objects the chart has under the same names
    webhooks: [
      { kind: 'MutatingWebhookConfiguration', name: 'capi-operator-mutating-webhook-configuration', service },
      { kind: 'ValidatingWebhookConfiguration', name: 'capi-operator-validating-webhook-configuration', service },
    ],
    podSecurity: 'baseline',
    traffic: {
      // the manifests of providers come from their releases
      to: [{ peer: 'kube-apiserver' }, { peer: 'internet', ports: [{ port: 443 }] }],
      from: [
        { peer: 'kube-apiserver', ports: [{ port: 9443 }] },
        { peer: 'cluster', ports: [{ port: 8443 }] },
      ],
    },
  };
}
