import { Cidr, Ip } from '../address';
import { hetznerLimits } from '../catalogue/hetzner';
import type { Network } from '../network';
import type { Problem } from '../problem';
import { addressLabelProblems } from './address-label';
import { hetznerBalancerAddress, type HetznerMachinesInfrastructure } from './hetzner-machines';
import type { HetznerFirewall } from './hetzner-parts';

/** Ranges that a private network may be part of. Source: Hetzner Cloud API, `POST /networks`. */
const privateRanges = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'].map((text) => Cidr.parse(text));

/** Used by Hetzner itself, for the gateway of public addresses. Source: Hetzner Cloud documentation, "Networks". */
const RESERVED = '172.31.1.1';

/** The pod, service and node networks are parts of the private network: routes lead to the pods of each node. */
export function heldProblems(cidr: Cidr, network: Network): Problem[] {
  const inner = { pods: network.pods, services: network.services, nodes: network.nodes };
  return Object.entries(inner)
    .filter(([, part]) => part.valid && cidr.valid && !cidr.contains(part))
    .map(([name, part]) => ({
      path: `network.${name}`,
      what: `the private network ${cidr.text} does not hold this network`,
      got: part.text,
      allowed: `a part of ${cidr.text}`,
      fix: `choose a part of it, or widen machines.network.cidr`,
    }));
}

/** Rules of the private network, its subnets and the addresses of machines in it. */
export function privateNetworkProblems(machines: HetznerMachinesInfrastructure, network: Network): Problem[] {
  const { cidr, subnets } = machines.network;
  const names = Object.keys(subnets);
  const path = 'machines.network.cidr';
  const members = Object.values(machines.pools).reduce((sum, pool) => sum + Object.keys(pool.machines).length, 1);
  return [
    ...cidrForm(path, cidr),
    ...(cidr.valid && !privateRanges.some((range) => range.contains(cidr))
      ? [
          {
            path,
            what: 'not a private IPv4 network',
            got: cidr.text,
            allowed: `a part of ${privateRanges.map(({ text }) => text).join(', ')}`,
            fix: 'choose a private network',
          },
        ]
      : []),
    ...names.flatMap((name) => subnetProblems(name, machines, network)),
    ...(names.length + 1 > hetznerLimits.subnetsPerNetwork
      ? [
          {
            path: 'machines.network.subnets',
            what: `a network has ${String(hetznerLimits.subnetsPerNetwork)} subnets, that of the nodes counted`,
            got: names.length + 1,
            allowed: `${String(hetznerLimits.subnetsPerNetwork - 1)} beside it`,
            fix: 'merge subnets',
          },
        ]
      : []),
    ...(members > hetznerLimits.networkMembers
      ? [
          {
            path: 'machines.pools',
            what: `a private network holds ${String(hetznerLimits.networkMembers)} members, the load balancer counted`,
            got: members,
            allowed: `${String(hetznerLimits.networkMembers - 1)} servers`,
            fix: 'use larger server types, or a second cluster',
          },
        ]
      : []),
    ...Object.entries(machines.pools).flatMap(([pool, { machines: all }]) =>
      Object.entries(all).flatMap(([key, { address }]) =>
        addressProblems(`machines.pools.${pool}.machines.${key}.address`, address, cidr, network.nodes),
      ),
    ),
    ...balancerProblems(machines, network),
  ];
}

/** Rules of the firewall. */
export function firewallProblems({ apiFrom, allow }: HetznerFirewall): Problem[] {
  const sources = allow.reduce((sum, { from }) => sum + from.length, 2 * apiFrom.length + 2);
  return [
    ...allow.flatMap(({ port, from }, i) => [
      ...portProblems(`machines.firewall.allow.${String(i)}.port`, port),
      ...from.flatMap((cidr, j) => cidrForm(`machines.firewall.allow.${String(i)}.from.${String(j)}`, cidr)),
      ...(from.length > hetznerLimits.firewallSources
        ? [
            tooMany(
              `machines.firewall.allow.${String(i)}.from`,
              'sources of a rule',
              from.length,
              hetznerLimits.firewallSources,
            ),
          ]
        : []),
    ]),
    ...(apiFrom.length > hetznerLimits.firewallSources
      ? [tooMany('machines.firewall.apiFrom', 'sources of a rule', apiFrom.length, hetznerLimits.firewallSources)]
      : []),
    ...(sources > hetznerLimits.firewallRules
      ? [tooMany('machines.firewall', 'rules, each source counted', sources, hetznerLimits.firewallRules)]
      : []),
  ];
}

function tooMany(path: string, what: string, got: number, limit: number): Problem {
  return { path, what: `too many ${what}`, got, allowed: `${String(limit)} at most`, fix: 'merge networks' };
}

