import type { Infrastructure } from '../cluster';
import { HetznerMachines } from './hetzner';
import type { MachineProviderClass } from './machine-provider';
import { VsphereMachines } from './vsphere';

// One line per infrastructure whose machines Terraform makes.
export const machineProviders = {
  vsphere: VsphereMachines,
  'hetzner-machines': HetznerMachines,
} as const satisfies Partial<Record<Infrastructure['kind'], MachineProviderClass>>;

/** The infrastructures whose machines Terraform makes. */
export type ProvidedKind = keyof typeof machineProviders;
