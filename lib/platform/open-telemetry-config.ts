import type { JsonObject } from '../cluster';

/** Exporters of the collector with their configuration, by id, e.g. `otlphttp/tempo`. */
export type Exporters = Readonly<Record<string, JsonObject>>;

/** Where each signal goes; a signal without an exporter is not taken. */
export interface Signals {
  readonly metrics: Exporters;
  readonly logs: Exporters;
  readonly traces: Exporters;
}

/** Ports of the OpenTelemetry protocol. Source: its specification */
export const otlpPorts = { grpc: 4317, http: 4318 } as const;

const otlp: JsonObject = {
  protocols: {
    grpc: { endpoint: `0.0.0.0:${String(otlpPorts.grpc)}` },
    http: { endpoint: `0.0.0.0:${String(otlpPorts.http)}` },
  },
};

// a share of the container's limit
const memoryLimiter: JsonObject = { check_interval: '1s', limit_percentage: 75, spike_limit_percentage: 20 };

export interface AgentOptions {
  readonly podLogs: boolean;
  /** Host name of the gateway. */
  readonly gateway: string;
  /** Namespace of the collectors, whose own logs are left out. */
  readonly own: string;
}

/** Configuration of the collector on each node: what it hears and reads goes to the gateway, with what Kubernetes knows. */
export function agentConfig(signals: Signals, { podLogs, gateway, own }: AgentOptions): JsonObject {
  const readsLogs = podLogs && isTaken(signals.logs);
  return {
    receivers: { otlp, ...(readsLogs && { filelog: podLogReceiver(own) }) },
    processors: { memory_limiter: memoryLimiter, k8sattributes: ofPods, batch: {} },
    exporters: {
      otlp: { endpoint: `${gateway}:${String(otlpPorts.grpc)}`, tls: { insecure: true } },
    },
    service: {
      pipelines: pipelines(signals, (signal) => ({
        receivers: signal === 'logs' && readsLogs ? ['filelog', 'otlp'] : ['otlp'],
        processors: ['memory_limiter', 'k8sattributes', 'batch'],
        exporters: ['otlp'],
      })),
    },
  };
}

/** Configuration of the gateway: what it hears goes to the exporters of each signal, with the name of the cluster. */
export function gatewayConfig(cluster: string, signals: Signals): JsonObject {
  return {
    receivers: { otlp },
    processors: {
      memory_limiter: memoryLimiter,
      resource: { attributes: [{ key: 'k8s.cluster.name', value: cluster, action: 'upsert' }] },
      batch: {},
    },
    exporters: { ...signals.metrics, ...signals.logs, ...signals.traces },
    service: {
      pipelines: pipelines(signals, (_, exporters) => ({
        receivers: ['otlp'],
        processors: ['memory_limiter', 'resource', 'batch'],
        exporters: Object.keys(exporters).sort(),
      })),
    },
  };
}

function isTaken(exporters: Exporters): boolean {
  return Object.keys(exporters).length > 0;
}

function pipelines(
  signals: Signals,
  pipeline: (signal: keyof Signals, exporters: Exporters) => JsonObject,
): JsonObject {
  const names = ['metrics', 'logs', 'traces'] as const;
  return Object.fromEntries(
    names.filter((name) => isTaken(signals[name])).map((name) => [name, pipeline(name, signals[name])]),
  );
}

/** Talos keeps the logs of pods where the kubelet does by default, in the format of the CRI. */
function podLogReceiver(own: string): JsonObject {
  return {
    include: ['/var/log/pods/*/*/*.log'],
    // a collector that reads what it writes never ends
    exclude: [`/var/log/pods/${own}_otel-*/*/*.log`],
    include_file_path: true,
    start_at: 'end',
    operators: [{ type: 'container' }],
  };
}

// Source: collector-contrib, README of k8sattributesprocessor
const ofPods: JsonObject = {
  filter: { node_from_env_var: 'K8S_NODE_NAME' },
  extract: {
    metadata: [
      'k8s.namespace.name',
      'k8s.node.name',
      'k8s.pod.name',
      'k8s.pod.uid',
      'k8s.container.name',
      'k8s.deployment.name',
      'k8s.statefulset.name',
      'k8s.daemonset.name',
      'k8s.job.name',
      'k8s.cronjob.name',
    ],
  },
  pod_association: [
    { sources: [{ from: 'resource_attribute', name: 'k8s.pod.uid' }] },
    { sources: [{ from: 'connection' }] },
  ],
};
