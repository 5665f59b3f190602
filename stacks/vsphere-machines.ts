import type { Construct } from 'constructs';
import { ClusterStack, type ClusterStackProps } from '../lib/terraform';
import { VsphereMachines } from '../lib/terraform/vsphere';

/** All machines of a cluster on vSphere. */
export class VsphereMachinesStack extends ClusterStack {
  constructor(scope: Construct, props: ClusterStackProps) {
    super(scope, 'machines', props);
    new VsphereMachines(this, 'machines', { cluster: props.cluster });
  }
}
