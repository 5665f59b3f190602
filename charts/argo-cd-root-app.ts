import type { Construct } from 'constructs';
import { ManifestFile } from '../lib/artifact/cdk8s';
import type { ArgoCd, Cluster } from '../lib/cluster';
import {
  Application,
  AppProject,
  childApplication,
  childProject,
  rootAppFile,
  type RootApp,
} from '../lib/gitops/argocd';

/** `<root app>/templates/apps.yaml`: an AppProject and an Application for each child. */
export class ArgoCdRootApp extends ManifestFile {
  constructor(scope: Construct, cluster: Cluster<ArgoCd>, root: RootApp) {
    super(scope, { path: rootAppFile(root), owner: cluster.id });
    for (const child of root.children) {
      new AppProject(this, `${child.name}-project`, childProject(cluster, child));
      new Application(this, child.name, childApplication(cluster, root, child));
    }
  }
}
