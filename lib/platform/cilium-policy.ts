import type { JsonObject, PodPeer, TrafficPort, TrafficRule } from '../cluster';
import type { PolicySubject } from './kubernetes-policy';
import { clusterDns, dnsPorts } from './network-peers';

type Direction = 'to' | 'from';

/** CiliumNetworkPolicy, which knows the API server, the node and the world by name. */
export function ciliumPolicy({ name, namespace, pods, to, from }: PolicySubject): JsonObject {
  return {
    apiVersion: 'cilium.io/v2',
    kind: 'CiliumNetworkPolicy',
    metadata: { name, namespace },
    spec: {
      endpointSelector: pods === undefined ? {} : { matchLabels: pods },
      ingress: [{ fromEndpoints: [{}] }, ...from.map((rule) => ciliumRule('from', rule))],
      // an empty selector means the policy's own namespace
      egress: [{ toEndpoints: [{}] }, dnsRule(), ...to.map((rule) => ciliumRule('to', rule))],
    },
  };
}

/** Name resolution, for a policy of Cilium. */
export function dnsRule(): JsonObject {
  return ciliumRule('to', { peer: clusterDns, ports: dnsPorts });
}

/** Ports as Cilium writes them; every port where none are said. */
export function ciliumPorts(ports: readonly TrafficPort[] | undefined): readonly JsonObject[] | undefined {
  return ports === undefined ? undefined : [{ ports: ports.map(portOf) }];
}

function ciliumRule(direction: Direction, { peer, ports }: TrafficRule): JsonObject {
  const toPorts = ciliumPorts(ports);
  if (typeof peer !== 'string') return { [`${direction}Endpoints`]: [endpoints(peer)], toPorts };
  return { [`${direction}Entities`]: entities(direction, peer), toPorts };
}

function entities(direction: Direction, peer: Exclude<TrafficRule['peer'], PodPeer>): readonly string[] {
  switch (peer) {
    case 'internet':
      // a load balancer without direct return hands on what it got under the address of its node
      return direction === 'to' ? ['world'] : ['world', 'remote-node'];
    case 'host':
      // a pod calls nodes by their addresses and does not know which of them is its own
      return direction === 'to' ? ['host', 'remote-node'] : ['host'];
    default:
      return [peer];
  }
}

function endpoints({ namespace, labels }: PodPeer): JsonObject {
  return { matchLabels: { 'k8s:io.kubernetes.pod.namespace': namespace, ...labels } };
}

function portOf({ port, protocol = 'TCP' }: TrafficPort): JsonObject {
  return { port: String(port), protocol };
}
