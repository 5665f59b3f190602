import type { Construct } from 'constructs';
import type { ManifestFile } from '../lib/artifact/cdk8s';
import type { Cluster } from '../lib/cluster';
import { argoCdCharts } from './argo-cd';
import { clusterApiCharts } from './cluster-api';

export { argoCdCharts } from './argo-cd';
export { clusterApiCharts } from './cluster-api';

/** Every chart of a cluster: one for each file of Kubernetes objects. */
export function chartsFor(scope: Construct, cluster: Cluster): readonly ManifestFile[] {
  return [...clusterApiCharts(scope, cluster), ...argoCdCharts(scope, cluster)];
}
