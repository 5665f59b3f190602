import { credentialObjects } from '../lib/capi';
import { isManaged, link, type Cluster } from '../lib/cluster';
import { bootstrapSet } from '../lib/gitops';
import type { BootstrapMember } from '../lib/platform';

/**
 * Everything that must be brought before a cluster can sustain itself: what the machines are made with, where Cluster API
 * makes them, and then what the platform waits for.
 */
export function bootstrapMembers(cluster: Cluster): readonly BootstrapMember[] {
  const platform = bootstrapSet(cluster);
  const known = new Set(platform.map(({ id }) => id));
  return [...machineSecrets(cluster).filter(({ id }) => !known.has(id)), ...platform];
}

/** The Secrets that Cluster API reads, by name: their values are asked for by nobody here. */
function machineSecrets(cluster: Cluster): readonly BootstrapMember[] {
  if (!isManaged(cluster)) return [];
  return credentialObjects(cluster, () => ({})).map(({ metadata: { name, namespace = 'default' } }) => {
    const id = `${namespace}/${name}`;
    const why = link(undefined, 'Cluster API makes the machines', `Secret ${id}`);
    return { kind: 'secret', id, by: 'hand', why, secret: { name, namespace, data: {} } };
  });
}
