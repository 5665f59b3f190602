import { loadProject } from '../../cli/project';
import { isManaged, type Cluster } from '../../lib/cluster';
import { cilium, hcloudCcm } from '../../lib/platform';
import {
  hetznerManaged,
  newProviders,
  oldProviders,
  vsphereManaged,
  zones,
} from '../../test/support/clusters-capi-pools';

/** Clusters that use every setting of Cluster API between them, before and after its second contract; by name. */
export function variants(): ReadonlyMap<string, Cluster> {
  const addons = [cilium(), hcloudCcm()];
  const talos14 = { kubernetes: 'v1.35.0', talos: 'v1.14.0' };
  const own = loadProject()
    .clusters.filter(isManaged)
    .map((cluster) => [cluster.id, cluster] as const);
  return new Map<string, Cluster>([
    ...own,
    ['hetzner', hetznerManaged({ addons, providers: oldProviders })],
    ['hetzner, second contract', hetznerManaged({ addons, providers: newProviders })],
    ['hetzner, operator and reboots', hetznerManaged({ providers: newProviders, operator: true, reboot: true })],
    ['vsphere', vsphereManaged({ providers: oldProviders })],
    ['vsphere, second contract', vsphereManaged({ providers: newProviders })],
    ['vsphere, newer provider', vsphereManaged({ providers: newProviders, vsphere: 'v1.16.1', zones })],
    ['vsphere, operator', vsphereManaged({ providers: newProviders, operator: true })],
    ['vsphere, zones', vsphereManaged({ providers: newProviders, zones })],
    ['vsphere, identity and addresses', vsphereManaged({ identity: 'cluster-identity', ipam: 'v1.0.3' })],
    [
      'vsphere, Talos 1.14',
      vsphereManaged({ versions: talos14, providers: { ...newProviders, talosBootstrap: 'v0.7.0' } }),
    ],
  ]);
}
