import {
  apiPorts,
  type ClusterFacts,
  type JsonObject,
  type TrafficPeer,
  type TrafficPort,
  type TrafficRule,
} from '../cluster';
import { clusterDns, dnsPorts, outside } from './network-peers';

/** Whom a network policy is about, and whom it lets them talk to. */
export interface PolicySubject {
  readonly name: string;
  readonly namespace: string;
  /** Labels of the pods. @default - every pod of the namespace */
  readonly pods?: Readonly<Record<string, string>> | undefined;
  readonly to: readonly TrafficRule[];
  readonly from: readonly TrafficRule[];
}

type Direction = 'to' | 'from';

/**
 * NetworkPolicy of Kubernetes, which every CNI that knows policies keeps. It has no word for the API server or the host:
 * both are the addresses of the nodes, so a CNI that hides those behind its own must let them in by itself.
 */
export function kubernetesPolicy(
  cluster: ClusterFacts,
  { name, namespace, pods, to, from }: PolicySubject,
): JsonObject {
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name, namespace },
    spec: {
      podSelector: pods === undefined ? {} : { matchLabels: pods },
      policyTypes: ['Ingress', 'Egress'],
      ingress: [{ from: [{ podSelector: {} }] }, ...from.map((rule) => ruleOf(cluster, 'from', rule))],
      egress: [
        { to: [{ podSelector: {} }] },
        ruleOf(cluster, 'to', { peer: clusterDns, ports: dnsPorts }),
        ...to.map((rule) => ruleOf(cluster, 'to', rule)),
      ],
    },
  };
}

function ruleOf(cluster: ClusterFacts, direction: Direction, { peer, ports }: TrafficRule): JsonObject {
  // the API server answers on one port, which a component need not know
  const own = peer === 'kube-apiserver' && direction === 'to' ? [{ port: apiPorts.kubernetes }] : undefined;
  const known = ports ?? own;
  return { [direction]: peersOf(cluster, direction, peer), ports: known?.map(portOf) };
}

function peersOf(cluster: ClusterFacts, direction: Direction, peer: TrafficPeer): readonly JsonObject[] {
  switch (peer) {
    case 'kube-apiserver':
    case 'host':
      return [{ ipBlock: { cidr: cluster.network.nodes.canonical } }];
    case 'internet':
      return outside(cluster).map(({ cidr, inside, nodes }) => ({
        // what a load balancer hands on can bear the address of its node
        ipBlock: { cidr, except: direction === 'to' ? [...inside, ...nodes] : inside },
      }));
    case 'cluster':
      return [{ namespaceSelector: {} }];
    default:
      return [
        {
          namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': peer.namespace } },
          podSelector: peer.labels === undefined ? undefined : { matchLabels: peer.labels },
        },
      ];
  }
}

function portOf({ port, protocol = 'TCP' }: TrafficPort): JsonObject {
  return { port, protocol };
}
