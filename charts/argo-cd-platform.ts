import type { Construct } from 'constructs';
import { ManifestFile } from '../lib/artifact/cdk8s';
import type { ArgoCd, Cluster } from '../lib/cluster';
import { ApplicationSet, applicationSetPaths, platformApplicationSet } from '../lib/gitops/argocd';

/** `argocd/apps/platform-appset.yaml`: Argo CD finds every component by its folder. */
export class ArgoCdPlatform extends ManifestFile {
  constructor(scope: Construct, cluster: Cluster<ArgoCd>) {
    super(scope, { path: `${applicationSetPaths(cluster).apps}/platform-appset.yaml`, owner: cluster.id });
    new ApplicationSet(this, 'application-set', platformApplicationSet(cluster));
  }
}
