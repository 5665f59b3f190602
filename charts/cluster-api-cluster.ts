import type { Construct } from 'constructs';
import type { Cluster } from '../lib/cluster';
import { ClusterApiCluster, HCloudMachineTemplate, HetznerCluster, TalosControlPlane } from '../lib/capi';
import { ClusterApiChart } from './cluster-api-chart';

/** `cluster.yaml`: the cluster, its infrastructure, and its control plane with the template of its machines. */
export class ClusterChart extends ClusterApiChart {
  constructor(scope: Construct, cluster: Cluster) {
    super(scope, cluster, 'cluster');
  }

  protected override build(cluster: Cluster): void {
    new ClusterApiCluster(this, 'cluster', cluster);
    new HetznerCluster(this, 'hetzner-cluster', cluster);
    new HCloudMachineTemplate(this, 'control-plane-template', cluster);
    new TalosControlPlane(this, 'control-plane', cluster);
  }
}
