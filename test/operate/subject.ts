import { managedCluster, fixedCluster } from '../support/clusters-capi';
import type { UpgradeSubject } from '../../lib/operate';

/** Providers of a cluster that Cluster API manages, the newest that are known. */
export const newestProviders = {
  core: 'v1.14.0',
  talosBootstrap: 'v0.6.12',
  talosControlPlane: 'v0.5.13',
  hetzner: 'v1.1.8',
  helm: 'v0.6.4',
};

/** A cluster whose machines Terraform makes. */
export function standing(kubernetes: string, talos: string): UpgradeSubject {
  const { id, machines, pools } = fixedCluster();
  return { id, machines, pools, versions: { kubernetes, talos } };
}

/** A cluster whose machines Cluster API makes. */
export function managed(
  kubernetes: string,
  talos: string,
  { controlPlanes = 3, ...providers }: Partial<typeof newestProviders> & { readonly controlPlanes?: number } = {},
): UpgradeSubject {
  const cluster = managedCluster();
  const machines = {
    ...cluster.machines,
    managedBy: {
      ...('managedBy' in cluster.machines ? cluster.machines.managedBy : {}),
      ...newestProviders,
      ...providers,
    },
  } as UpgradeSubject['machines'];
  return {
    id: cluster.id,
    machines,
    pools: cluster.pools.map((pool) => ({ ...pool, count: controlPlanes })),
    versions: { kubernetes, talos },
  };
}
