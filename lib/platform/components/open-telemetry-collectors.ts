import type { ClusterFacts, Component, JsonObject } from '../../cluster';
import { agentConfig, gatewayConfig, otlpPorts, type Exporters, type Signals } from '../open-telemetry-config';
import { victoriaLogsUrl } from './victoria-logs';
import { victoriaMetricsUrl } from './victoria-metrics-stack';

export interface OpenTelemetryCollectorsSettings {
  /** Where metrics go. @default - to the VictoriaMetrics stack */
  readonly metrics?: Exporters;
  /** Where logs go. @default - to VictoriaLogs */
  readonly logs?: Exporters;
  /** Where traces go. @default - nowhere: none are taken */
  readonly traces?: Exporters;
  /** Whether the agents read what pods write to their output. @default true */
  readonly podLogs?: boolean;
  /** How many pods the gateway has. @default 2 */
  readonly replicas?: number;
}

const namespace = 'observability';
const agent = 'otel-agent';
const gateway = 'otel-gateway';

/** Where pods send what they have to tell. Source: OpenTelemetry operator, names of Services */
export const openTelemetryGateway = `${gateway}-collector.${namespace}.svc`;

// Source: VictoriaMetrics and VictoriaLogs documentation, "OpenTelemetry"
const toVictoriaMetrics: Exporters = {
  'otlphttp/victoria-metrics': { metrics_endpoint: `${victoriaMetricsUrl}/opentelemetry/v1/metrics` },
};
const toVictoriaLogs: Exporters = {
  'otlphttp/victoria-logs': { logs_endpoint: `${victoriaLogsUrl}/insert/opentelemetry/v1/logs` },
};

/** An agent on each node, which adds what Kubernetes knows of a pod, and a gateway, which sends everything on. */
export function openTelemetryCollectors(settings: OpenTelemetryCollectorsSettings = {}): Component {
  const { metrics = toVictoriaMetrics, logs = toVictoriaLogs, traces = {} } = settings;
  const signals: Signals = { metrics, logs, traces };
  return {
    name: 'otel-collectors',
    namespace,
    objects: (cluster) => [
      ...access(),
      agentCollector(signals, settings.podLogs ?? true),
      gatewayCollector(cluster, signals, settings.replicas ?? 2),
    ],
    provides: ['otlp'],
    requires: [
      'crd/opentelemetry.io/OpenTelemetryCollector',
      ...(settings.metrics === undefined ? ['metrics/victoria-metrics'] : []),
      ...(settings.logs === undefined ? ['logs/victoria-logs'] : []),
    ],
    health: () => [agent, gateway].map((name) => ({ apiVersion, kind, namespace, name })),
    // the agents read the logs from the machine's own file system
    podSecurity: 'privileged',
    traffic: {
      to: [{ peer: 'kube-apiserver' }, { peer: 'cluster' }, { peer: 'internet', ports: [{ port: 443 }] }],
      from: [{ peer: 'cluster', ports: Object.values(otlpPorts).map((port) => ({ port })) }],
    },
  };
}

const apiVersion = 'opentelemetry.io/v1beta1';
const kind = 'OpenTelemetryCollector';

function agentCollector(signals: Signals, podLogs: boolean): JsonObject {
  const logs = { name: 'pod-logs', mountPath: '/var/log/pods' };
  return {
    apiVersion,
    kind,
    metadata: { name: agent, namespace },
    spec: {
      mode: 'daemonset',
      serviceAccount: agent,
      config: agentConfig(signals, { podLogs, gateway: openTelemetryGateway, own: namespace }),
      env: [{ name: 'K8S_NODE_NAME', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } }],
      tolerations: [{ operator: 'Exists' }],
      resources: { requests: { cpu: '50m', memory: '128Mi' }, limits: { memory: '256Mi' } },
      ...(podLogs && {
        volumes: [{ name: logs.name, hostPath: { path: logs.mountPath } }],
        volumeMounts: [{ ...logs, readOnly: true }],
      }),
      // the kubelet's logs belong to root
      securityContext: { ...confined, ...(podLogs ? { runAsUser: 0, runAsGroup: 0 } : { runAsNonRoot: true }) },
    },
  };
}

function gatewayCollector(cluster: ClusterFacts, signals: Signals, replicas: number): JsonObject {
  return {
    apiVersion,
    kind,
    metadata: { name: gateway, namespace },
    spec: {
      mode: 'deployment',
      replicas,
      config: gatewayConfig(cluster.name, signals),
      resources: { requests: { cpu: '100m', memory: '256Mi' }, limits: { memory: '512Mi' } },
      securityContext: { ...confined, runAsNonRoot: true },
    },
  };
}

const confined: JsonObject = {
  allowPrivilegeEscalation: false,
  readOnlyRootFilesystem: true,
  capabilities: { drop: ['ALL'] },
  seccompProfile: { type: 'RuntimeDefault' },
};

/** What the agents may ask the Kubernetes API. Source: collector-contrib, README of k8sattributesprocessor */
function access(): readonly JsonObject[] {
  const group = 'rbac.authorization.k8s.io';
  const verbs = ['get', 'list', 'watch'];
  return [
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: agent, namespace } },
    {
      apiVersion: `${group}/v1`,
      kind: 'ClusterRole',
      metadata: { name: agent },
      rules: [
        { apiGroups: [''], resources: ['namespaces', 'nodes', 'pods'], verbs },
        { apiGroups: ['apps'], resources: ['replicasets'], verbs },
      ],
    },
    {
      apiVersion: `${group}/v1`,
      kind: 'ClusterRoleBinding',
      metadata: { name: agent },
      roleRef: { apiGroup: group, kind: 'ClusterRole', name: agent },
      subjects: [{ kind: 'ServiceAccount', name: agent, namespace }],
    },
  ];
}
