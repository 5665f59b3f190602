/** A port of a protocol, or of TCP where none is said. */
export interface TrafficPort {
  readonly port: number;
  /** @default 'TCP' */
  readonly protocol?: 'TCP' | 'UDP';
}

/** Pods by namespace and labels. */
export interface PodPeer {
  readonly namespace: string;
  /** @default - every pod of the namespace */
  readonly labels?: Readonly<Record<string, string>>;
}

/** Whom a component's pods talk to; `host` is the kubelet of their own node, `cluster` every pod. */
export type TrafficPeer = 'kube-apiserver' | 'internet' | 'cluster' | 'host' | PodPeer;

/** Traffic with one peer. */
export interface TrafficRule {
  readonly peer: TrafficPeer;
  /** @default - every port */
  readonly ports?: readonly TrafficPort[];
}

/** Who a component's pods talk to; name resolution and their own namespace are always allowed. */
export interface Traffic {
  /** @default - nobody else */
  readonly to?: readonly TrafficRule[];
  /** @default - nobody else */
  readonly from?: readonly TrafficRule[];
}
