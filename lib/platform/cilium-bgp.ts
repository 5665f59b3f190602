import type { JsonObject } from '../cluster';

/** A router that the nodes tell their addresses. */
export interface CiliumBgpPeer {
  readonly address: string;
  readonly asn: number;
}

/** BGP of every node: one autonomous system, its routers, and the load balancers that it announces. */
export interface CiliumBgp {
  /** Autonomous system of the nodes. */
  readonly asn: number;
  readonly peers: readonly [CiliumBgpPeer, ...CiliumBgpPeer[]];
  /** Labels of the nodes that speak BGP. @default - every Linux node */
  readonly nodes?: Readonly<Record<string, string>>;
}

const apiVersion = 'cilium.io/v2';
const advertised = { advertise: 'load-balancers' };

/** The three objects by which Cilium speaks BGP. Source: Cilium documentation, "BGP Control Plane Resources" */
export function bgpObjects({ asn, peers, nodes = { 'kubernetes.io/os': 'linux' } }: CiliumBgp): readonly JsonObject[] {
  return [
    {
      apiVersion,
      kind: 'CiliumBGPAdvertisement',
      metadata: { name: 'load-balancers', labels: advertised },
      spec: {
        advertisements: [
          {
            advertisementType: 'Service',
            service: { addresses: ['LoadBalancerIP'] },
            // without a selector no Service is announced; this one matches all
            selector: { matchExpressions: [{ key: 'plinth/not-announced', operator: 'DoesNotExist' }] },
          },
        ],
      },
    },
    {
      apiVersion,
      kind: 'CiliumBGPPeerConfig',
      metadata: { name: 'routers' },
      spec: { families: [{ afi: 'ipv4', safi: 'unicast', advertisements: { matchLabels: advertised } }] },
    },
    {
      apiVersion,
      kind: 'CiliumBGPClusterConfig',
      metadata: { name: 'nodes' },
      spec: {
        nodeSelector: { matchLabels: nodes },
        bgpInstances: [
          {
            name: `instance-${String(asn)}`,
            localASN: asn,
            peers: peers.map((peer, index) => ({
              name: `peer-${String(peer.asn)}-${String(index + 1)}`,
              peerAddress: peer.address,
              peerASN: peer.asn,
              peerConfigRef: { name: 'routers' },
            })),
          },
        ],
      },
    },
  ];
}
