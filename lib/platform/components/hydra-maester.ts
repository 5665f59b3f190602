import type { Component, HelmChart } from '../../cluster';
import { chartAt, type ChartSettings } from '../chart-settings';
import { mergeValues } from '../merge-values';
import { deployment } from '../workload';
import { hydraAdminUrl } from './hydra';

export interface HydraMaesterSettings extends ChartSettings {
  /** Namespace of Hydra, and its own. @default 'identity' */
  readonly namespace?: string;
}

const chart: HelmChart = { name: 'hydra-maester', version: '0.60.1', repository: 'https://k8s.ory.sh/helm/charts' };

/** Hydra Maester: makes the clients of Hydra from OAuth2Client objects, and their Secrets. */
export function hydraMaester(settings: HydraMaesterSettings = {}): Component {
  const { namespace = 'identity' } = settings;
  const name = 'hydra-maester';
  const { hostname, port } = new URL(hydraAdminUrl(namespace));
  return {
    name,
    namespace,
    chart: chartAt(chart, settings),
    rendered: settings.rendered ?? false,
    // keys: ory/k8s, helm/charts/hydra-maester/templates/deployment.yaml
    values: () =>
      mergeValues({ fullnameOverride: name, adminService: { name: hostname, port: Number(port) } }, settings.values),
    provides: ['crd/hydra.ory.sh'],
    requires: ['hydra'],
    health: () => [deployment(namespace, name)],
    traffic: { to: [{ peer: 'kube-apiserver' }] },
  };
}
