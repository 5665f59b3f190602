import { z } from 'zod';
import { apiPorts } from './ports/system';
import { cidr, ip } from './values';

export const networkShape = z.strictObject({
  /** Pod network. */
  pods: cidr(),
  /** Service network. */
  services: cidr(),
  /** Network of the nodes' own addresses. */
  nodes: cidr(),
  /** Where clients reach the Kubernetes API. */
  endpoint: z.strictObject({
    /** Host name or address that certificates and kubeconfigs carry. */
    host: z.string().min(1),
    /** Address behind the host, where it is known before the machines exist. */
    address: ip().optional(),
    port: z.int().min(1).max(65535).default(apiPorts.kubernetes),
  }),
  /** Default gateway of the nodes. @default - the first host of `nodes` */
  gateway: ip().optional(),
  /** Resolvers of the nodes. @default - what DHCP hands out */
  nameservers: z.array(ip()).default([]),
  /** DNS domain of services. */
  dnsDomain: z.string().default('cluster.local'),
});

/** Where the cluster's addresses come from. */
export type Network = Readonly<z.output<typeof networkShape>>;

/** URL of the Kubernetes API: `https://host:port`. */
export function endpointUrl({ network: { endpoint } }: { readonly network: Pick<Network, 'endpoint'> }): string {
  const { host, port } = endpoint;
  // an IPv6 address in a URL stands in brackets
  return `https://${host.includes(':') ? `[${host}]` : host}:${String(port)}`;
}
