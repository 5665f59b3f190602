import type { Construct } from 'constructs';
import type { ManifestFile } from '../lib/artifact/cdk8s';
import type { ArgoCd, Cluster } from '../lib/cluster';
import { clusterApiApplication, isInstalledByPlatform, requireDeliverable, rootApps } from '../lib/gitops/argocd';
import { ArgoCdClusterApi } from './argo-cd-cluster-api';
import { ArgoCdPlatform } from './argo-cd-platform';
import { ArgoCdRootApp } from './argo-cd-root-app';
import { ArgoCdRootApps } from './argo-cd-root-apps';
import { ArgoCdSelf } from './argo-cd-self';

export { ArgoCdClusterApi, ArgoCdPlatform, ArgoCdRootApp, ArgoCdRootApps, ArgoCdSelf };

/**
 * Argo CD's own objects, a chart for each file of the cluster's layout.
 *
 * @throws DefinitionError with everything that the layout cannot carry
 */
export function argoCdCharts(scope: Construct, cluster: Cluster<ArgoCd>): readonly ManifestFile[] {
  requireDeliverable(cluster);
  return cluster.gitops.layout.kind === 'application-set' ? applicationSet(scope, cluster) : appOfApps(scope, cluster);
}

function applicationSet(scope: Construct, cluster: Cluster<ArgoCd>): readonly ManifestFile[] {
  const machines = clusterApiApplication(cluster);
  return [
    ...(isInstalledByPlatform(cluster) ? [] : [new ArgoCdSelf(scope, cluster)]),
    ...(machines === undefined ? [] : [new ArgoCdClusterApi(scope, cluster, machines)]),
    new ArgoCdPlatform(scope, cluster),
  ];
}

function appOfApps(scope: Construct, cluster: Cluster<ArgoCd>): readonly ManifestFile[] {
  return [
    ...rootApps(cluster).map((root) => new ArgoCdRootApp(scope, cluster, root)),
    new ArgoCdRootApps(scope, cluster),
  ];
}
