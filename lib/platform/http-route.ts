import type { JsonObject } from '../cluster';

/** A Gateway by name; Envoy Gateway's and Cilium's look the same from here. */
export interface GatewayReference {
  readonly name: string;
  /** @default - the namespace of the route */
  readonly namespace?: string;
  /** Name of its listener. @default - every listener that lets the route in */
  readonly listener?: string;
}

/** How a component that has a web page, or an API, is reached from outside. */
export interface Exposure {
  readonly gateway: GatewayReference;
  /** Host names, e.g. `grafana.example.com`. */
  readonly hosts: readonly [string, ...string[]];
}

/** A Service that a route leads to. */
export interface RouteBackend {
  readonly service: string;
  readonly port: number;
}

/** HTTPRoute of Gateway API v1, standard channel: all paths of the hosts lead to one Service of its namespace. */
export function httpRoute(
  name: string,
  namespace: string,
  { gateway, hosts }: Exposure,
  { service, port }: RouteBackend,
): JsonObject {
  return {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'HTTPRoute',
    metadata: { name, namespace },
    spec: {
      parentRefs: [{ name: gateway.name, namespace: gateway.namespace, sectionName: gateway.listener }],
      hostnames: [...hosts],
      rules: [{ backendRefs: [{ name: service, port }] }],
    },
  };
}
