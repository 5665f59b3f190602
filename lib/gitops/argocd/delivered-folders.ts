import type { Artifact, SecretArtifact } from '../../artifact';
import { deliveredSecrets, type ArgoCd, type Cluster, type Component, type DeliveredSecret } from '../../cluster';
import { byHandFiles } from '../secrets';
import { accessComponent, accessSecrets } from './access';
import { appOfAppsDeliveries, rootApps } from './app-of-apps-layout';
import { applicationSetDeliveries, applicationSetPaths } from './application-set-layout';
import { componentFolder, componentSecrets, type PlacedFolder } from './component-folder';

/** Every component that Argo CD carries with its folder and its Secrets, its own way in last. */
export function deliveredFolders(cluster: Cluster<ArgoCd>): readonly PlacedFolder[] {
  const secrets = new Map<Component, DeliveredSecret[]>();
  for (const delivered of deliveredSecrets(cluster)) {
    const known = secrets.get(delivered.by.component);
    if (known === undefined) secrets.set(delivered.by.component, [delivered]);
    else known.push(delivered);
  }
  const deliveries =
    cluster.gitops.layout.kind === 'application-set' ? applicationSetDeliveries(cluster) : appOfAppsDeliveries(cluster);
  return [
    ...deliveries.map(({ component, directory }) => ({ component, directory, secrets: secrets.get(component) ?? [] })),
    ...accessFolder(cluster),
  ];
}

/** The files of the components that anyone may read. */
export function folderFiles(cluster: Cluster<ArgoCd>): readonly Artifact[] {
  return deliveredFolders(cluster).flatMap((folder) => componentFolder(cluster, folder));
}

/** The encrypted files of the components, and those that a person applies. */
export function folderSecrets(cluster: Cluster<ArgoCd>): readonly SecretArtifact[] {
  return [
    ...deliveredFolders(cluster).flatMap((folder) => componentSecrets(cluster, folder)),
    ...byHandFiles(cluster, [...deliveredSecrets(cluster), ...accessSecrets(cluster)]),
  ];
}

function accessFolder(cluster: Cluster<ArgoCd>): readonly PlacedFolder[] {
  const component = accessComponent(cluster);
  if (component === undefined) return [];
  return [{ component, directory: accessDirectory(cluster, component), secrets: accessSecrets(cluster) }];
}

function accessDirectory(cluster: Cluster<ArgoCd>, { namespace, name }: Component): string {
  if (cluster.gitops.layout.kind === 'application-set')
    return `${applicationSetPaths(cluster).applications}/${namespace}/${name}`;
  const children = rootApps(cluster).flatMap((root) => root.children);
  const child = children.find(({ content }) => content.kind === 'access');
  if (child === undefined) throw new Error(`${cluster.id}: no child app lets people in to Argo CD`);
  return child.directory;
}
