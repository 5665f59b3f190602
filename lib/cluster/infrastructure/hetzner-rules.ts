import { nearest } from '../nearest';
import type { Network } from '../network';
import type { Problem } from '../problem';
import { hetznerLocations, type Hetzner, type HetznerPool } from './hetzner';
import { largestSize, placeList } from './managed-pool';
import { managedPoolProblems } from './managed-pool-rules';

/** Servers that one placement group holds at most. Source: Hetzner Cloud documentation, "Placement groups". */
const PLACEMENT_GROUP = 10;

/** Rules of Hetzner alone. */
export function checkHetzner(machines: Hetzner, network: Network): Problem[] {
  return [
    ...zoneProblems(machines),
    ...Object.entries(machines.pools).flatMap(([name, pool]) => [
      ...locationProblems(`machines.pools.${name}`, pool, machines.network.zone),
      ...spreadProblems(`machines.pools.${name}`, pool),
    ]),
    ...managedPoolProblems(machines.pools),
    ...networkProblems(machines, network),
  ];
}

const zones = [...new Set(Object.values(hetznerLocations))];
const locations = Object.keys(hetznerLocations);

function zoneProblems({ network: { zone } }: Hetzner): Problem[] {
  if (zones.includes(zone)) return [];
  return [
    {
      path: 'machines.network.zone',
      what: 'unknown network zone',
      got: zone,
      allowed: zones.join(', '),
      fix: `did you mean ${nearest(zone, zones)}?`,
    },
  ];
}

function locationProblems(at: string, pool: HetznerPool, networkZone: string): Problem[] {
  return placeList(pool.location).flatMap((location, i, all): Problem[] => {
    const zone = hetznerLocations[location];
    const path = `${at}.location`;
    if (zone === undefined)
      return [
        {
          path,
          what: 'unknown location',
          got: location,
          allowed: locations.join(', '),
          fix: `did you mean ${nearest(location, locations)}?`,
        },
      ];
    if (all.indexOf(location) < i)
      return [{ path, what: 'the location is listed twice', got: location, fix: 'remove one' }];
    if (zone === networkZone || !zones.includes(networkZone)) return [];
    return [
      {
        path,
        what: `the location is in zone ${zone}, the network in ${networkZone}`,
        got: location,
        allowed: locations.filter((l) => hetznerLocations[l] === networkZone).join(', '),
        fix: 'choose a location of the network zone, or move the network',
      },
    ];
  });
}

function spreadProblems(at: string, pool: HetznerPool): Problem[] {
  if (pool.role !== 'worker' || !pool.spread || largestSize(pool) <= PLACEMENT_GROUP) return [];
  return [
    {
      path: `${at}.spread`,
      what: `a placement group holds ${String(PLACEMENT_GROUP)} servers, a rollout counted`,
      got: largestSize(pool),
      allowed: `${String(PLACEMENT_GROUP)} servers at most`,
      fix: 'make the pool smaller, split it in two, or leave spread out',
    },
  ];
}

function networkProblems(machines: Hetzner, network: Network): Problem[] {
  const inner = { pods: network.pods, services: network.services, nodes: network.nodes };
  const { cidr } = machines.network;
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
