import type { Component, HelmChart } from '../../cluster';
import { chartAt, type ChartSettings } from '../chart-settings';
import { grafanaExposed, grafanaSecrets, grafanaValues, type GrafanaOptions } from '../grafana-values';
import { mergeValues } from '../merge-values';
import { deployment } from '../workload';

export interface GrafanaSettings extends ChartSettings, GrafanaOptions {}

// The chart moved here from grafana.github.io in 2026. Source: grafana-community/helm-charts
const chart: HelmChart = {
  name: 'grafana',
  version: '11.1.0',
  repository: 'https://grafana-community.github.io/helm-charts',
};

const name = 'grafana';
const namespace = 'observability';

/** Grafana, with the login of the cluster's `oidc` and the sources of data that one names. */
export function grafana(settings: GrafanaSettings = {}): Component {
  const route = grafanaExposed({ namespace, name }, settings);
  return {
    name,
    namespace,
    chart: chartAt(chart, settings),
    rendered: settings.rendered ?? false,
    // the release is named by the engine; the objects are not
    values: (cluster) => mergeValues({ fullnameOverride: name, ...grafanaValues(cluster, settings) }, settings.values),
    objects: () => route.objects,
    secrets: () => grafanaSecrets(settings),
    provides: ['grafana'],
    requires: route.requires,
    health: () => [deployment(namespace, name)],
    podSecurity: 'restricted',
    traffic: {
      // sources of data, the identity provider, plugins
      to: [{ peer: 'cluster' }, { peer: 'internet', ports: [{ port: 443 }] }],
      from: [{ peer: 'cluster', ports: [{ port: 3000 }] }],
    },
  };
}
