import { App } from 'cdk8s';
import { chartsFor } from '../../../charts';
import { clusterApiFiles, type TreeFiles } from '../../../lib/capi';
import type { Cluster, JsonObject } from '../../../lib/cluster';
import { emitDocuments } from '../../../lib/yaml';

/** The files of a cluster that hold Cluster API objects, as synthesis writes them. */
export function treeOf(cluster: Cluster): TreeFiles {
  const artifacts = [...clusterApiFiles(cluster), ...chartsFor(new App(), cluster).map((file) => file.toArtifact())];
  return new Map(
    artifacts.flatMap(({ path, body }) => (body.format === 'yaml' ? [[path, emitDocuments(body.documents)]] : [])),
  );
}

/** A tree of one file. */
export function fileOf(...documents: readonly JsonObject[]): TreeFiles {
  return new Map([['cluster-api/cluster.yaml', emitDocuments(documents)]]);
}

/** A text of the tree exchanged in every file. */
export function edited(files: TreeFiles, from: string | RegExp, to: string): TreeFiles {
  const out = new Map([...files].map(([path, text]) => [path, text.replaceAll(from, to)]));
  if ([...out].every(([path, text]) => text === files.get(path)))
    throw new Error(`nothing to edit, got ${String(from)}`);
  return out;
}

const namespace = 'default';

/** A worker pool of contract v1beta1, with its machine template. */
export function workerPool(spec: JsonObject = {}, machine: JsonObject = {}): readonly JsonObject[] {
  return [
    {
      apiVersion: 'cluster.x-k8s.io/v1beta1',
      kind: 'MachineDeployment',
      metadata: { name: 'edge-workers', namespace },
      spec: {
        clusterName: 'edge',
        replicas: 4,
        template: {
          spec: {
            version: 'v1.35.0',
            bootstrap: {
              configRef: {
                apiVersion: 'bootstrap.cluster.x-k8s.io/v1alpha3',
                kind: 'TalosConfigTemplate',
                name: 'edge-workers-1',
              },
            },
            infrastructureRef: {
              apiVersion: 'infrastructure.cluster.x-k8s.io/v1beta1',
              kind: 'HCloudMachineTemplate',
              name: 'edge-workers-1',
            },
            ...machine,
          },
        },
        ...spec,
      },
    },
    {
      apiVersion: 'infrastructure.cluster.x-k8s.io/v1beta1',
      kind: 'HCloudMachineTemplate',
      metadata: { name: 'edge-workers-1', namespace },
      spec: { template: { spec: { type: 'cx43', imageName: 'talos-amd64-v1.12.2' } } },
    },
    {
      apiVersion: 'bootstrap.cluster.x-k8s.io/v1alpha3',
      kind: 'TalosConfigTemplate',
      metadata: { name: 'edge-workers-1', namespace },
      spec: { template: { spec: { generateType: 'worker', talosVersion: 'v1.12' } } },
    },
  ];
}
