import type { ClusterApi, JsonObject } from '../cluster';
import { providersOf } from './providers';

/**
 * Configuration of clusterctl: each provider from the release that the definition names, never from `latest`.
 * Source: Cluster API book, "clusterctl configuration file".
 */
export function clusterctlConfiguration(managedBy: ClusterApi): JsonObject {
  return {
    providers: providersOf(managedBy).map(({ name, type, repository, file, version }) => ({
      name,
      type,
      url: `https://github.com/${repository}/releases/${version}/${file}`,
    })),
  };
}
