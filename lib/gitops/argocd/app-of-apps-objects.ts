import type { ArgoCd, Cluster } from '../../cluster';
import { beforeStages } from '../../platform';
import { appId } from './app-id';
import { anyKind, liveSyncWindows, type AppProjectProps, type GroupKind } from './app-project';
import { argoApiGroup, argoCdNamespace, type ApplicationProps } from './application';
import { foundPath, segmentFromEnd, type ApplicationSetProps } from './application-set';
import { rootAppsDirectory, self, type ChildApp, type ChildContent, type RootApp } from './app-of-apps-layout';
import { folderKind } from './component-folder';
import { argoCdLabels } from './labels';
import { pruneMachines } from './sync-policy';
import { gitSource } from '../repository';

function argoKinds(...kinds: string[]): readonly GroupKind[] {
  return kinds.map((kind) => ({ group: argoApiGroup, kind }));
}

/** The Application of a child app, named by its App ID. */
export function childApplication(cluster: Cluster<ArgoCd>, root: RootApp, child: ChildApp): ApplicationProps {
  return {
    name: child.id,
    labels: argoCdLabels(child.name, cluster),
    project: child.id,
    source: gitSource(cluster, child.directory),
    // an App ID holds dots, which the names that charts make of the release's must not
    releaseName: isChart(child.content) ? child.name : undefined,
    destination: child.namespace,
    sync: {
      version: cluster.gitops.version,
      prune: child.content.kind === 'cluster-api' ? pruneMachines : true,
      namespaceLabels: child.namespaceLabels,
    },
    ignore: child.content.kind === 'root-apps' ? [liveSyncWindows] : undefined,
    wave: root.wave,
  };
}

/** Whether Argo CD reads the folder as a chart: a release's name would tell it to, whatever is in the folder. */
function isChart(content: ChildContent): boolean {
  return (content.kind === 'component' || content.kind === 'access') && folderKind(content.component) === 'chart';
}

/** The AppProject of a child app alone, so that its syncing can be stopped alone. */
export function childProject(cluster: Cluster<ArgoCd>, child: ChildApp): AppProjectProps {
  return {
    name: child.id,
    description: `${child.name} of ${cluster.id}`,
    labels: argoCdLabels(child.name, cluster),
    sourceRepos: [cluster.gitops.repository.url],
    wave: beforeStages,
    ...permissions(child),
  };
}

function permissions({
  content,
  namespace,
}: ChildApp): Pick<AppProjectProps, 'namespaces' | 'clusterKinds' | 'namespacedKinds'> {
  switch (content.kind) {
    case 'component':
    case 'access':
      // charts put roles into kube-system beside what stands in their own namespace
      return { namespaces: ['*'], clusterKinds: [anyKind] };
    case 'cluster-api':
      // the network policies stand in the namespaces of Cluster API's providers
      return { namespaces: ['*'], clusterKinds: [anyKind] };
    case 'secrets':
      // the namespace may have to be made as well
      return {
        namespaces: ['*'],
        clusterKinds: [{ group: '', kind: 'Namespace' }],
        namespacedKinds: [{ group: '', kind: 'Secret' }],
      };
    case 'install':
      return { namespaces: [namespace], clusterKinds: [anyKind] };
    case 'root-apps':
      return { namespaces: [namespace], namespacedKinds: argoKinds('ApplicationSet', 'AppProject') };
  }
}

/** The AppProject of a root app, which holds nothing but Applications and their AppProjects. */
export function rootProject(cluster: Cluster<ArgoCd>, root: RootApp): AppProjectProps {
  return {
    name: root.id,
    description: `root app ${root.name} of ${cluster.id}`,
    labels: argoCdLabels(root.name, cluster),
    sourceRepos: [cluster.gitops.repository.url],
    namespaces: [argoCdNamespace],
    namespacedKinds: argoKinds('Application', 'AppProject'),
    wave: beforeStages,
  };
}

/** One Application for each folder of a root app, named by its App ID. */
export function rootAppsApplicationSet(cluster: Cluster<ArgoCd>): ApplicationSetProps {
  const top = rootAppsDirectory(cluster);
  const source = gitSource(cluster, `${top.path}/*`);
  const root = segmentFromEnd(source.path, 1);
  const id = appId(top.name, root);
  return {
    name: self.rootApps,
    labels: argoCdLabels(self.rootApps, cluster),
    directories: [source.path],
    template: {
      name: id,
      labels: argoCdLabels(root, cluster),
      project: id,
      source: { ...source, path: foundPath },
      releaseName: root,
      destination: argoCdNamespace,
      sync: { version: cluster.gitops.version },
      ignore: [liveSyncWindows],
    },
  };
}
