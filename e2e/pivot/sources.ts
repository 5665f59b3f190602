import { join } from 'node:path';
import { loadProject } from '../../cli/project';
import type { KubernetesObject } from '../../lib/artifact';
import { credentialObjects, objectsOf, providersOfCluster } from '../../lib/capi';
import { isManaged, type Cluster } from '../../lib/cluster';
import { treeOf } from '../../test/capi/rollout/trees';
import { hetznerManaged, newProviders, vsphereManaged, zones } from '../../test/support/clusters-capi-pools';

/** A cluster from which a move starts. */
export interface Source {
  readonly name: string;
  readonly cluster: Cluster;
  readonly objects: readonly KubernetesObject[];
  /** Where the infrastructure provider runs: clusterctl looks for Secrets there as well. */
  readonly providerNamespace: string;
}

/** Our clusters of both infrastructures, under both contracts, with everything that adds an object. */
export function sources(): readonly Source[] {
  const [ipam, vsphere] = ['v1.1.0', 'v1.16.1'];
  const { clusters } = loadProject(join(__dirname, '..', '..'));
  return [
    ...Object.entries({
      hetzner: hetznerManaged(),
      'hetzner, operator, reboots': hetznerManaged({ operator: true, reboot: true }),
      vsphere: vsphereManaged(),
      'vsphere, operator, addresses': vsphereManaged({ operator: true, vsphere, ipam, providers: newProviders }),
      'vsphere, zones, identity': vsphereManaged({ identity: 'cluster-identity', zones }),
    }),
    ...clusters.filter(isManaged).map((cluster) => [cluster.id, cluster] as const),
  ].map(([name, cluster]) => sourceOf(name, cluster));
}

function sourceOf(name: string, cluster: Cluster): Source {
  if (!isManaged(cluster)) throw new Error(`no cluster of Cluster API, got ${name}; give it machines with managedBy`);
  const made = objectsOf(treeOf(cluster)).map(({ object }) => object);
  const credentials = credentialObjects(cluster, (ref) => ({ value: ref.secret, username: 'u', password: 'p' }));
  const provider = providersOfCluster(cluster).find(({ type }) => type === 'InfrastructureProvider');
  return { name, cluster, objects: [...made, ...credentials], providerNamespace: provider!.namespace };
}
