// Argo CD's objects, each usable alone: as data, or as a construct of one's own chart
export {
  Application,
  applicationObject,
  argoCdNamespace,
  inCluster,
  type ApplicationProps,
  type IgnoredFields,
} from './application';
export {
  alwaysOpen,
  anyKind,
  AppProject,
  appProjectObject,
  liveSyncWindows,
  type AppProjectProps,
  type GroupKind,
  type SyncWindow,
} from './app-project';
export {
  ApplicationSet,
  applicationSetObject,
  foundPath,
  segmentFromEnd,
  type ApplicationSetProps,
} from './application-set';
export { gitSource, repositoryName, type GitSource } from '../repository';
export type { SyncPolicyProps } from './sync-policy';

// a component as a folder of the tree
export { componentFolder, componentSecrets, folderKind, type FolderKind, type PlacedFolder } from './component-folder';
export { manifestsFolder, remoteResource } from './manifests-folder';
export { renderedPath } from './rendered-folder';
export { escapeForHelm } from './helm-escape';
export { renderedCharts } from './rendered-charts';
export { wrapperChart } from './wrapper-chart';

// Argo CD's own installation
export { applicationHealth, applicationHealthKey } from './application-health';
export { accessComponent } from './access';
export { healthCustomizations } from './health';
export { installFiles, isInstalledByPlatform } from './install';
export { ageKeySecret, loginSecrets } from './login';

// layout `application-set`: one Application per component folder
export {
  applicationSetPaths,
  clusterApiApplication,
  platformApplicationSet,
  selfApplication,
  type ApplicationSetPaths,
} from './application-set-layout';

// layout `app-of-apps`: one root app per stage, named by App IDs
export { appId } from './app-id';
export { rootAppFile } from './app-of-apps-files';
export { rootApps, rootAppsFile, type ChildApp, type ChildContent, type RootApp } from './app-of-apps-layout';
export { childApplication, childProject, rootAppsApplicationSet, rootProject } from './app-of-apps-objects';

// the engine
export { argoCdEngine, argoCdFiles, requireDeliverable } from './engine';
export { argoCdProblems } from './problems';
