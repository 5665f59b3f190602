import { contentHash } from './content-hash';
import { controlPlane } from './managed';
import type { JsonObject, ManagedCluster } from '../cluster';

/** Secret that CAPH reads the Hetzner token from; its key is the name of the definition's reference. */
export const HETZNER_SECRET = 'hetzner';

/** ClusterResourceSet, and the Secret of manifests it hands to the cluster. */
export const TOKEN_RESOURCE_SET = 'hcloud-secret';
export const TOKEN_MANIFEST_SECRET = 'hcloud-secret-manifest';

/** Name of the TalosControlPlane: `<cluster>-<pool>`. */
export function controlPlaneName(cluster: ManagedCluster): string {
  return `${cluster.name}-${controlPlane(cluster).pool.name}`;
}

/** Name of a machine template, `<cluster>-<pool>-<hash of its spec>`: a template never changes, its successor has another name. */
export function templateName(cluster: ManagedCluster, pool: string, spec: JsonObject): string {
  return `${cluster.name}-${pool}-${contentHash(spec)}`;
}
