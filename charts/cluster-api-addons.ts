import type { Construct } from 'constructs';
import type { Cluster } from '../lib/cluster';
import { addonComponents, HelmChartProxy, needsToken, TokenResourceSet } from '../lib/capi';
import { ClusterApiChart } from './cluster-api-chart';

/** `addons.yaml`: what must run on the cluster before its GitOps engine can. */
export class AddonsChart extends ClusterApiChart {
  constructor(scope: Construct, cluster: Cluster) {
    super(scope, cluster, 'addons');
  }

  protected override build(cluster: Cluster): void {
    for (const component of addonComponents(cluster)) new HelmChartProxy(this, component.name, cluster, component);
    if (needsToken(cluster)) new TokenResourceSet(this, 'token', cluster);
  }
}
