import type { Component, JsonObject } from '../../cluster';
import { bgpObjects, type CiliumBgp } from '../cilium-bgp';

/** Addresses that load balancers may have: a network, or a range from its first to its last. */
export type CiliumAddressBlock = { readonly cidr: string } | { readonly start: string; readonly stop: string };

export interface CiliumAddressPool {
  readonly blocks: readonly [CiliumAddressBlock, ...CiliumAddressBlock[]];
  /** Whether the first and last address of a network serve as well. @default - Cilium's own, true */
  readonly firstAndLast?: boolean;
  /** Labels of the Services that the pool is for. @default - every Service */
  readonly services?: Readonly<Record<string, string>>;
}

/** Which nodes answer ARP, on which interfaces. */
export interface CiliumL2Policy {
  /** Regular expressions of interface names, e.g. `^eth[0-9]+`. @default - every interface */
  readonly interfaces?: readonly string[];
  /** Labels of the nodes that answer. @default - every node */
  readonly nodes?: Readonly<Record<string, string>>;
  /** Labels of the Services that they answer for. @default - every Service */
  readonly services?: Readonly<Record<string, string>>;
  /** Answer for `externalIPs` of Services too. @default false */
  readonly externalIps?: boolean;
}

export interface CiliumNetworksSettings {
  /** Addresses of load balancers, by the name of their pool. @default - none */
  readonly pools?: Readonly<Record<string, CiliumAddressPool>>;
  /** Announcements on the local network, by the name of their policy; `cilium({ l2Announcements: true })` makes them. @default - none */
  readonly l2?: Readonly<Record<string, CiliumL2Policy>>;
  /** Announcements by BGP; `cilium({ bgp: true })` makes them. @default - none */
  readonly bgp?: CiliumBgp;
}

/** Addresses of load balancers and how the network learns of them: what Cilium reads, apart from Cilium itself. */
export function ciliumNetworks(settings: CiliumNetworksSettings = {}): Component {
  return {
    name: 'cilium-networks',
    namespace: 'kube-system',
    objects: () => [
      ...inNameOrder(settings.pools).map(([name, pool]) => addressPool(name, pool)),
      ...inNameOrder(settings.l2).map(([name, policy]) => l2Policy(name, policy)),
      ...(settings.bgp === undefined ? [] : bgpObjects(settings.bgp)),
    ],
    provides: settings.pools === undefined ? [] : ['load-balancer-addresses'],
    requires: ['crd/cilium.io'],
  };
}

function addressPool(name: string, { blocks, firstAndLast, services }: CiliumAddressPool): JsonObject {
  return {
    // v2 since Cilium 1.18; v2alpha1 is deprecated
    apiVersion: 'cilium.io/v2',
    kind: 'CiliumLoadBalancerIPPool',
    metadata: { name },
    spec: {
      blocks: blocks.map((block) => ({ ...block })),
      allowFirstLastIPs: firstAndLast === undefined ? undefined : firstAndLast ? 'Yes' : 'No',
      serviceSelector: selector(services),
    },
  };
}

function l2Policy(name: string, { interfaces, nodes, services, externalIps }: CiliumL2Policy): JsonObject {
  return {
    apiVersion: 'cilium.io/v2alpha1',
    kind: 'CiliumL2AnnouncementPolicy',
    metadata: { name },
    spec: {
      interfaces,
      loadBalancerIPs: true,
      externalIPs: externalIps === true ? true : undefined,
      nodeSelector: selector(nodes),
      serviceSelector: selector(services),
    },
  };
}

function selector(labels: Readonly<Record<string, string>> | undefined): JsonObject | undefined {
  return labels === undefined ? undefined : { matchLabels: labels };
}

function inNameOrder<Value>(record: Readonly<Record<string, Value>> = {}): readonly (readonly [string, Value])[] {
  return Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
}
