import type { Component, HelmChart } from '../../cluster';
import { chartAt, type ChartSettings } from '../chart-settings';
import { mergeValues } from '../merge-values';

export type EnvoyGatewaySettings = ChartSettings;

const chart: HelmChart = { name: 'gateway-helm', version: 'v1.6.3', repository: 'oci://docker.io/envoyproxy' };

/** Envoy Gateway; its chart brings the CRDs of the Gateway API as well. */
export function envoyGateway(settings: EnvoyGatewaySettings = {}): Component {
  return {
    name: 'envoy-gateway',
    namespace: 'envoy-gateway-system',
    chart: chartAt(chart, settings),
    values: () => mergeValues({}, settings.values),
    provides: ['crd/gateway.networking.k8s.io', 'crd/gateway.envoyproxy.io'],
    requires: [],
  };
}
