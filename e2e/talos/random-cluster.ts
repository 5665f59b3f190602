import { talos, type Cluster } from '../../lib/cluster';
import { fixedCluster, managedCluster } from '../../test/support/clusters-capi';
import type { Random } from './random';

/** Contracts of the matrix, each by one release and a Kubernetes version that it supports. */
export const releases = [
  { talos: 'v1.10.9', kubernetes: 'v1.33.0' },
  { talos: 'v1.11.6', kubernetes: 'v1.34.0' },
  { talos: 'v1.12.2', kubernetes: 'v1.35.0' },
  { talos: 'v1.13.9', kubernetes: 'v1.36.0' },
  { talos: 'v1.14.1', kubernetes: 'v1.36.0' },
];

/** A cluster with random choices of everything that reaches a machine's configuration. */
export function randomCluster(random: Random): Cluster {
  const versions = random.pick(releases);
  if (random.chance(0.5)) {
    return managedCluster({
      ...versions,
      count: random.pick([1, 3]),
      pods: random.pick(['10.10.128.0/17', '10.10.128.0/18']),
      address: random.pick(['203.0.113.27', null]),
      schedulable: random.chance(0.5),
      addons: random.chance(0.5) ? [] : undefined,
    });
  }
  const base = fixedCluster().network;
  return fixedCluster({
    versions,
    ...(random.chance(0.3) && { platform: [] }),
    network: {
      pods: random.pick(['10.244.0.0/16', '10.200.0.0/16']),
      services: base.services.text,
      nodes: base.nodes.text,
      endpoint: { host: random.pick(['api.edge.example.com', '192.0.2.10']), address: '192.0.2.10' },
      nameservers: random.some(['192.0.2.2', '192.0.2.3']),
      ...(random.chance(0.5) && { gateway: '192.0.2.254' }),
    },
    system: talos({
      installDisk: random.pick(['/dev/sda', '/dev/nvme0n1']),
      keepImageLayers: random.chance(0.5),
      hostDns: { forwardKubeDns: random.chance(0.5), resolveMembers: random.chance(0.5) },
      ...(random.chance(0.5) && { apiAccess: { namespaces: ['system'], roles: ['os:admin'] } }),
    }),
    ...(random.chance(0.5) && { oidc: { issuerUrl: 'https://auth.example.com', clientId: 'kubectl' } }),
  });
}
