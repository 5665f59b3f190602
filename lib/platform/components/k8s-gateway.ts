import type { Component, HelmChart, JsonObject } from '../../cluster';
import { chartAt, type ChartSettings } from '../chart-settings';
import { gatewayKinds } from '../gateway-api-release';
import { mergeValues } from '../merge-values';
import { deployments } from '../workload';

/** What names are read from. */
export type K8sGatewayResource = 'Ingress' | 'Service' | 'HTTPRoute' | 'TLSRoute' | 'GRPCRoute';

export interface K8sGatewaySettings extends ChartSettings {
  /** Domain that it answers for. @default 'example.com' */
  readonly domain?: string;
  /** Address of its load balancer, where Cilium hands them out. @default - any */
  readonly address?: string;
  /** Seconds that others may remember its answers. @default 1 */
  readonly ttl?: number;
  /** @default ['HTTPRoute', 'Service'] */
  readonly resources?: readonly K8sGatewayResource[];
}

const chart: HelmChart = { name: 'k8s-gateway', version: '3.2.8', repository: 'oci://ghcr.io/k8s-gateway/charts' };

const routes: readonly string[] = ['HTTPRoute', 'TLSRoute', 'GRPCRoute'] satisfies K8sGatewayResource[];

/** Names of routes and Services for the network around the cluster: a resolver that it forwards the domain to. */
export function k8sGateway(settings: K8sGatewaySettings = {}): Component {
  const { resources = ['HTTPRoute', 'Service'] } = settings;
  const watchedRoutes = resources.filter((kind) => routes.includes(kind));
  return {
    name: chart.name,
    namespace: chart.name,
    chart: chartAt(chart, settings),
    rendered: settings.rendered ?? false,
    values: () => mergeValues(ownValues(settings, resources), settings.values),
    provides: ['dns/k8s-gateway'],
    requires: watchedRoutes.length === 0 ? [] : gatewayKinds('Gateway', ...watchedRoutes),
    health: () => deployments(chart.name, chart.name),
    podSecurity: 'baseline',
    traffic: {
      to: [{ peer: 'kube-apiserver' }],
      // `secure` moves it to a port that needs no capability
      from: [
        { peer: 'internet', ports: ports },
        { peer: 'cluster', ports: ports },
      ],
    },
  };
}

const ports = [{ port: 1053, protocol: 'UDP' as const }, { port: 1053 }];

// keys: k8s-gateway/k8s_gateway, charts/k8s-gateway/values.yaml
function ownValues(settings: K8sGatewaySettings, resources: readonly K8sGatewayResource[]): JsonObject {
  const { domain = 'example.com', ttl = 1, address } = settings;
  return {
    // names that do not change with the name of the release
    fullnameOverride: chart.name,
    domain,
    ttl,
    watchedResources: [...resources],
    service: {
      type: 'LoadBalancer',
      port: 53,
      // Source: Cilium documentation, "LB IPAM", requesting IPs
      annotations: address === undefined ? undefined : { 'lbipam.cilium.io/ips': address },
      externalTrafficPolicy: 'Cluster',
    },
  };
}
