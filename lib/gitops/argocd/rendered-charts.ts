import { releaseOf, type ChartArtifact } from '../../artifact';
import type { ArgoCd, Cluster } from '../../cluster';
import { appOfAppsDeliveries } from './app-of-apps-layout';
import { applicationSetDeliveries } from './application-set-layout';
import { renderedPath } from './rendered-folder';

/** The manifests of components that are delivered as such: a file for each, in the folder that its Application reads. */
export function renderedCharts(cluster: Cluster<ArgoCd>): readonly ChartArtifact[] {
  const isSet = cluster.gitops.layout.kind === 'application-set';
  const deliveries = isSet ? applicationSetDeliveries(cluster) : appOfAppsDeliveries(cluster);
  return deliveries.flatMap(({ component, name, directory }) => {
    // the name that the release has where Argo CD renders the chart, so that changing over renames nothing
    const release = releaseOf(component, cluster, isSet ? name : component.name);
    if (component.rendered !== true || release === undefined) return [];
    return [{ path: renderedPath(directory), owner: cluster.id, release }];
  });
}
