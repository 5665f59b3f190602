import type { Construct } from 'constructs';
import { isManaged, type Cluster } from '../lib/cluster';
import { HCloudRemediationTemplate, MachineHealthCheck, rebootOf } from '../lib/capi';
import { ClusterApiChart } from './cluster-api-chart';

/** `machine-health-check.yaml`: when a machine of a pool counts as broken, and what is tried first. */
export class MachineHealthCheckChart extends ClusterApiChart {
  constructor(scope: Construct, cluster: Cluster) {
    super(scope, cluster, 'healthCheck');
  }

  protected override build(cluster: Cluster): void {
    if (!isManaged(cluster)) return;
    for (const pool of cluster.pools) {
      if (rebootOf(cluster, pool) !== undefined)
        new HCloudRemediationTemplate(this, `${pool.name}-reboot`, cluster, pool);
      new MachineHealthCheck(this, pool.name, cluster, pool);
    }
  }
}
