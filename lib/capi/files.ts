import type { Artifact } from '../artifact';
import { isManaged, treePaths, type Cluster } from '../cluster';
import { addonComponents } from './addons/selection';
import { hasCiliumPolicies } from './cilium/default-deny';
import { clusterctlConfiguration } from './clusterctl';
import { workerPools } from './managed';
import { hasOperator } from './operator/provider-object';

/** The manifests of the Cluster API folder, by what they hold. */
export const clusterApiManifests = {
  providers: 'providers.yaml',
  cluster: 'cluster.yaml',
  workers: 'workers.yaml',
  addons: 'addons.yaml',
  healthCheck: 'machine-health-check.yaml',
  policies: 'network-policies.yaml',
} as const;

export type ClusterApiManifest = keyof typeof clusterApiManifests;

/** The manifests that a cluster has, in the order of their application. None where Cluster API does not manage it. */
export function manifestsOf(cluster: Cluster): readonly ClusterApiManifest[] {
  if (!isManaged(cluster)) return [];
  const present: Record<ClusterApiManifest, boolean> = {
    providers: hasOperator(cluster),
    cluster: true,
    workers: workerPools(cluster).length > 0,
    addons: addonComponents(cluster).length > 0,
    healthCheck: true,
    policies: hasCiliumPolicies(cluster),
  };
  return (Object.keys(clusterApiManifests) as ClusterApiManifest[]).filter((name) => present[name]);
}

/** Path of a manifest inside the tree. */
export function manifestPath(cluster: Cluster, manifest: ClusterApiManifest): string {
  return `${treePaths(cluster).clusterApi}/${clusterApiManifests[manifest]}`;
}

/**
 * The files of the Cluster API folder that hold no objects: the kustomization over its manifests, and the configuration
 * of clusterctl, which is for the bootstrap and not for the cluster. None where Cluster API does not manage the cluster.
 */
export function clusterApiFiles(cluster: Cluster): readonly Artifact[] {
  if (!isManaged(cluster)) return [];
  const folder = treePaths(cluster).clusterApi;
  const kustomization = {
    apiVersion: 'kustomize.config.k8s.io/v1beta1',
    kind: 'Kustomization',
    resources: manifestsOf(cluster).map((name) => clusterApiManifests[name]),
  };
  return [
    {
      path: `${folder}/kustomization.yaml`,
      owner: cluster.id,
      body: { format: 'yaml', documents: [kustomization] },
    },
    {
      path: `${folder}/clusterctl.yaml`,
      owner: cluster.id,
      body: { format: 'yaml', documents: [clusterctlConfiguration(cluster.machines.managedBy)] },
    },
  ];
}
