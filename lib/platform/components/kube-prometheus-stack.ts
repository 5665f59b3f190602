import type { ClusterFacts, Component, HelmChart, JsonObject, Webhook } from '../../cluster';
import { chartAt, type ChartSettings } from '../chart-settings';
import { controlPlaneMetrics, etcdMachines } from '../control-plane-metrics';
import { mergeValues } from '../merge-values';
import { volumeClaim, volumeRequires, type Volume } from '../volume';
import { deployment } from '../workload';

export interface KubePrometheusStackSettings extends ChartSettings {
  /** How many days of metrics are kept. @default 10 */
  readonly retentionDays?: number;
  /** Where Prometheus keeps them. @default - nowhere: a new pod starts empty */
  readonly volume?: Volume;
  /** Grafana of the chart's own; the catalogue has one as a component. @default false */
  readonly grafana?: boolean;
}

const chart: HelmChart = {
  name: 'kube-prometheus-stack',
  version: '84.5.0',
  repository: 'https://prometheus-community.github.io/helm-charts',
};

const name = 'kube-prometheus-stack';
const namespace = 'observability';
const operator = `${name}-operator`;

/** Prometheus with its operator, Alertmanager, and what they read from a cluster; scrapes of the control plane what the definition opens. */
export function kubePrometheusStack(settings: KubePrometheusStackSettings = {}): Component {
  return {
    name,
    namespace,
    chart: chartAt(chart, settings),
    rendered: settings.rendered ?? false,
    values: (cluster) => mergeValues(ownValues(cluster, settings), settings.values),
    provides: ['crd/monitoring.coreos.com', 'metrics/prometheus'],
    // certificates of the chart's own would be new at each rendering
    requires: ['crd/cert-manager.io', ...volumeRequires(settings.volume)],
    health: () => [deployment(namespace, operator)],
    webhooks: webhooks(),
    // node-exporter reads the machine's own file system, processes and network
    podSecurity: 'privileged',
    traffic: {
      to: [{ peer: 'kube-apiserver' }, { peer: 'host' }, { peer: 'cluster' }],
      from: [{ peer: 'kube-apiserver', ports: [{ port: 10250 }] }, { peer: 'cluster' }],
    },
  };
}

function webhooks(): readonly Webhook[] {
  const admission = { name: `${name}-admission`, service: operator };
  return [
    { kind: 'MutatingWebhookConfiguration', ...admission },
    { kind: 'ValidatingWebhookConfiguration', ...admission },
  ];
}

// Source: the chart's values.yaml and templates/exporters
function ownValues(cluster: ClusterFacts, settings: KubePrometheusStackSettings): JsonObject {
  const metrics = controlPlaneMetrics(cluster);
  return {
    // the release is named by the engine; the objects are not
    fullnameOverride: name,
    prometheusOperator: { admissionWebhooks: { certManager: { enabled: true }, patch: { enabled: false } } },
    prometheus: {
      prometheusSpec: {
        retention: `${String(settings.retentionDays ?? 10)}d`,
        storageSpec: settings.volume && { volumeClaimTemplate: { spec: volumeClaim(settings.volume) } },
        externalLabels: { cluster: cluster.name },
        // what other components bring is read as well, whatever labels it has
        serviceMonitorSelectorNilUsesHelmValues: false,
        podMonitorSelectorNilUsesHelmValues: false,
        probeSelectorNilUsesHelmValues: false,
        ruleSelectorNilUsesHelmValues: false,
        scrapeConfigSelectorNilUsesHelmValues: false,
      },
    },
    grafana: { enabled: settings.grafana ?? false },
    kubeEtcd:
      metrics.etcd === undefined
        ? { enabled: false }
        : { enabled: true, service: { port: metrics.etcd, targetPort: metrics.etcd, selector: etcdMachines } },
    // their certificates are signed by themselves
    kubeScheduler: { enabled: metrics.scheduler, serviceMonitor: { https: true, insecureSkipVerify: true } },
    kubeControllerManager: {
      enabled: metrics.controllerManager,
      serviceMonitor: { https: true, insecureSkipVerify: true },
    },
    // answers on the machine alone, where it runs at all
    kubeProxy: { enabled: false },
  };
}
