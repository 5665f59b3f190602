import { TerraformOutput } from 'cdktf';
import type { MachineProvider, MachineProviderProps } from './machine-provider';
import { named } from './naming';

/**
 * What every provider hands out after apply, under names that follow from the cluster: `<cluster>-machines`, by machine name
 * its id and addresses, and `<cluster>-endpoint`. A construct of some pools alone puts their names between.
 */
export function machineOutputs(provider: MachineProvider, { cluster, pools = [] }: MachineProviderProps): void {
  const machines = Object.fromEntries(
    [...provider.machines].map(([name, { id, address, reachableAt }]) => [
      name,
      { id, address, reachable_at: reachableAt },
    ]),
  );
  const parts = [cluster.name, ...pools];
  named(new TerraformOutput(provider, 'machines-output', { value: machines }), ...parts, 'machines');
  named(new TerraformOutput(provider, 'endpoint-output', { value: provider.endpoint }), ...parts, 'endpoint');
}
