import { hetznerLimits } from '../catalogue/hetzner';
import type { Network } from '../network';
import type { Problem } from '../problem';
import type { Hetzner, HetznerPool } from './hetzner';
import { firewallProblems, heldProblems } from './hetzner-network-rules';
import { deprecationWarnings, locationProblems, saleProblems, typeProblems, zoneProblems } from './hetzner-types';
import { largestSize, placeList } from './managed-pool';
import { managedPoolProblems } from './managed-pool-rules';
import { stateProblems } from './terraform-state-rules';

/** Rules of Hetzner servers that Cluster API makes. */
export function checkHetzner(machines: Hetzner, network: Network): Problem[] {
  return [
    ...zoneProblems('machines.network.zone', machines.network.zone),
    ...Object.entries(machines.pools).flatMap(([name, pool]) => [
      ...placeProblems(`machines.pools.${name}`, pool, machines.network.zone),
      ...spreadProblems(`machines.pools.${name}`, pool),
    ]),
    ...managedPoolProblems(machines.pools),
    ...heldProblems(machines.network.cidr, network),
    ...firewallProblems(machines.firewall),
    ...stateProblems(machines.state),
  ];
}

/** What is right today and will not stay so. */
export function hetznerWarnings(machines: Hetzner): Problem[] {
  return Object.entries(machines.pools).flatMap(([name, { type, location }]) =>
    placeList(location).flatMap((place) => deprecationWarnings(`machines.pools.${name}.type`, type, place)),
  );
}

function placeProblems(at: string, pool: HetznerPool, networkZone: string): Problem[] {
  return [
    ...typeProblems(`${at}.type`, pool.type),
    ...placeList(pool.location).flatMap((location, i, all): Problem[] => {
      const path = `${at}.location`;
      if (all.indexOf(location) < i)
        return [{ path, what: 'the location is listed twice', got: location, fix: 'remove one' }];
      const wrong = locationProblems(path, location, networkZone);
      return wrong.length > 0 ? wrong : saleProblems(`${at}.type`, pool.type, location);
    }),
  ];
}

function spreadProblems(at: string, pool: HetznerPool): Problem[] {
  const { placementGroup: limit } = hetznerLimits;
  if (pool.role !== 'worker' || !pool.spread || largestSize(pool) <= limit) return [];
  return [
    {
      path: `${at}.spread`,
      what: `a placement group holds ${String(limit)} servers, a rollout counted`,
      got: largestSize(pool),
      allowed: `${String(limit)} servers at most`,
      fix: 'make the pool smaller, split it in two, or leave spread out',
    },
  ];
}
