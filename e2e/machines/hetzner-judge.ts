import {
  apiPorts,
  hetznerArchitecture,
  placeList,
  type Cluster,
  type Hetzner,
  type HetznerFirewall,
  type HetznerMachinesInfrastructure,
} from '../../lib/cluster';
import { sorted, type FoundProject, type FoundRule, type FoundServer } from './hetzner-project';

type Machine = Cluster['pools'][number]['machines'][number];

const apiArchitecture = { amd64: 'x86', arm64: 'arm' } as const;

/** What the API must hold after apply, read from the definition alone. */
export function expectedProject(cluster: Cluster): FoundProject {
  const { machines } = cluster;
  if (machines.kind === 'hetzner') return expectedFoundation(cluster, machines);
  if (machines.kind === 'hetzner-machines') return expectedServers(cluster, machines);
  throw new Error(`no Hetzner cluster, got ${machines.kind}; choose another`);
}

/** Servers as Cluster API makes them stand there already; Terraform adds the firewall around them. */
function expectedFoundation(cluster: Cluster, machines: Hetzner): FoundProject {
  return {
    servers: sorted(managedServers(cluster, machines).map((server) => ({ ...server, firewalls: [cluster.name] }))),
    apart: [],
    networks: [{ name: cluster.name, range: machines.network.cidr.text, subnets: [cluster.network.nodes.text] }],
    firewalls: [{ name: cluster.name, rules: expectedRules(machines.firewall) }],
    loadBalancers: [],
    records: [],
  };
}

/** As many servers as the definition counts, under the label that Cluster API's provider gives them. */
export function managedServers(cluster: Cluster, machines: Hetzner): readonly FoundServer[] {
  return cluster.pools.flatMap(({ name, count }) => {
    const { type, location } = machines.pools[name]!;
    return Array.from({ length: count }, (_, index) => ({
      name: `${cluster.name}-${name}-${String(index + 1)}`,
      type,
      location: placeList(location)[index % placeList(location).length] ?? '',
      architecture: apiArchitecture[hetznerArchitecture(type)],
      running: true,
      labels: { [`caph-cluster-${cluster.name}`]: 'owned' },
      privateAddresses: [],
      publicAddresses: [],
      volumes: [],
      firewalls: [],
      sshKeys: [],
    }));
  });
}

function expectedServers(cluster: Cluster, machines: HetznerMachinesInfrastructure): FoundProject {
  const { network } = cluster;
  const controlPlane = cluster.pools.filter(({ role }) => role === 'control-plane').flatMap((pool) => pool.machines);
  const subnets = [network.nodes, ...Object.values(machines.network.subnets)].map(({ text }) => text).sort();
  const balanced = {
    name: cluster.name,
    type: machines.loadBalancer.type,
    network: cluster.name,
    ports: sorted([
      [network.endpoint.port, apiPorts.kubernetes],
      [apiPorts.talos, apiPorts.talos],
    ] as const),
    servers: controlPlane.map(({ name }) => name).sort(),
  };
  const record = { name: network.endpoint.host.replace(`.${machines.dns?.zone ?? ''}`, ''), values: 1 };
  return {
    servers: sorted(
      cluster.pools.flatMap((pool) => pool.machines.map((machine) => expectedServer(cluster, machines, machine))),
    ),
    apart: sorted(cluster.pools.flatMap((pool) => expectedApart(pool, machines.pools[pool.name]!))),
    networks: [{ name: cluster.name, range: machines.network.cidr.text, subnets }],
    firewalls: [{ name: cluster.name, rules: expectedRules(machines.firewall) }],
    loadBalancers: [balanced],
    records:
      machines.dns === undefined
        ? []
        : sorted(['A', 'AAAA'].map((type) => ({ name: record.name, type, values: record.values }))),
  };
}

function expectedServer(cluster: Cluster, machines: HetznerMachinesInfrastructure, machine: Machine): FoundServer {
  const pool = machines.pools[machine.pool]!;
  const { ipv4, ipv6 } = pool.publicNetwork;
  const addresses = [...(ipv4 ? ['ipv4'] : []), ...(ipv6 ? ['ipv6'] : [])];
  return {
    name: machine.name,
    type: pool.type,
    location: pool.machines[machine.key]!.location ?? pool.location ?? '',
    architecture: apiArchitecture[hetznerArchitecture(pool.type)],
    running: true,
    labels: { cluster: cluster.name, group: cluster.group, pool: machine.pool, role: machine.role },
    privateAddresses: [{ network: cluster.name, ip: machine.address?.text ?? '' }],
    publicAddresses: addresses.map((type) => ({ type, kept: pool.primaryIps })),
    volumes: Object.entries(pool.volumes).map(([name, { size, format }]) => ({
      name: `${machine.name}-${name}`,
      size: size.gibibytes,
      format: format ?? null,
    })),
    firewalls: [cluster.name],
    sshKeys: machines.sshKeys,
  };
}

/** Members of a spread pool by tens of their keys. */
function expectedApart(
  { machines, role }: Cluster['pools'][number],
  { spread = role === 'control-plane' }: HetznerMachinesInfrastructure['pools'][string],
): string[][] {
  if (!spread) return [];
  const groups = new Set(machines.map(groupOf));
  return [...groups].map((group) =>
    machines
      .filter((each) => groupOf(each) === group)
      .map(({ name }) => name)
      .sort(),
  );
}

function groupOf({ key }: Machine): number {
  return Math.ceil(Number(key) / 10);
}

function expectedRules({ apiFrom, allow }: HetznerFirewall): readonly FoundRule[] {
  const api = apiFrom.map(({ text }) => text);
  const tcp = (port: number) =>
    ({ direction: 'in', protocol: 'tcp', port: String(port), source_ips: [...api].sort() }) as const;
  return sorted([
    ...(api.length === 0 ? [] : [tcp(apiPorts.kubernetes), tcp(apiPorts.talos)]),
    { direction: 'in', protocol: 'icmp', port: null, source_ips: ['0.0.0.0/0', '::/0'] },
    ...allow.map(({ port, protocol, from }) => ({
      direction: 'in' as const,
      protocol,
      port: String(port),
      source_ips: from.map(({ text }) => text).sort(),
    })),
  ]);
}
