import type { JsonObject } from '../../cluster';

/** What a Cilium policy lets out, in the order of its rules. */
export interface Egress {
  /** Cilium's names for who may be reached. */
  readonly entities: readonly string[];
  /** TCP ports that may be reached on any address. */
  readonly anywhere: readonly number[];
}

/** The cluster's DNS, by the labels that every distribution keeps. */
export const kubeDns = { 'k8s-app': 'kube-dns' } as const;

/** Egress rules: the entities, the cluster's DNS, and ports on any address. */
export function egressRules({ entities, anywhere }: Egress): readonly JsonObject[] {
  return [
    { toEntities: entities },
    {
      toEndpoints: [{ matchLabels: { 'k8s:io.kubernetes.pod.namespace': 'kube-system', ...kubeDns } }],
      toPorts: [{ ports: ['UDP', 'TCP'].map((protocol) => ({ port: '53', protocol })) }],
    },
    {
      toCIDR: ['0.0.0.0/0'],
      toPorts: [{ ports: anywhere.map((port) => ({ port: String(port), protocol: 'TCP' })) }],
    },
  ];
}

/** HTTPS on the public internet: Hetzner's API, chart repositories, registries. */
export const HTTPS = 443;
