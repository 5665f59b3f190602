import type { Network } from '../network';
import { nearest } from '../nearest';
import type { Problem } from '../problem';
import { largestSize, placeList } from './managed-pool';
import { managedPoolProblems } from './managed-pool-rules';
import type { ManagedVsphere, ManagedVspherePool } from './managed-vsphere';
import { endpointProblems, hardwareProblems } from './vsphere-rules';

/** Rules of vSphere machines that Cluster API makes. */
export function checkManagedVsphere(machines: ManagedVsphere, network: Network): Problem[] {
  return [
    ...endpointProblems(network),
    ...Object.entries(machines.pools).flatMap(([name, pool]) => [
      ...hardwareProblems(`machines.pools.${name}`, pool),
      ...zoneProblems(`machines.pools.${name}.zone`, pool, Object.keys(machines.zones)),
    ]),
    ...managedPoolProblems(machines.pools),
    ...addressProblems(machines, network),
  ];
}

function zoneProblems(path: string, pool: ManagedVspherePool, zones: readonly string[]): Problem[] {
  if (pool.role !== 'worker' || pool.zone === undefined) return [];
  return placeList(pool.zone).flatMap((zone, i, all): Problem[] => {
    if (!zones.includes(zone))
      return [
        {
          path,
          what: 'unknown zone',
          got: zone,
          allowed: zones.length === 0 ? 'no zone, as machines.zones names none' : zones.join(', '),
          fix: zones.length === 0 ? 'add it to machines.zones' : `did you mean ${nearest(zone, zones)}?`,
        },
      ];
    return all.indexOf(zone) < i ? [{ path, what: 'the zone is listed twice', got: zone, fix: 'remove one' }] : [];
  });
}

function addressProblems({ addresses, managedBy, pools }: ManagedVsphere, network: Network): Problem[] {
  const { nodes, endpoint, gateway } = network;
  if (addresses.kind === 'dhcp') {
    if (managedBy.ipam === undefined) return [];
    return [
      {
        path: 'machines.managedBy.ipam',
        what: 'an IPAM provider without a pool of addresses',
        got: managedBy.ipam,
        fix: 'give machines.addresses a pool with addressPool(), or remove ipam',
      },
    ];
  }
  const problems: Problem[] = [];
  const path = 'machines.addresses.ranges';
  if (managedBy.ipam === undefined) {
    problems.push({
      path: 'machines.managedBy.ipam',
      what: 'nothing hands out the addresses of the pool',
      allowed: 'an exact version of the in-cluster IPAM provider',
      fix: 'name one',
    });
  }
  let size = 0n;
  for (const [i, { first, last }] of addresses.ranges.entries()) {
    const at = `${path}.${String(i)}`;
    const bad = [first, last].filter((address) => !address.valid);
    for (const address of bad)
      problems.push({ path: at, what: 'not an IP address', got: address.text, fix: 'correct it' });
    if (bad.length > 0 || !nodes.valid) continue;
    for (const address of [first, last].filter((edge) => !nodes.contains(edge))) {
      problems.push({
        path: at,
        what: 'the range leaves the node network',
        got: address.text,
        allowed: `addresses of ${nodes.text}`,
        fix: 'correct it, or network.nodes',
      });
    }
    if (first.value > last.value) {
      problems.push({
        path: at,
        what: 'the range ends before it begins',
        got: `${first.text} to ${last.text}`,
        fix: 'swap the two',
      });
      continue;
    }
    size += last.value - first.value + 1n;
    for (const [name, taken] of [
      ['the endpoint', endpoint.address],
      ['the gateway', gateway],
    ] as const) {
      if (taken?.valid === true && first.value <= taken.value && taken.value <= last.value)
        problems.push({
          path: at,
          what: `the range holds the address of ${name}`,
          got: taken.text,
          fix: 'leave it out of the ranges',
        });
    }
  }
  const needed = Object.values(pools).reduce((sum, pool) => sum + largestSize(pool), 0);
  if (problems.length === 0 && size < BigInt(needed)) {
    problems.push({
      path,
      what: 'too few addresses for all machines while every pool rolls',
      got: Number(size),
      allowed: `${String(needed)} or more`,
      fix: 'widen the ranges',
    });
  }
  return problems;
}
