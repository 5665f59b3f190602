import { z } from 'zod';
import { machineName } from '../names';
import type { Problem } from '../problem';
import { nodeSettings, type NodeSettings } from './node-settings';
import { nodeSettingsProblems } from './node-settings-rules';

/** What every pool has whose machines the definition lists. */
export const listedPoolSettings = {
  role: z.enum(['control-plane', 'worker']),
  ...nodeSettings,
  /** Whether workloads run on a control plane pool. */
  schedulable: z.boolean().optional(),
  /**
   * Whether Terraform refuses to destroy the machines and their data.
   * @default - true for control planes, and for data volumes and disks and the machines that hold them
   */
  protect: z.boolean().optional(),
  /** The pool's name before this one: its machines keep their keys, and nothing is destroyed. @default - it never had another */
  renamedFrom: z.string().min(1).optional(),
};

/** What every machine has that the definition lists. */
export const listedMachineSettings = {
  /** The machine's key before this one. @default - it never had another */
  renamedFrom: z.string().min(1).optional(),
};

/** What the rules and names read of a pool of any infrastructure. */
export interface ListedPool {
  readonly role: 'control-plane' | 'worker';
  readonly protect?: boolean | undefined;
  readonly renamedFrom?: string | undefined;
  readonly machines: Readonly<Record<string, { readonly renamedFrom?: string | undefined }>>;
}

/** Pools by name, of any infrastructure whose machines the definition lists. */
export type ListedPools = Readonly<Record<string, ListedPool>>;

/** The name that a machine had before it or its pool was renamed; undefined where neither was. */
export function previousMachineName(cluster: string, pools: ListedPools, pool: string, key: string) {
  const { renamedFrom, machines } = pools[pool] ?? {};
  const before = machines?.[key]?.renamedFrom;
  if (renamedFrom === undefined && before === undefined) return undefined;
  return machineName(cluster, renamedFrom ?? pool, before ?? key);
}

/** Rules of machines that the definition lists, whatever carries them. */
export function listedPoolProblems(pools: Readonly<Record<string, ListedPool & NodeSettings>>): Problem[] {
  const all = Object.entries(pools);
  return [
    ...renameProblems(
      'machines.pools',
      'pool',
      all.map(([name, { renamedFrom }]) => ({ name, renamedFrom })),
    ),
    ...all.flatMap(([name, { machines }]) => [
      ...renameProblems(
        `machines.pools.${name}.machines`,
        'machine',
        Object.entries(machines).map(([key, { renamedFrom }]) => ({ name: key, renamedFrom })),
      ),
      ...(Object.keys(machines).length === 0 ? [emptyPool(name)] : []),
    ]),
    ...all.flatMap(([name, pool]) => nodeSettingsProblems(`machines.pools.${name}`, pool)),
  ];
}

function emptyPool(name: string): Problem {
  return {
    path: `machines.pools.${name}.machines`,
    what: 'the pool has no machines',
    got: {},
    fix: 'list at least one machine, or drop the pool',
  };
}

interface Renamed {
  readonly name: string;
  readonly renamedFrom: string | undefined;
}

/** Terraform moves a thing from one address, to one address, and never from one that is in use. */
function renameProblems(at: string, what: string, all: readonly Renamed[]): Problem[] {
  return all.flatMap(({ name, renamedFrom }, i): Problem[] => {
    if (renamedFrom === undefined) return [];
    const path = `${at}.${name}.renamedFrom`;
    if (all.some((other) => other.name === renamedFrom))
      return [
        {
          path,
          what: `the ${what} of that name is still there`,
          got: renamedFrom,
          allowed: `the name of a ${what} that is gone`,
          fix: `remove renamedFrom, or the ${what} ${renamedFrom}`,
        },
      ];
    const first = all.findIndex((other) => other.renamedFrom === renamedFrom);
    if (first === i) return [];
    return [
      {
        path,
        what: `${all[first]?.name ?? ''} has taken over from that ${what} already`,
        got: renamedFrom,
        allowed: `one ${what} for each former name`,
        fix: 'remove one of the two',
      },
    ];
  });
}
