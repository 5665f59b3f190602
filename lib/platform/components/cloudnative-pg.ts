import type { Component, HelmChart } from '../../cluster';
import { chartAt, type ChartSettings } from '../chart-settings';
import { mergeValues } from '../merge-values';
import { postgresPort } from '../postgres-database';
import { deployment } from '../workload';

export type CloudnativePgSettings = ChartSettings;

const chart: HelmChart = {
  name: 'cloudnative-pg',
  version: '0.27.0',
  repository: 'https://cloudnative-pg.github.io/charts',
};

/** The CloudNativePG operator; the database clusters are components of their own, see `postgres()`. */
export function cloudnativePg(settings: CloudnativePgSettings = {}): Component {
  const name = 'cloudnative-pg';
  const namespace = 'cnpg-system';
  return {
    name,
    namespace,
    chart: chartAt(chart, settings),
    rendered: settings.rendered ?? false,
    values: () => mergeValues({ fullnameOverride: name }, settings.values),
    provides: ['crd/postgresql.cnpg.io'],
    requires: [],
    health: () => [deployment(namespace, name)],
    // Source: cloudnative-pg/charts `templates/mutatingwebhookconfiguration.yaml`, `values.yaml`
    webhooks: [
      {
        kind: 'MutatingWebhookConfiguration',
        name: 'cnpg-mutating-webhook-configuration',
        service: 'cnpg-webhook-service',
      },
      {
        kind: 'ValidatingWebhookConfiguration',
        name: 'cnpg-validating-webhook-configuration',
        service: 'cnpg-webhook-service',
      },
    ],
    podSecurity: 'restricted',
    traffic: {
      to: [
        { peer: 'kube-apiserver' },
        // the status of each instance, and its databases
        { peer: 'cluster', ports: [{ port: 8000 }, { port: postgresPort }] },
      ],
      from: [{ peer: 'kube-apiserver', ports: [{ port: 9443 }] }],
    },
  };
}
