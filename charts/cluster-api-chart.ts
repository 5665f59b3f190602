import type { Construct } from 'constructs';
import { ManifestFile } from '../lib/artifact/cdk8s';
import type { Cluster } from '../lib/cluster';
import { addonProblems, managementProblems, manifestPath, type ClusterApiManifest } from '../lib/capi';

/**
 * A file of the Cluster API folder. What is wrong with asking for it comes out of the app's validation, with everything
 * else that is wrong; the file stays empty then.
 */
export abstract class ClusterApiChart extends ManifestFile {
  constructor(scope: Construct, cluster: Cluster, manifest: ClusterApiManifest) {
    super(scope, { path: manifestPath(cluster, manifest), owner: cluster.id });
    const problems = [...managementProblems(cluster), ...addonProblems(cluster)];
    this.node.addValidation({ validate: () => problems });
    if (problems.length === 0) this.build(cluster);
  }

  /** Makes the objects of the file, in their order. */
  protected abstract build(cluster: Cluster): void;
}
