import type { Artifact } from '../../artifact';
import type { ArgoCd, Cluster, JsonObject } from '../../cluster';
import { rootApps, type RootApp } from './app-of-apps-layout';
import { installFiles } from './install';
import { chartFile } from './wrapper-chart';

/** The charts of the root apps, without the Applications in them, and Argo CD's installation. */
export function appOfAppsFiles(cluster: Cluster<ArgoCd>): readonly Artifact[] {
  return rootApps(cluster).flatMap((root) => [
    ...rootChart(cluster, root),
    ...root.children
      .filter(({ content }) => content.kind === 'install')
      .flatMap(({ directory }) => installFiles(cluster, directory)),
  ]);
}

/** File of a root app that holds the Applications and AppProjects of its children. */
export function rootAppFile(root: RootApp): string {
  return `${root.directory}/templates/apps.yaml`;
}

function rootChart(cluster: Cluster<ArgoCd>, root: RootApp): readonly Artifact[] {
  const file = (path: string, document: JsonObject): Artifact => ({
    path: `${root.directory}/${path}`,
    owner: cluster.id,
    body: { format: 'yaml', documents: [document] },
  });
  const apps = Object.fromEntries(root.children.map(({ name, namespace }) => [name, { namespace }]));
  return [
    file('Chart.yaml', chartFile(root.name)),
    // no template reads them: the Hydra command line does, to know the level and whose namespaces are whose
    file('values.yaml', { global: { hydra: { type: 'root-app' } }, [root.name]: { apps } }),
  ];
}
