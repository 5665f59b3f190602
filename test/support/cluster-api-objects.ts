import { App } from 'cdk8s';
import { clusterApiCharts } from '../../charts/cluster-api';
import type { KubernetesObject } from '../../lib/artifact';
import type { Cluster } from '../../lib/cluster';
import { emitDocuments, parseDocuments } from '../../lib/yaml';

/** The objects of the Cluster API folder by file, as a reader of the tree sees them. */
export function clusterApiObjects(cluster: Cluster): ReadonlyMap<string, readonly KubernetesObject[]> {
  return new Map(
    clusterApiCharts(new App(), cluster).map((chart) => {
      const { path, body } = chart.toArtifact();
      const text = body.format === 'yaml' ? emitDocuments(body.documents) : '';
      return [path.split('/').at(-1)!, parseDocuments(text) as KubernetesObject[]];
    }),
  );
}
