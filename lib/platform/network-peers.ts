import type { Cidr, ClusterFacts, PodPeer } from '../cluster';

/** The resolver that every pod asks: the pods behind Service `kube-dns`, whoever installs them. */
export const clusterDns: PodPeer = { namespace: 'kube-system', labels: { 'k8s-app': 'kube-dns' } };

/** Ports of name resolution. */
export const dnsPorts = [{ port: 53, protocol: 'UDP' as const }, { port: 53 }];

/** All addresses of one family, and the cluster's own among them. */
export interface OutsideBlock {
  readonly cidr: string;
  /** Networks of pods and Services. */
  readonly inside: readonly string[];
  /** Network of the nodes. */
  readonly nodes: readonly string[];
}

/** The world as blocks of addresses: one for each family that the cluster has addresses of. */
export function outside({ network: { pods, services, nodes } }: ClusterFacts): readonly OutsideBlock[] {
  return ([4, 6] as const)
    .filter((family) => [pods, services, nodes].some((cidr) => cidr.family === family))
    .map((family) => {
      const own = (cidrs: readonly Cidr[]) =>
        cidrs.filter((cidr) => cidr.family === family).map(({ canonical }) => canonical);
      return { cidr: family === 4 ? '0.0.0.0/0' : '::/0', inside: own([pods, services]), nodes: own([nodes]) };
    });
}
