import type { ClusterFacts, Component, HelmChart, JsonObject } from '../../cluster';
import { chartAt, type ChartSettings } from '../chart-settings';
import { gatewayApiGroup } from '../gateway-api-release';
import { mergeValues } from '../merge-values';
import { deployments } from '../workload';

export interface EnvoyGatewaySettings extends ChartSettings {
  /** Copies of the controller. @default - the chart's own, 1 */
  readonly replicas?: number;
  /** Extension APIs to switch on, e.g. `{ enableBackend: true }`. @default - none */
  readonly extensionApis?: Readonly<Record<string, boolean>>;
}

const chart: HelmChart = { name: 'gateway-helm', version: 'v1.6.3', repository: 'oci://docker.io/envoyproxy' };

/** Where Envoy Gateway and the proxies that it makes run. */
export const envoyNamespace = 'envoy-gateway-system';

/** Envoy Gateway; its chart brings the CRDs of the Gateway API as well. Gateways are `gateways`. */
export function envoyGateway(settings: EnvoyGatewaySettings = {}): Component {
  return {
    name: 'envoy-gateway',
    namespace: envoyNamespace,
    chart: chartAt(chart, settings),
    rendered: settings.rendered ?? false,
    values: (cluster) => mergeValues(ownValues(cluster, settings), settings.values),
    provides: [`crd/${gatewayApiGroup}`, 'crd/gateway.envoyproxy.io', 'gateway-controller/envoy'],
    requires: [],
    health: () => deployments(envoyNamespace, 'envoy-gateway'),
    webhooks: [
      {
        kind: 'MutatingWebhookConfiguration',
        // Source: envoyproxy/gateway, charts/gateway-helm/templates/envoy-proxy-topology-injector-webhook.yaml
        name: `envoy-gateway-topology-injector.${envoyNamespace}`,
        service: 'envoy-gateway',
      },
    ],
    podSecurity: 'baseline',
    traffic: {
      // the proxies stand in the same namespace and forward to whatever a route names
      to: [{ peer: 'kube-apiserver' }, { peer: 'cluster' }, { peer: 'internet', ports: [{ port: 443 }] }],
      from: [{ peer: 'kube-apiserver', ports: [{ port: 9443 }] }, { peer: 'internet' }, { peer: 'cluster' }],
    },
  };
}

// keys: envoyproxy/gateway, charts/gateway-helm/values.tmpl.yaml
function ownValues({ network }: ClusterFacts, { replicas, extensionApis }: EnvoyGatewaySettings): JsonObject {
  return {
    ...(replicas === undefined ? {} : { deployment: { replicas } }),
    ...(extensionApis === undefined ? {} : { config: { envoyGateway: { extensionApis: { ...extensionApis } } } }),
    // the chart assumes cluster.local
    ...(network.dnsDomain === 'cluster.local' ? {} : { kubernetesClusterDomain: network.dnsDomain }),
  };
}