function portProblems(path: string, port: number | string): Problem[] {
  const [first = 0, last = first] = String(port).split('-').map(Number);
  const written = /^\d{1,5}(-\d{1,5})?$/.test(String(port));
  if (written && first >= 1 && first <= last && last <= 65535) return [];
  return [
    { path, what: 'not a port', got: port, allowed: 'a port, or a range such as 30000-32767', fix: 'correct it' },
  ];
}

/** Syntax and host bits of one CIDR. */
export function cidrForm(path: string, cidr: Cidr): Problem[] {
  if (cidr.valid && !cidr.hasHostBits) return [];
  return [
    {
      path,
      what: cidr.valid ? 'host bits are set' : 'not a CIDR',
      got: cidr.text,
      allowed: 'a network such as 10.10.0.0/16',
      fix: cidr.valid ? `did you mean ${cidr.canonical}?` : 'write address/prefix',
    },
  ];
}

function subnetProblems(
  name: string,
  { network: { cidr, subnets } }: HetznerMachinesInfrastructure,
  network: Network,
): Problem[] {
  const path = `machines.network.subnets.${name}`;
  const subnet = subnets[name];
  if (subnet === undefined) return [];
  const form = [...addressLabelProblems(path, name), ...cidrForm(path, subnet)];
  if (name === 'nodes')
    form.push({ path, what: 'the name is that of the subnet of the nodes', got: name, fix: 'rename it' });
  if (form.length > 0 || !cidr.valid) return form;
  if (!cidr.contains(subnet))
    return [
      {
        path,
        what: `the private network ${cidr.text} does not hold this subnet`,
        got: subnet.text,
        allowed: `a part of ${cidr.text}`,
        fix: 'choose a part of it, or widen machines.network.cidr',
      },
    ];
  const others: Readonly<Record<string, Cidr>> = {
    'network.nodes': network.nodes,
    // each node gets a route to its part of it
    'network.pods': network.pods,
    ...Object.fromEntries(
      Object.entries(subnets)
        .filter(([other]) => other < name)
        .map(([other, part]) => [`machines.network.subnets.${other}`, part]),
    ),
  };
  return Object.entries(others)
    .filter(([, other]) => other.overlaps(subnet))
    .map(([other, { text }]) => ({
      path,
      what: `overlaps ${other} (${text})`,
      got: subnet.text,
      allowed: 'networks that share no address',
      fix: 'move one of the two',
    }));
}

/** The load balancer has an address among the machines. */
function balancerProblems(machines: HetznerMachinesInfrastructure, network: Network): Problem[] {
  const { nodes } = network;
  const path = 'machines.loadBalancer.address';
  const given = machines.loadBalancer.address;
  if (given !== undefined && (!given.valid || !nodes.contains(given)))
    return [
      {
        path,
        what: 'the load balancer is outside the node network',
        got: given.text,
        allowed: `an address of ${nodes.text}`,
        fix: 'correct it, or network.nodes',
      },
    ];
  if (!nodes.valid) return [];
  const address = Ip.parse(hetznerBalancerAddress(machines, network));
  const holder = Object.entries(machines.pools).flatMap(([pool, { machines: all }]) =>
    Object.entries(all)
      .filter(([, machine]) => machine.address.equals(address))
      .map(([key]) => `machines.pools.${pool}.machines.${key}.address`),
  )[0];
  return [
    ...(given === undefined ? [] : addressProblems(path, given, machines.network.cidr, nodes)),
    ...(holder === undefined
      ? []
      : [
          {
            path: holder,
            what: 'the address is that of the load balancer',
            got: address.text,
            allowed: 'an address of its own',
            fix: 'change it, or machines.loadBalancer.address',
          },
        ]),
  ];
}

/** The addresses that Hetzner keeps. Source: Hetzner Cloud API, "Attach a Server to a Network". */
function addressProblems(path: string, address: Ip, cidr: Cidr, nodes: Cidr): Problem[] {
  if (!address.valid || !cidr.valid || !nodes.valid || !nodes.contains(address)) return [];
  const kept: readonly (readonly [bigint, string])[] = [
    [nodes.first, 'the address of the node network itself'],
    [cidr.first + 1n, 'the gateway of the private network'],
    [nodes.first + 1n, 'the gateway of the node network'],
    [nodes.last, 'the broadcast address of the node network'],
    [Cidr.parse(`${RESERVED}/32`).first, 'an address that Hetzner uses itself'],
  ];
  const taken = kept.find(([value]) => value === address.value);
  if (taken === undefined) return [];
  return [
    {
      path,
      what: taken[1],
      got: address.text,
      allowed: `${nodes.host(2)} and later, but the last of ${nodes.text}`,
      fix: 'choose another',
    },
  ];
}
