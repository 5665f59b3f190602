import type { Component, HelmChart, JsonObject, SecretRef } from '../../cluster';
import { chartAt, type ChartSettings } from '../chart-settings';
import { auditInput, machineInput, podFilter, podInput, section, type FluentBitSection } from '../fluent-bit-config';
import { mergeValues } from '../merge-values';
import { daemonSet } from '../workload';
import { victoriaLogsServer } from './victoria-logs';

export interface FluentBitSettings extends ChartSettings {
  /** Outputs by Fluent Bit's own keys, e.g. `{ Name: 'loki', Match: '*', Host: 'loki.example.com' }`. @default - VictoriaLogs */
  readonly outputs?: readonly FluentBitSection[];
  /** Values that outputs name as variables, `${PASSWORD}`, by the variable. @default - none */
  readonly secrets?: Readonly<Record<string, SecretRef>>;
  /** Whether the API server's audit log is read, on the machines of the control plane. @default true */
  readonly auditLog?: boolean;
  /**
   * Whether Talos's own services may send their logs, to `tcp://127.0.0.1:5170`; a document with `machine.logging` makes
   * them. The pods then share the machine's network. @default false
   */
  readonly machineLogs?: boolean;
}

const chart: HelmChart = { name: 'fluent-bit', version: '0.54.1', repository: 'https://fluent.github.io/helm-charts' };

const name = 'fluent-bit';
const namespace = 'observability';
const secretName = 'fluent-bit';

// Source: VictoriaLogs documentation, "Fluentbit setup"
const toVictoriaLogs: FluentBitSection = {
  Name: 'http',
  Match: '*',
  Host: victoriaLogsServer.host,
  Port: victoriaLogsServer.port,
  URI: `/insert/jsonline?${[
    '_stream_fields=kubernetes.namespace_name,kubernetes.pod_name,kubernetes.container_name',
    '_msg_field=log',
    '_time_field=date',
  ].join('&')}`,
  Format: 'json_lines',
  Json_Date_Format: 'iso8601',
  Compress: 'gzip',
};

/** Fluent Bit on each node: the logs of pods, the audit log, and on request those of Talos, on to where one says. */
export function fluentBit(settings: FluentBitSettings = {}): Component {
  const { outputs = [toVictoriaLogs], secrets = {} } = settings;
  return {
    name,
    namespace,
    chart: chartAt(chart, settings),
    rendered: settings.rendered ?? false,
    values: () => mergeValues(ownValues(outputs, settings), settings.values),
    secrets: () => (Object.keys(secrets).length === 0 ? [] : [{ name: secretName, data: secrets }]),
    provides: [],
    requires: settings.outputs === undefined ? ['logs/victoria-logs'] : [],
    health: () => [daemonSet(namespace, name)],
    // reads the logs from the machine's own file system
    podSecurity: 'privileged',
    traffic: {
      to: [{ peer: 'kube-apiserver' }, { peer: 'cluster' }, { peer: 'internet' }],
      from: [{ peer: 'cluster', ports: [{ port: 2020 }] }],
    },
  };
}

function ownValues(outputs: readonly FluentBitSection[], settings: FluentBitSettings): JsonObject {
  const { auditLog = true, machineLogs = false, secrets = {} } = settings;
  const inputs = [podInput, ...(auditLog ? [auditInput] : []), ...(machineLogs ? [machineInput] : [])];
  return {
    fullnameOverride: name,
    testFramework: { enabled: false },
    // control planes as well
    tolerations: [{ operator: 'Exists' }],
    ...(machineLogs && { hostNetwork: true, dnsPolicy: 'ClusterFirstWithHostNet' }),
    ...(Object.keys(secrets).length > 0 && { envFrom: [{ secretRef: { name: secretName } }] }),
    // Talos has neither Docker's folders nor a journal
    daemonSetVolumes: [{ name: 'varlog', hostPath: { path: '/var/log' } }],
    daemonSetVolumeMounts: [{ name: 'varlog', mountPath: '/var/log' }],
    config: {
      inputs: inputs.map((input) => section('INPUT', input)).join('\n'),
      filters: section('FILTER', podFilter),
      outputs: outputs.map((output) => section('OUTPUT', output)).join('\n'),
    },
  };
}
