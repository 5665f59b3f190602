import type { Construct } from 'constructs';
import { ClusterStack, machineProviders, type ClusterStackProps, type MachineProviderClass } from '../lib/terraform';

/** All machines of a cluster that Terraform makes, whatever carries them. */
export class MachinesStack extends ClusterStack {
  constructor(scope: Construct, props: ClusterStackProps) {
    super(scope, 'machines', props);
    const { cluster } = props;
    const providers: Readonly<Partial<Record<string, MachineProviderClass>>> = machineProviders;
    const Provider = providers[cluster.machines.kind];
    if (Provider === undefined) {
      throw new Error(
        `Terraform makes no machines of this infrastructure, got ${cluster.machines.kind}; use one of ${Object.keys(providers).join(', ')}`,
      );
    }
    new Provider(this, 'machines', { cluster });
  }
}
