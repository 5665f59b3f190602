import { defineCluster, GiB, hetzner, type Cluster, type ClusterDefinition } from '../../lib/cluster';
import reference from '../../clusters/hetzner-capi';
import { asDefinition } from './definition';

type Servers = Extract<ClusterDefinition['machines'], { kind: 'hetzner-machines' }>;
type Managed = Extract<ClusterDefinition['machines'], { kind: 'hetzner' }>;
export type HetznerPools = Servers['pools'];

export { default as hetznerReference } from '../../clusters/hetzner-capi';

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

/** So many servers of one pool, the first at an address of the node network. */
function listed(first: number, count: number): HetznerPools[string]['machines'] {
  return Object.fromEntries(
    numbers(count).map((number) => [String(number), { address: `10.10.64.${String(first + number)}` }]),
  );
}

/** The reference with more servers, of which Cluster API makes all. */
export function largeManaged(nodes: number): Cluster {
  const definition = asDefinition(reference);
  const machines = definition.machines as Managed;
  const others = reference.pools.reduce((sum, { count }) => sum + count, 0);
  const many = hetzner.worker({ count: nodes - others, type: 'cx33', location: 'nbg1' });
  return defineCluster({
    ...definition,
    name: 'managed-large',
    machines: { ...machines, pools: { ...machines.pools, many } },
  });
}

/** The reference, its servers made by Terraform: a control plane in three locations, and what `more` adds. */
function servers(name: string, more: Partial<Omit<Servers, 'kind'>>): Cluster {
  const { machines, ...definition } = asDefinition(reference);
  const { network } = machines as Managed;
  const locations = ['nbg1', 'fsn1', 'hel1'];
  const members = Object.entries(listed(10, 3)).map(
    ([key, machine], index) => [key, { ...machine, location: locations[index] ?? '' }] as const,
  );
  const controlplane = hetzner.controlPlane({ type: 'cx33', machines: Object.fromEntries(members) });
  const { pools, ...settings } = more;
  return defineCluster({
    ...definition,
    name,
    // what Cluster API installs is Terraform's no longer
    platform: [],
    machines: hetzner({ network, ...settings, pools: { controlplane, ...pools } }),
  });
}

/** Servers until there are so many nodes: more than one placement group holds, spread over as many as it takes. */
export function largeHetzner(nodes: number): Cluster {
  const many = hetzner.worker({ type: 'cx23', location: 'fsn1', spread: true, machines: listed(20, nodes - 3) });
  return servers('large', { pools: { many } });
}

/** Five pools of two workers beside the control plane; `change` may drop or rename some. */
export function fiveHetznerPools(change: (workers: HetznerPools) => HetznerPools = (workers) => workers): Cluster {
  const workers = numbers(5).map((number) => {
    const machines = listed(10 + number * 10, 2);
    return [
      `workers-${String(number)}`,
      hetzner.worker({ type: 'cx23', location: 'fsn1', spread: true, machines }),
    ] as const;
  });
  return servers('pools', { pools: change(Object.fromEntries(workers)) });
}

/** Everything else: addresses that stay, volumes, arm64, servers without public addresses, a DNS record, an SSH key. */
export function wholeHetzner(): Cluster {
  return servers('whole', {
    dns: { zone: 'cluster.example.com' },
    sshKeys: ['administrators'],
    pools: {
      arm: hetzner.worker({ type: 'cax21', location: 'nbg1', machines: listed(20, 1) }),
      inside: hetzner.worker({
        type: 'cx23',
        location: 'fsn1',
        publicNetwork: { ipv4: false, ipv6: false },
        machines: listed(30, 2),
      }),
      kept: hetzner.worker({
        type: 'cx43',
        location: 'hel1',
        primaryIps: true,
        volumes: { data: { size: GiB(50), format: 'xfs' } },
        machines: listed(40, 1),
      }),
    },
  });
}
