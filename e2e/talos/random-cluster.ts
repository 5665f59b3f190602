import { defineCluster, talos, type Cluster, type ClusterDefinition } from '../../lib/cluster';
import { fixedCluster, managedCluster } from '../../test/support/clusters-capi';
import { asDefinition } from '../machines/definition';
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
  const cluster = fixedCluster({
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
  return random.chance(0.5) ? cluster : withNodeSettings(cluster, random);
}

/** The same with labels and taints on each pool. */
function withNodeSettings(cluster: Cluster, random: Random): Cluster {
  const definition = asDefinition(cluster);
  const machines = definition.machines as Extract<ClusterDefinition['machines'], { kind: 'vsphere' }>;
  const pools = Object.entries(machines.pools).map(([name, pool]) => {
    const labels = Object.fromEntries(
      random.some(['tier', 'example.com/zone', 'node.kubernetes.io/speed']).map((key) => [key, random.pick(['', 'a'])]),
    );
    const taints = random.some(['dedicated', 'example.com/gpu']).map((key) => ({
      key,
      value: random.pick(['', 'yes']),
      effect: random.pick(['NoSchedule', 'PreferNoSchedule', 'NoExecute'] as const),
    }));
    return [name, { ...pool, labels, taints }] as const;
  });
  return defineCluster({ ...definition, machines: { ...machines, pools: Object.fromEntries(pools) } });
}
