import type { Construct } from 'constructs';
import type { Cluster } from '../lib/cluster';
import { MachineHealthCheck } from '../lib/capi';
import { ClusterApiChart } from './cluster-api-chart';

/** `machine-health-check.yaml`: when a control plane machine is replaced. */
export class MachineHealthCheckChart extends ClusterApiChart {
  constructor(scope: Construct, cluster: Cluster) {
    super(scope, cluster, 'healthCheck');
  }

  protected override build(cluster: Cluster): void {
    new MachineHealthCheck(this, 'control-plane', cluster);
  }
}
