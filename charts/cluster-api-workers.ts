import type { Construct } from 'constructs';
import { isManaged, type Cluster, type MachinePool } from '../lib/cluster';
import {
  deploymentsOf,
  HCloudMachineTemplate,
  MachineDeployment,
  TalosConfigTemplate,
  VSphereMachineTemplate,
  workerPools,
} from '../lib/capi';
import { ClusterApiChart } from './cluster-api-chart';

/** `workers.yaml`: each worker pool with the templates of its machines. */
export class WorkersChart extends ClusterApiChart {
  constructor(scope: Construct, cluster: Cluster) {
    super(scope, cluster, 'workers');
  }

  protected override build(cluster: Cluster): void {
    if (!isManaged(cluster)) return;
    for (const pool of workerPools(cluster)) {
      this.templates(cluster, pool);
      for (const deployment of deploymentsOf(cluster, pool)) {
        new MachineDeployment(this, deployment.name, cluster, pool, deployment);
      }
    }
  }

  private templates(cluster: Cluster, pool: MachinePool): void {
    const Template = cluster.machines.kind === 'hetzner' ? HCloudMachineTemplate : VSphereMachineTemplate;
    new Template(this, `${pool.name}-machine`, cluster, pool);
    new TalosConfigTemplate(this, `${pool.name}-config`, cluster, pool);
  }
}
