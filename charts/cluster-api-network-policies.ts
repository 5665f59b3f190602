import type { Construct } from 'constructs';
import type { Cluster } from '../lib/cluster';
import { ControllerPolicy, controllersOf, DefaultDeny } from '../lib/capi';
import { ClusterApiChart } from './cluster-api-chart';

/** `network-policies.yaml`: the default for every pod, and what the controllers of Cluster API may reach beyond it. */
export class NetworkPoliciesChart extends ClusterApiChart {
  constructor(scope: Construct, cluster: Cluster) {
    super(scope, cluster, 'policies');
  }

  protected override build(cluster: Cluster): void {
    new DefaultDeny(this, 'default-deny', cluster);
    for (const controller of controllersOf(cluster)) new ControllerPolicy(this, controller.name, cluster, controller);
  }
}
