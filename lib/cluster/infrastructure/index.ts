import { z } from 'zod';
import type { Network } from '../network';
import type { MachinePool } from '../ports/infrastructure';
import type { Problem } from '../problem';
import { hetznerPools, hetznerShape } from './hetzner';
import { hetznerMachinesShape } from './hetzner-machines';
import { checkHetznerMachines, hetznerMachinesWarnings } from './hetzner-machines-rules';
import { checkHetzner, hetznerWarnings } from './hetzner-rules';
import { listedPools } from './listed-pool';
import { managedVspherePools, managedVsphereShape } from './managed-vsphere';
import { checkManagedVsphere } from './managed-vsphere-rules';
import { vsphereShape } from './vsphere';
import { checkVsphere } from './vsphere-rules';

// One line per infrastructure here, and one branch in each function below; the compiler names the missing ones.
export const infrastructureShape = z.discriminatedUnion('kind', [
  vsphereShape,
  managedVsphereShape,
  hetznerShape,
  hetznerMachinesShape,
]);
export type Infrastructure = z.output<typeof infrastructureShape>;

/** The machine pools of any infrastructure, in name order. */
export function machinePools(machines: Infrastructure, cluster: string): readonly MachinePool[] {
  switch (machines.kind) {
    case 'vsphere':
    case 'hetzner-machines':
      return listedPools(machines.pools, cluster);
    case 'vsphere-cluster-api':
      return managedVspherePools(machines);
    case 'hetzner':
      return hetznerPools(machines);
  }
}

/** The rules that belong to one infrastructure alone. */
export function checkInfrastructure(machines: Infrastructure, network: Network): Problem[] {
  switch (machines.kind) {
    case 'vsphere':
      return checkVsphere(machines, network);
    case 'vsphere-cluster-api':
      return checkManagedVsphere(machines, network);
    case 'hetzner':
      return checkHetzner(machines, network);
    case 'hetzner-machines':
      return checkHetznerMachines(machines, network);
  }
}

/** What a definition may say today and not for ever, such as server types that are on their way out. No reason to refuse it. */
export function machineWarnings({ machines }: { readonly machines: Infrastructure }): Problem[] {
  switch (machines.kind) {
    case 'vsphere':
    case 'vsphere-cluster-api':
      return [];
    case 'hetzner':
      return hetznerWarnings(machines);
    case 'hetzner-machines':
      return hetznerMachinesWarnings(machines);
  }
}
