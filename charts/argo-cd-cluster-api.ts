import type { Construct } from 'constructs';
import { ManifestFile } from '../lib/artifact/cdk8s';
import type { ArgoCd, Cluster } from '../lib/cluster';
import { Application, applicationSetPaths, type ApplicationProps } from '../lib/gitops/argocd';

/** `argocd/apps/cluster-api.yaml`: Argo CD follows the machines. */
export class ArgoCdClusterApi extends ManifestFile {
  constructor(scope: Construct, cluster: Cluster<ArgoCd>, application: ApplicationProps) {
    super(scope, { path: `${applicationSetPaths(cluster).apps}/cluster-api.yaml`, owner: cluster.id });
    new Application(this, 'application', application);
  }
}
