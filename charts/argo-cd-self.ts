import type { Construct } from 'constructs';
import { ManifestFile } from '../lib/artifact/cdk8s';
import type { ArgoCd, Cluster } from '../lib/cluster';
import { Application, applicationSetPaths, selfApplication } from '../lib/gitops/argocd';

/** `argocd/apps/argocd-self.yaml`: Argo CD follows its own installation. */
export class ArgoCdSelf extends ManifestFile {
  constructor(scope: Construct, cluster: Cluster<ArgoCd>) {
    super(scope, { path: `${applicationSetPaths(cluster).apps}/argocd-self.yaml`, owner: cluster.id });
    new Application(this, 'application', selfApplication(cluster));
  }
}
