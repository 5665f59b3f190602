import type { ClusterFacts, Component, HelmChart, JsonObject } from '../../cluster';
import { chartAt, type ChartSettings } from '../chart-settings';
import { controlPlaneMetrics, etcdMachines } from '../control-plane-metrics';
import { grafanaExposed, grafanaSecrets, grafanaValues, type GrafanaOptions } from '../grafana-values';
import { mergeValues } from '../merge-values';
import { volumeClaim, volumeRequires, type Volume } from '../volume';
import { deployments } from '../workload';

export interface VictoriaMetricsStackSettings extends ChartSettings {
  /** How many days of metrics are kept. @default 30 */
  readonly retentionDays?: number;
  /** Where they are kept. @default - a volume of the chart's size, of the default storage class */
  readonly volume?: Volume;
  /** Grafana of the chart's own, which knows its dashboards. @default - none; the catalogue has one as a component */
  readonly grafana?: GrafanaOptions;
}

const chart: HelmChart = {
  name: 'victoria-metrics-k8s-stack',
  version: '0.69.0',
  repository: 'https://victoriametrics.github.io/helm-charts',
};

const name = 'vm-stack';
const namespace = 'observability';
const operator = 'vm-operator';
const grafanaName = 'grafana';

/** Port on which VictoriaMetrics takes and gives metrics. Source: VictoriaMetrics `-httpListenAddr` */
const port = 8428;

/** Where VictoriaMetrics answers inside the cluster. Source: VictoriaMetrics operator, names of Services */
export const victoriaMetricsUrl = `http://vmsingle-${name}.${namespace}.svc:${String(port)}`;

/** VictoriaMetrics with its operator, alerting, and what it reads from a cluster; scrapes of the control plane what the definition opens. */
export function victoriaMetricsStack(settings: VictoriaMetricsStackSettings = {}): Component {
  const withGrafana = settings.grafana && grafanaPart(settings.grafana);
  return {
    name,
    namespace,
    chart: chartAt(chart, settings),
    rendered: settings.rendered ?? false,
    values: (cluster) => mergeValues(ownValues(cluster, settings), settings.values),
    objects: () => withGrafana?.objects ?? [],
    secrets: () => withGrafana?.secrets ?? [],
    provides: ['crd/operator.victoriametrics.com', 'metrics/victoria-metrics', ...(withGrafana?.provides ?? [])],
    requires: ['crd/cert-manager.io', ...volumeRequires(settings.volume), ...(withGrafana?.requires ?? [])],
    health: () => deployments(namespace, operator, ...(withGrafana === undefined ? [] : [grafanaName])),
    webhooks: [{ kind: 'ValidatingWebhookConfiguration', name: `${operator}-admission`, service: operator }],
    // node-exporter reads the machine's own file system, processes and network
    podSecurity: 'privileged',
    traffic: {
      to: [
        { peer: 'kube-apiserver' },
        { peer: 'host' },
        { peer: 'cluster' },
        { peer: 'internet', ports: [{ port: 443 }] },
      ],
      from: [{ peer: 'kube-apiserver', ports: [{ port: 9443 }] }, { peer: 'cluster' }],
    },
  };
}

function grafanaPart(options: GrafanaOptions) {
  return {
    ...grafanaExposed({ namespace, name: grafanaName }, options),
    secrets: grafanaSecrets(options),
    provides: ['grafana'],
  };
}

// Source: values.yaml of the chart and of its subchart victoria-metrics-operator
function ownValues(cluster: ClusterFacts, settings: VictoriaMetricsStackSettings): JsonObject {
  const metrics = controlPlaneMetrics(cluster);
  return {
    // names that begin with the release's outgrow the 63 characters of a label
    fullnameOverride: name,
    'victoria-metrics-operator': {
      fullnameOverride: operator,
      // certificates of the chart's own would be new at each rendering
      admissionWebhooks: { certManager: { enabled: true } },
    },
    vmsingle: {
      spec: {
        port: String(port),
        retentionPeriod: `${String(settings.retentionDays ?? 30)}d`,
        storage: settings.volume && volumeClaim(settings.volume),
      },
    },
    vmagent: { spec: { externalLabels: { cluster: cluster.name } } },
    grafana:
      settings.grafana === undefined
        ? { enabled: false }
        : { enabled: true, fullnameOverride: grafanaName, ...grafanaValues(cluster, settings.grafana) },
    kubeEtcd: metrics.etcd === undefined ? { enabled: false } : etcdScrape(metrics.etcd),
    kubeScheduler: metrics.scheduler ? selfSigned : { enabled: false },
    kubeControllerManager: metrics.controllerManager ? selfSigned : { enabled: false },
    // answers on the machine alone, where it runs at all
    kubeProxy: { enabled: false },
  };
}

function etcdScrape(etcd: number): JsonObject {
  return {
    enabled: true,
    service: { port: etcd, targetPort: etcd, selector: etcdMachines },
    vmScrape: { spec: { endpoints: [{ port: 'http-metrics', scheme: 'http' }] } },
  };
}

const selfSigned: JsonObject = {
  enabled: true,
  vmScrape: {
    spec: {
      endpoints: [
        {
          port: 'http-metrics',
          scheme: 'https',
          bearerTokenFile: '/var/run/secrets/kubernetes.io/serviceaccount/token',
          tlsConfig: { insecureSkipVerify: true },
        },
      ],
    },
  },
};
