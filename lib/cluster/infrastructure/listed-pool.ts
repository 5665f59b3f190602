import { machineName } from '../names';
import type { Machine, MachinePool, MachineRole } from '../ports/infrastructure';

/** A pool whose machines the definition lists, whatever else its infrastructure says of them. */
interface PoolOfMachines {
  readonly role: MachineRole;
  readonly schedulable?: boolean | undefined;
  readonly labels: MachinePool['nodeLabels'];
  readonly taints: MachinePool['taints'];
  readonly machines: Readonly<Record<string, Pick<Machine, 'mac' | 'address'>>>;
}

/** The pools of a definition that lists its machines, as every layer sees them. */
export function listedPools(pools: Readonly<Record<string, PoolOfMachines>>, cluster: string): readonly MachinePool[] {
  return Object.entries(pools).map(([name, { role, schedulable = false, labels, taints, machines }]) => ({
    name,
    role,
    count: Object.keys(machines).length,
    nodeLabels: labels,
    taints,
    schedulable: role === 'worker' || schedulable,
    machines: Object.entries(machines).map(([key, { mac, address }]) => ({
      key,
      name: machineName(cluster, name, key),
      pool: name,
      role,
      mac,
      address,
    })),
  }));
}
