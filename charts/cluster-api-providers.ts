import type { Construct } from 'constructs';
import type { Cluster } from '../lib/cluster';
import { OperatorProvider, providersOfCluster } from '../lib/capi';
import { ClusterApiChart } from './cluster-api-chart';

/** `providers.yaml`: the providers that cluster-api-operator installs. */
export class ProvidersChart extends ClusterApiChart {
  constructor(scope: Construct, cluster: Cluster) {
    super(scope, cluster, 'providers');
  }

  protected override build(cluster: Cluster): void {
    for (const provider of providersOfCluster(cluster)) new OperatorProvider(this, provider.type, cluster, provider);
  }
}
