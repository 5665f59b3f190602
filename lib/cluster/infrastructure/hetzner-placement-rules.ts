import { hetznerLimits } from '../catalogue/hetzner';
import type { Problem } from '../problem';
import { addressLabelProblems, sameNameProblems } from './address-label';
import { hetznerPlacementGroup, type HetznerMachinesInfrastructure } from './hetzner-machines';

/** A placement group, and who is in it. */
interface Group {
  readonly path: string;
  readonly name: string;
  readonly label: string;
  count: number;
}

/** Rules of the groups whose servers stand on different hosts. */
export function placementProblems({ pools }: HetznerMachinesInfrastructure): Problem[] {
  const groups = new Map<string, Group>();
  const problems: Problem[] = [];
  for (const [name, pool] of Object.entries(pools)) {
    for (const [key, { placementGroup }] of Object.entries(pool.machines)) {
      const path = `machines.pools.${name}.machines.${key}.placementGroup`;
      const label = hetznerPlacementGroup(pool, key);
      if (label === undefined) {
        if (placementGroup !== undefined) problems.push(notSpread(path, placementGroup));
        continue;
      }
      if (placementGroup !== undefined) problems.push(...addressLabelProblems(path, placementGroup));
      const group = groups.get(`${name}/${label}`) ?? {
        path: `machines.pools.${name}.machines`,
        name: `${name}-${label}`,
        label,
        count: 0,
      };
      group.count += 1;
      groups.set(`${name}/${label}`, group);
    }
  }
  return [
    ...problems,
    ...[...groups.values()].flatMap(fullProblems),
    ...sameNameProblems('placement group', [...groups.values()]),
    ...countProblems(groups.size),
  ];
}

function notSpread(path: string, got: string): Problem {
  return {
    path,
    what: 'the pool is not spread over placement groups',
    got,
    fix: 'turn spread on, or remove it',
  };
}

function fullProblems({ path, label, count }: Group): Problem[] {
  const { placementGroup: limit } = hetznerLimits;
  if (count <= limit) return [];
  return [
    {
      path,
      what: `a placement group holds ${String(limit)} servers, group ${label} has more`,
      got: count,
      allowed: `${String(limit)} at most`,
      fix: 'name another placementGroup for some of the machines, or turn spread off',
    },
  ];
}

function countProblems(got: number): Problem[] {
  const { placementGroupsPerProject: limit } = hetznerLimits;
  if (got <= limit) return [];
  return [
    {
      path: 'machines.pools',
      what: 'too many placement groups for one project',
      got,
      allowed: `${String(limit)} at most`,
      fix: 'turn spread off for some pools',
    },
  ];
}
