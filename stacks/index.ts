import type { Construct } from 'constructs';
import type { Cluster, Infrastructure } from '../lib/cluster';
import type { ClusterStack, ClusterStackProps } from '../lib/terraform';
import { HetznerFoundationStack } from './hetzner-foundation';
import { MachinesStack } from './machines';

export { ArgoCdBootstrapStack, type ArgoCdBootstrapStackProps } from './argo-cd-bootstrap';
export { FluxBootstrapStack, type FluxBootstrapStackProps } from './flux-bootstrap';
export { HetznerFoundationStack } from './hetzner-foundation';
export { MachinesStack } from './machines';
export { TalosStack, type TalosStackProps } from './talos';

type StackClass = new (scope: Construct, props: ClusterStackProps) => ClusterStack;

// One line per infrastructure.
const stacks: Record<Infrastructure['kind'], readonly StackClass[]> = {
  vsphere: [MachinesStack],
  // Cluster API makes these machines
  'vsphere-cluster-api': [],
  hetzner: [HetznerFoundationStack],
  'hetzner-machines': [MachinesStack],
};

/** The stacks of a cluster, as its infrastructure asks for. */
export function stacksFor(scope: Construct, cluster: Cluster): readonly ClusterStack[] {
  return stacks[cluster.machines.kind].map((Stack) => new Stack(scope, { cluster }));
}
