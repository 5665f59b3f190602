import { hetznerLimits, hetznerLoadBalancers } from '../catalogue/hetzner';
import type { Network } from '../network';
import type { Problem } from '../problem';
import { hetznerLocation, type HetznerMachinesInfrastructure, type HetznerServerPool } from './hetzner-machines';
import { sameNameProblems, addressLabelProblems } from './address-label';
import { imageProblems } from './hetzner-image-rules';
import { firewallProblems, heldProblems, privateNetworkProblems } from './hetzner-network-rules';
import { placementProblems } from './hetzner-placement-rules';
import { deprecationWarnings, locationProblems, saleProblems, typeProblems, zoneProblems } from './hetzner-types';
import { listedPoolProblems } from './listed-machines';
import { stateProblems } from './terraform-state-rules';
import { wholeGibibytes } from './whole-gibibytes';

/** Rules of Hetzner servers that the definition lists. */
export function checkHetznerMachines(machines: HetznerMachinesInfrastructure, network: Network): Problem[] {
  const { zone } = machines.network;
  return [
    ...zoneProblems('machines.network.zone', zone),
    ...listedPoolProblems(machines.pools),
    ...Object.entries(machines.pools).flatMap(([name, pool]) => [
      ...typeProblems(`machines.pools.${name}.type`, pool.type),
      ...placeProblems(`machines.pools.${name}`, pool, zone),
      ...addressingProblems(`machines.pools.${name}`, pool),
      ...volumeProblems(`machines.pools.${name}.volumes`, pool),
    ]),
    ...volumeNameProblems(machines),
    ...placementProblems(machines),
    ...loadBalancerProblems(machines),
    ...heldProblems(machines.network.cidr, network),
    ...privateNetworkProblems(machines, network),
    ...firewallProblems(machines.firewall),
    ...machines.firewall.apiFrom.flatMap((cidr, i) =>
      cidr.valid
        ? []
        : [
            {
              path: `machines.firewall.apiFrom.${String(i)}`,
              what: 'not a CIDR',
              got: cidr.text,
              fix: 'write address/prefix',
            },
          ],
    ),
    ...imageProblems(machines),
    ...dnsProblems(machines, network),
    ...stateProblems(machines.state),
  ];
}

/** What is right today and will not stay so. */
export function hetznerMachinesWarnings(machines: HetznerMachinesInfrastructure): Problem[] {
  return Object.entries(machines.pools).flatMap(([name, pool]) =>
    locationsOf(pool).flatMap((location) => deprecationWarnings(`machines.pools.${name}.type`, pool.type, location)),
  );
}

/** Where machines of a pool stand, each place once. */
function locationsOf(pool: HetznerServerPool): string[] {
  const all = Object.keys(pool.machines).flatMap((key) => hetznerLocation(pool, key) ?? []);
  return [...new Set(all)].sort();
}

function placeProblems(at: string, pool: HetznerServerPool, zone: string): Problem[] {
  const own = Object.entries(pool.machines);
  return [
    ...(pool.location === undefined ? [] : locationProblems(`${at}.location`, pool.location, zone)),
    ...own.flatMap(([key, { location }]) =>
      location === undefined ? [] : locationProblems(`${at}.machines.${key}.location`, location, zone),
    ),
    ...own
      .filter(([key]) => hetznerLocation(pool, key) === undefined)
      .map(([key]) => ({
        path: `${at}.machines.${key}.location`,
        what: 'nothing says where the machine stands',
        allowed: 'a location of the machine, or of its pool',
        fix: 'add one',
      })),
    ...locationsOf(pool)
      .filter((location) => locationProblems(at, location, zone).length === 0)
      .flatMap((location) => saleProblems(`${at}.type`, pool.type, location)),
  ];
}

function addressingProblems(at: string, { primaryIps, publicNetwork: { ipv4, ipv6 } }: HetznerServerPool): Problem[] {
  if (!primaryIps || ipv4 || ipv6) return [];
  return [
    {
      path: `${at}.primaryIps`,
      what: 'public addresses to keep, and none to have',
      got: true,
      fix: 'remove it, or turn publicNetwork.ipv4 or publicNetwork.ipv6 on',
    },
  ];
}

function volumeProblems(at: string, { volumes }: HetznerServerPool): Problem[] {
  const { min, max, perServer } = hetznerLimits.volume;
  const names = Object.keys(volumes);
  return [
    ...names.flatMap((name) => addressLabelProblems(`${at}.${name}`, name)),
    ...Object.entries(volumes).flatMap(([name, { size }]) => {
      const path = `${at}.${name}.size`;
      const whole = wholeGibibytes(path, size);
      if (whole.length > 0 || (size.gibibytes >= min && size.gibibytes <= max)) return whole;
      return [
        {
          path,
          what: 'Hetzner has no volume of this size',
          got: size.toQuantity(),
          allowed: `${String(min)}Gi to ${String(max)}Gi`,
          fix: 'choose a size within the limits',
        },
      ];
    }),
    ...(names.length > perServer
      ? [
          {
            path: at,
            what: 'too many volumes for one server',
            got: names.length,
            allowed: `${String(perServer)} at most`,
            fix: 'merge volumes',
          },
        ]
      : []),
  ];
}

/** A volume has the name of its machine, and its own. */
function volumeNameProblems({ pools }: HetznerMachinesInfrastructure): Problem[] {
  return sameNameProblems(
    'volume',
    Object.entries(pools).flatMap(([pool, { machines, volumes }]) =>
      Object.keys(machines).flatMap((key) =>
        Object.keys(volumes).map((volume) => ({
          path: `machines.pools.${pool}.volumes.${volume}`,
          name: `${pool}-${key}-${volume}`,
        })),
      ),
    ),
  );
}

function loadBalancerProblems({ loadBalancer, network, pools }: HetznerMachinesInfrastructure): Problem[] {
  const { targets } = hetznerLoadBalancers[loadBalancer.type];
  const members = Object.values(pools)
    .filter(({ role }) => role === 'control-plane')
    .reduce((sum, { machines }) => sum + Object.keys(machines).length, 0);
  return [
    ...(loadBalancer.location === undefined
      ? []
      : locationProblems('machines.loadBalancer.location', loadBalancer.location, network.zone)),
    ...(members > targets
      ? [
          {
            path: 'machines.loadBalancer.type',
            what: `the load balancer has ${String(targets)} targets at most`,
            got: members,
            allowed: `${String(targets)} control plane machines`,
            fix: 'choose a larger type',
          },
        ]
      : []),
  ];
}

function dnsProblems({ dns }: HetznerMachinesInfrastructure, { endpoint: { host } }: Network): Problem[] {
  if (dns === undefined || host === dns.zone || host.endsWith(`.${dns.zone}`)) return [];
  return [
    {
      path: 'machines.dns.zone',
      what: `the endpoint ${host} is not in this zone`,
      got: dns.zone,
      allowed: 'a zone that the name of network.endpoint.host ends with',
      fix: 'correct one of the two',
    },
  ];
}
