import type { Component, HelmChart } from '../../cluster';
import { chartAt, type ChartSettings } from '../chart-settings';
import { mergeValues } from '../merge-values';
import { talosApiTraffic } from '../talos-api';
import { deployment } from '../workload';

export type TupprSettings = ChartSettings;

const chart: HelmChart = { name: 'tuppr', version: '0.1.18', repository: 'oci://ghcr.io/home-operations/charts' };

const name = 'tuppr';

/** Who calls the Talos API: the definition's `system.apiAccess` must name both. Source: tuppr, "Prerequisites" */
export const tupprCaller = { name: 'tuppr', namespace: 'system', role: 'os:admin' } as const;

/** tuppr, which upgrades Talos and Kubernetes from inside the cluster; what it upgrades to is a component of its own. */
export function tuppr(settings: TupprSettings = {}): Component {
  const { namespace } = tupprCaller;
  return {
    name,
    namespace,
    chart: chartAt(chart, settings),
    rendered: settings.rendered ?? false,
    // the release is named by the engine; the objects are not
    values: () => mergeValues({ fullnameOverride: name }, settings.values),
    provides: ['crd/tuppr.home-operations.com'],
    requires: [],
    health: () => [deployment(namespace, name)],
    // its certificate is its own affair. Source: tuppr, charts/tuppr/templates
    webhooks: [
      {
        kind: 'ValidatingWebhookConfiguration',
        name: `${name}-validating-webhook`,
        service: `${name}-webhook-service`,
      },
    ],
    podSecurity: 'restricted',
    traffic: {
      to: [{ peer: 'kube-apiserver' }, talosApiTraffic],
      from: [
        { peer: 'kube-apiserver', ports: [{ port: 9443 }] },
        { peer: 'cluster', ports: [{ port: 8080 }, { port: 8081 }] },
      ],
    },
  };
}
