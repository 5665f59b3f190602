import type { Construct } from 'constructs';
import type { ManifestFile } from '../lib/artifact/cdk8s';
import { manifestsOf, type ClusterApiManifest } from '../lib/capi';
import type { Cluster } from '../lib/cluster';
import { AddonsChart } from './cluster-api-addons';
import { ClusterChart } from './cluster-api-cluster';
import { MachineHealthCheckChart } from './cluster-api-machine-health-check';
import { NetworkPoliciesChart } from './cluster-api-network-policies';
import { ProvidersChart } from './cluster-api-providers';
import { WorkersChart } from './cluster-api-workers';

const charts: Readonly<Record<ClusterApiManifest, new (scope: Construct, cluster: Cluster) => ManifestFile>> = {
  providers: ProvidersChart,
  cluster: ClusterChart,
  workers: WorkersChart,
  addons: AddonsChart,
  healthCheck: MachineHealthCheckChart,
  policies: NetworkPoliciesChart,
};

/** The charts of the Cluster API folder; none where Cluster API does not manage the cluster. */
export function clusterApiCharts(scope: Construct, cluster: Cluster): readonly ManifestFile[] {
  return manifestsOf(cluster).map((manifest) => new charts[manifest](scope, cluster));
}
