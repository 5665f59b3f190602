import type { Construct } from 'constructs';
import type { ManifestFile } from '../lib/artifact/cdk8s';
import type { Cluster, Flux } from '../lib/cluster';
import { fluxObjectFiles } from '../lib/gitops/flux';
import { FluxFile } from './flux-file';

export { FluxFile };

/**
 * Flux's own objects, a chart for each file of the cluster's layout.
 *
 * @throws DefinitionError with everything that the layout cannot carry
 */
export function fluxCharts(scope: Construct, cluster: Cluster<Flux>): readonly ManifestFile[] {
  return fluxObjectFiles(cluster).map((file) => new FluxFile(scope, cluster, file));
}
