import type { Cidr, Ip } from '../address';
import type { Problem } from '../problem';
import { rule } from './rule';

const CIDR_FORM = 'a network such as 10.244.0.0/16';
const IP_FORM = 'an address such as 192.0.2.10';

/** Syntax and host bits of one CIDR. */
function cidrProblems(path: string, cidr: Cidr): Problem[] {
  if (!cidr.valid)
    return [{ path, what: 'not a CIDR', got: cidr.text, allowed: CIDR_FORM, fix: 'write address/prefix' }];
  if (cidr.hasHostBits)
    return [
      {
        path,
        what: 'host bits are set',
        got: cidr.text,
        allowed: 'a network address',
        fix: `did you mean ${cidr.canonical}?`,
      },
    ];
  return [];
}

function ipProblems(path: string, address: Ip | undefined): Problem[] {
  if (address === undefined || address.valid) return [];
  return [
    {
      path,
      what: 'not an IP address',
      got: address.text,
      allowed: IP_FORM,
      fix: 'write one address, without a prefix',
    },
  ];
}

function inside(path: string, what: string, address: Ip | undefined, nodes: Cidr): Problem[] {
  if (address === undefined || !address.valid || !nodes.valid || nodes.contains(address)) return [];
  return [
    {
      path,
      what: `${what} is outside the node network`,
      got: address.text,
      allowed: `an address of ${nodes.text}`,
      fix: 'correct it, or network.nodes',
    },
  ];
}

export const network = [
  rule(['network'], ({ network: net }) => [
    ...cidrProblems('network.pods', net.pods),
    ...cidrProblems('network.services', net.services),
    ...cidrProblems('network.nodes', net.nodes),
    ...ipProblems('network.endpoint.address', net.endpoint.address),
    ...ipProblems('network.gateway', net.gateway),
    ...net.nameservers.flatMap((server, i) => ipProblems(`network.nameservers.${String(i)}`, server)),
    ...inside('network.gateway', 'the gateway', net.gateway, net.nodes),
  ]),
  rule(['network'], ({ network: net }) => {
    const pairs = [
      ['pods', 'services'],
      ['pods', 'nodes'],
      ['services', 'nodes'],
    ] as const;
    return pairs
      .filter(([a, b]) => net[a].overlaps(net[b]))
      .map(([a, b]) => ({
        path: `network.${a}`,
        what: `overlaps network.${b} (${net[b].text})`,
        got: net[a].text,
        allowed: 'networks that share no address',
        fix: 'move one of the two',
      }));
  }),
  rule(['network'], ({ network: { endpoint } }) =>
    /^[a-z]+:\/\/|:\d+$|\//.test(endpoint.host)
      ? [
          {
            path: 'network.endpoint.host',
            what: 'not a host',
            got: endpoint.host,
            allowed: 'a host name or an address, without scheme, port and path',
            fix: 'write the host alone; the port has its own field',
          },
        ]
      : [],
  ),
  rule(['machines'], ({ machines }) => {
    if (machines.kind !== 'hetzner') return [];
    return [
      ...cidrProblems('machines.network.cidr', machines.network.cidr),
      ...machines.firewall.apiFrom.flatMap((cidr, i) => cidrProblems(`machines.firewall.apiFrom.${String(i)}`, cidr)),
    ];
  }),
  rule(['network', 'pools'], ({ network: net, pools }) =>
    pools.flatMap((pool) =>
      pool.machines.flatMap((machine) => {
        const path = `machines.pools.${pool.name}.machines.${machine.key}.address`;
        return [
          ...ipProblems(path, machine.address),
          ...inside(path, `the address of ${machine.name}`, machine.address, net.nodes),
        ];
      }),
    ),
  ),
];
