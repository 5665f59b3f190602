import type { ClusterFacts, Component, JsonObject, TrafficPort } from '../../cluster';
import { ciliumPorts, dnsRule } from '../cilium-policy';
import { clusterDns, outside } from '../network-peers';

export interface DefaultDenySettings {
  /** Ports of the world outside that every pod may reach; none closes it. @default - 443 */
  readonly internet?: readonly TrafficPort[];
}

/**
 * What holds for every pod that no other policy names: traffic within the cluster, name resolution, the API server, and
 * HTTPS to the world; nothing comes in from outside. Other policies only add to it.
 */
export function defaultDeny({ internet = [{ port: 443 }] }: DefaultDenySettings = {}): Component {
  return {
    name: 'default-deny',
    namespace: 'kube-system',
    objects: (cluster) => [policy(cluster, internet)],
    provides: ['network-policy/default'],
    requires: ['crd/cilium.io/CiliumClusterwideNetworkPolicy'],
  };
}

function policy(cluster: ClusterFacts, internet: readonly TrafficPort[]): JsonObject {
  return {
    apiVersion: 'cilium.io/v2',
    kind: 'CiliumClusterwideNetworkPolicy',
    metadata: { name: 'default-deny' },
    spec: {
      // the resolver asks resolvers outside, on whatever port they have
      endpointSelector: {
        matchExpressions: Object.entries(clusterDns.labels ?? {}).map(([key, value]) => ({
          key,
          operator: 'NotIn',
          values: [value],
        })),
      },
      ingress: [{ fromEntities: ['cluster'] }],
      egress: [
        { toEntities: ['cluster', 'kube-apiserver'] },
        dnsRule(),
        ...(internet.length === 0
          ? []
          : [{ toCIDR: outside(cluster).map(({ cidr }) => cidr), toPorts: ciliumPorts(internet) }]),
      ],
    },
  };
}
