import type { Construct } from 'constructs';
import { ClusterStack, type ClusterStackProps } from '../lib/terraform';
import { HetznerFoundation } from '../lib/terraform/hetzner';

/** What a cluster on Hetzner needs beside the servers that Cluster API makes. */
export class HetznerFoundationStack extends ClusterStack {
  constructor(scope: Construct, props: ClusterStackProps) {
    super(scope, 'foundation', props);
    new HetznerFoundation(this, 'foundation', { cluster: props.cluster });
  }
}
