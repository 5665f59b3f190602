import type { Component, HelmChart } from '../../cluster';
import { chartAt, type ChartSettings } from '../chart-settings';
import { mergeValues } from '../merge-values';
import { deployment } from '../workload';

export type OpenTelemetryOperatorSettings = ChartSettings;

const chart: HelmChart = {
  name: 'opentelemetry-operator',
  version: '0.105.0',
  repository: 'https://open-telemetry.github.io/opentelemetry-helm-charts',
};

const name = 'otel-operator';
const namespace = 'observability';
const service = `${name}-webhook`;

/** The OpenTelemetry operator with its CRDs; collectors are a component of their own. */
export function openTelemetryOperator(settings: OpenTelemetryOperatorSettings = {}): Component {
  return {
    name,
    namespace,
    chart: chartAt(chart, settings),
    rendered: settings.rendered ?? false,
    values: () =>
      mergeValues(
        {
          // the release is named by the engine; the objects are not
          fullnameOverride: name,
          // certificates of the chart's own would be new at each rendering
          admissionWebhooks: { certManager: { enabled: true }, autoGenerateCert: { enabled: false } },
        },
        settings.values,
      ),
    provides: ['crd/opentelemetry.io'],
    requires: ['crd/cert-manager.io'],
    health: () => [deployment(namespace, name)],
    // Source: the chart's templates/admission-webhooks
    webhooks: [
      { kind: 'MutatingWebhookConfiguration', name: `${name}-mutation`, service },
      { kind: 'ValidatingWebhookConfiguration', name: `${name}-validation`, service },
    ],
    podSecurity: 'restricted',
    traffic: {
      to: [{ peer: 'kube-apiserver' }],
      from: [{ peer: 'kube-apiserver', ports: [{ port: 9443 }] }],
    },
  };
}
