import type { Construct } from 'constructs';
import type { ManifestFile } from '../lib/artifact/cdk8s';
import { runsArgoCd, runsFlux, type Cluster } from '../lib/cluster';
import { argoCdCharts } from './argo-cd';
import { clusterApiCharts } from './cluster-api';
import { fluxCharts } from './flux';

export { argoCdCharts } from './argo-cd';
export { clusterApiCharts } from './cluster-api';
export { fluxCharts } from './flux';

/** Every chart of a cluster: one for each file of Kubernetes objects. */
export function chartsFor(scope: Construct, cluster: Cluster): readonly ManifestFile[] {
  return [...clusterApiCharts(scope, cluster), ...engineCharts(scope, cluster)];
}

/** The objects of the GitOps engine itself. One line per engine. */
function engineCharts(scope: Construct, cluster: Cluster): readonly ManifestFile[] {
  if (runsArgoCd(cluster)) return argoCdCharts(scope, cluster);
  if (runsFlux(cluster)) return fluxCharts(scope, cluster);
  throw new Error(`${cluster.id}: no charts for that engine, got ${cluster.gitops.kind}; use argoCd() or flux()`);
}
