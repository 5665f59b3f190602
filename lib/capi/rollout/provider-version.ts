import { groupOf } from '../../artifact';
import { listAt, memberAt, textAt } from '../member';
import { clusterApiObjects, documentsOf, type TreeFiles } from '../tree-objects';

/**
 * Version of the Talos control plane provider that a tree names: in a `ControlPlaneProvider` of the operator, which acts on
 * the cluster, else in the configuration of clusterctl; undefined where neither names an exact one.
 */
export function controlPlaneProviderVersion(files: TreeFiles): string | undefined {
  return operatorVersion(files) ?? clusterctlVersion(files);
}

function operatorVersion(files: TreeFiles): string | undefined {
  const provider = clusterApiObjects(files).find(
    ({ object }) =>
      groupOf(object.apiVersion) === 'operator.cluster.x-k8s.io' &&
      object.kind === 'ControlPlaneProvider' &&
      object.metadata.name === 'talos',
  );
  return textAt(provider?.object, 'spec', 'version');
}

function clusterctlVersion(files: TreeFiles): string | undefined {
  return [...files]
    .filter(([path, text]) => /\.ya?ml$/.test(path) && text.includes('ControlPlaneProvider'))
    .flatMap(([, text]) => documentsOf(text))
    .flatMap((document) => listAt(document, 'providers'))
    .filter((entry) => memberAt(entry, 'name') === 'talos' && memberAt(entry, 'type') === 'ControlPlaneProvider')
    .map((entry) => /\/releases\/(?:download\/)?(v\d[^/]*)\//.exec(textAt(entry, 'url') ?? '')?.[1])
    .find((version) => version !== undefined);
}
