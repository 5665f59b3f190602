import type { Construct } from 'constructs';
import { ClusterStack, type ClusterStackProps } from '../lib/terraform';
import { TalosBootstrap, type TalosBootstrapProps } from '../lib/terraform/talos';

export interface TalosStackProps extends ClusterStackProps, Omit<TalosBootstrapProps, 'cluster'> {}

/** Makes machines that run Talos a cluster, from the encrypted files of the tree. Apply it after the machines. */
export class TalosStack extends ClusterStack {
  constructor(scope: Construct, props: TalosStackProps) {
    super(scope, 'talos', props);
    new TalosBootstrap(this, 'talos', props);
  }
}
