import { contentHash } from './content-hash';
import type { JsonObject, ManagedCluster } from '../cluster';

/** Secret that CAPH reads the Hetzner token from; its key is the name of the definition's reference. */
export const HETZNER_SECRET = 'hetzner';

/** ClusterResourceSet, and the Secret of manifests it hands to the cluster. */
export const TOKEN_RESOURCE_SET = 'hcloud-secret';
export const TOKEN_MANIFEST_SECRET = 'hcloud-secret-manifest';

/** Label of the machines of a worker pool, wherever they stand. */
export const POOL_LABEL = 'plinth/pool';

/** Name of what a pool is in Cluster API: `<cluster>-<pool>`. */
export function poolName(cluster: ManagedCluster, pool: { readonly name: string }): string {
  return `${cluster.name}-${pool.name}`;
}

/** Name of a template, `<cluster>-<pool>-<hash of its spec>`: a template never changes, its successor has another name. */
export function templateName(cluster: ManagedCluster, part: string, spec: JsonObject): string {
  return `${cluster.name}-${part}-${contentHash(spec)}`;
}
