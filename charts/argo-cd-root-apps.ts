import type { Construct } from 'constructs';
import { ManifestFile } from '../lib/artifact/cdk8s';
import type { ArgoCd, Cluster } from '../lib/cluster';
import {
  ApplicationSet,
  AppProject,
  rootApps,
  rootAppsApplicationSet,
  rootAppsFile,
  rootProject,
} from '../lib/gitops/argocd';

/** The ApplicationSet that finds the root apps by their folders, and the AppProjects that let them in. */
export class ArgoCdRootApps extends ManifestFile {
  constructor(scope: Construct, cluster: Cluster<ArgoCd>) {
    super(scope, { path: rootAppsFile(cluster), owner: cluster.id });
    for (const root of rootApps(cluster)) new AppProject(this, `${root.name}-project`, rootProject(cluster, root));
    new ApplicationSet(this, 'application-set', rootAppsApplicationSet(cluster));
  }
}
