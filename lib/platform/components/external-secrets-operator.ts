import type { Component, HelmChart, JsonObject } from '../../cluster';
import { chartAt, type ChartSettings } from '../chart-settings';
import { mergeValues } from '../merge-values';
import { deployments } from '../workload';

export interface ExternalSecretsOperatorSettings extends ChartSettings {
  /** Copies of the operator, of which one at a time works. @default - the chart's own, 1 */
  readonly replicas?: number;
}

const chart: HelmChart = {
  name: 'external-secrets',
  version: '2.9.0',
  repository: 'https://charts.external-secrets.io',
};

const name = 'external-secrets';

/** Makes Secrets of what a store outside the tree holds; the store is `clusterSecretStore`. */
export function externalSecretsOperator(settings: ExternalSecretsOperatorSettings = {}): Component {
  const service = `${name}-webhook`;
  return {
    name,
    namespace: name,
    chart: chartAt(chart, settings),
    rendered: settings.rendered ?? false,
    values: () => mergeValues(ownValues(settings), settings.values),
    provides: ['crd/external-secrets.io', 'crd/generators.external-secrets.io', 'external-secrets'],
    requires: [],
    decrypts: 'external-secrets',
    health: () => deployments(name, name, service, `${name}-cert-controller`),
    // Source: external-secrets/external-secrets, deploy/charts/external-secrets/templates/validatingwebhook.yaml
    webhooks: [
      { kind: 'ValidatingWebhookConfiguration', name: 'secretstore-validate', service },
      { kind: 'ValidatingWebhookConfiguration', name: 'externalsecret-validate', service },
    ],
    podSecurity: 'restricted',
    traffic: {
      to: [{ peer: 'kube-apiserver' }, { peer: 'internet', ports: [{ port: 443 }] }, { peer: 'cluster' }],
      from: [{ peer: 'kube-apiserver', ports: [{ port: 10250 }] }],
    },
  };
}

// keys: external-secrets/external-secrets, deploy/charts/external-secrets/values.yaml
function ownValues({ replicas }: ExternalSecretsOperatorSettings): JsonObject {
  return {
    // names that do not change with the name of the release
    fullnameOverride: name,
    installCRDs: true,
    ...(replicas === undefined ? {} : { replicaCount: replicas, leaderElect: replicas > 1 }),
  };
}
