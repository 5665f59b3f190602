import type { Cluster } from '../cluster';

/** URL of the Kubernetes API as machine configurations name it: `https://host:port`. */
export function endpointUrl({ network }: Pick<Cluster, 'network'>): string {
  const { host, port } = network.endpoint;
  // an IPv6 address in a URL stands in brackets
  const authority = host.includes(':') ? `[${host}]` : host;
  return `https://${authority}:${String(port)}`;
}
