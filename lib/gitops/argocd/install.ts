import type { Artifact } from '../../artifact';
import { platformProvides, type ArgoCd, type Cluster, type JsonObject } from '../../cluster';
import { argoCdNamespace } from './application';
import { configuration } from './configuration';
import { workloadPatches } from './workloads';

/** Argo CD's own installation for a whole cluster. Source: Argo CD, `manifests/cluster-install`. */
function upstream(version: string): string {
  return `github.com/argoproj/argo-cd//manifests/cluster-install?ref=${version}`;
}

/** Whether a component of the platform is Argo CD: the user's own way to install it, and then the only one. */
export function isInstalledByPlatform(cluster: Pick<Cluster, 'platform'>): boolean {
  return platformProvides(cluster, 'crd/argoproj.io');
}

/** The Kustomize folder by which Argo CD installs itself: its own manifests, patched with what the cluster knows. */
export function installFiles(cluster: Cluster<ArgoCd>, directory: string): readonly Artifact[] {
  const patches = new Map([...configMaps(cluster), ...workloadPatches(cluster)]);
  const file = (path: string, document: JsonObject): Artifact => ({
    path: `${directory}/${path}`,
    owner: cluster.id,
    body: { format: 'yaml', documents: [document] },
  });
  const pathOf = (name: string): string => `patches/${name}.yaml`;
  return [
    file('kustomization.yaml', {
      apiVersion: 'kustomize.config.k8s.io/v1beta1',
      kind: 'Kustomization',
      namespace: argoCdNamespace,
      resources: [upstream(cluster.gitops.version)],
      patches: [...patches.keys()].map((name) => ({ path: pathOf(name) })),
    }),
    ...[...patches].map(([name, patch]) => file(pathOf(name), patch)),
  ];
}

function configMaps(cluster: Cluster<ArgoCd>): readonly [string, JsonObject][] {
  return [...configuration(cluster)].map(([name, data]) => [
    name,
    { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, data },
  ]);
}
