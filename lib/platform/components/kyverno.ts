import type { Component, HelmChart, JsonObject, Webhook } from '../../cluster';
import { chartAt, type ChartSettings } from '../chart-settings';
import { mergeValues } from '../merge-values';
import { deployments } from '../workload';

export interface KyvernoSettings extends ChartSettings {
  /** Copies of the admission controller; three outlive the loss of a node. @default - the chart's own, 1 */
  readonly replicas?: number;
  /** Namespaces that no policy applies to, beside `kube-system` and its own. @default - none */
  readonly excludedNamespaces?: readonly string[];
}

const chart: HelmChart = { name: 'kyverno', version: '3.9.0', repository: 'https://kyverno.github.io/kyverno' };

const name = 'kyverno';

/** Policies over what enters the cluster; the policies are the platform's own. */
export function kyverno(settings: KyvernoSettings = {}): Component {
  return {
    name,
    namespace: name,
    chart: chartAt(chart, settings),
    rendered: settings.rendered ?? false,
    values: () => mergeValues(ownValues(settings), settings.values),
    provides: ['crd/kyverno.io', 'crd/policies.kyverno.io', 'crd/reports.kyverno.io', 'crd/wgpolicyk8s.io', 'policies'],
    requires: [],
    health: () =>
      deployments(
        name,
        ...['admission', 'background', 'cleanup', 'reports'].map((part) => `${name}-${part}-controller`),
      ),
    webhooks: webhooks(),
    podSecurity: 'restricted',
    traffic: {
      // policies that verify images ask their registries
      to: [{ peer: 'kube-apiserver' }, { peer: 'internet', ports: [{ port: 443 }] }],
      from: [{ peer: 'kube-apiserver', ports: [{ port: 9443 }] }],
    },
  };
}

// keys: kyverno/kyverno, charts/kyverno/values.yaml
function ownValues({ replicas, excludedNamespaces = [] }: KyvernoSettings): JsonObject {
  return {
    // names that do not change with the name of the release
    fullnameOverride: name,
    ...(replicas === undefined ? {} : { admissionController: { replicas } }),
    ...(excludedNamespaces.length === 0
      ? {}
      : {
          config: {
            webhooks: {
              namespaceSelector: {
                matchExpressions: [
                  {
                    key: 'kubernetes.io/metadata.name',
                    operator: 'NotIn',
                    values: ['kube-system', ...excludedNamespaces],
                  },
                ],
              },
            },
          },
        }),
  };
}

/** Kyverno makes its webhooks itself, once it runs. Source: kyverno/kyverno, pkg/config/config.go */
function webhooks(): readonly Webhook[] {
  const service = 'kyverno-svc';
  const mutating = ['policy', 'resource', 'verify'].map((what): Webhook => ({
    kind: 'MutatingWebhookConfiguration',
    name: `kyverno-${what}-mutating-webhook-cfg`,
    service,
  }));
  const validating = ['policy', 'resource'].map((what): Webhook => ({
    kind: 'ValidatingWebhookConfiguration',
    name: `kyverno-${what}-validating-webhook-cfg`,
    service,
  }));
  return [...mutating, ...validating];
}
