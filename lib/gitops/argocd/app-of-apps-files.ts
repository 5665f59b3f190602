import type { Artifact } from '../../artifact';
import type { ArgoCd, Cluster, JsonObject } from '../../cluster';
import { rootApps, type ChildApp, type RootApp } from './app-of-apps-layout';
import { installFiles } from './install';
import { chartFile, wrapperChart } from './wrapper-chart';

/** The charts of the root apps and of their children, without the Applications in them. */
export function appOfAppsFiles(cluster: Cluster<ArgoCd>): readonly Artifact[] {
  return rootApps(cluster).flatMap((root) => [
    ...rootChart(cluster, root),
    ...root.children.flatMap((child) => childFiles(cluster, child)),
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

function childFiles(cluster: Cluster<ArgoCd>, { directory, content }: ChildApp): readonly Artifact[] {
  switch (content.kind) {
    case 'component':
      return wrapperChart(content.component, cluster, directory);
    case 'install':
      return installFiles(cluster, directory);
    // objects of other hands: the charts of Cluster API and of the engine write them
    case 'cluster-api':
    case 'root-apps':
      return [];
  }
}
