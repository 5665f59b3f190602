import {
  clusterApi,
  defineCluster,
  GiB,
  hetzner,
  vsphere,
  type Cluster,
  type HetznerMachinesOptions,
} from '../../lib/cluster';
import { definition, hetznerDefinition } from './definition';

type VsphereOptions = Parameters<typeof vsphere>[0];
type HetznerOptions = Parameters<typeof hetzner>[0];
type Pools = VsphereOptions['pools'];

const pools: Pools = {
  controlplane: vsphere.controlPlane({
    cpus: 4,
    memory: GiB(4),
    disk: GiB(80),
    machines: {
      1: { mac: '00:50:56:01:00:01', address: '192.0.2.11' },
      2: { mac: '00:50:56:01:00:02', address: '192.0.2.12' },
      3: { mac: '00:50:56:01:00:03', address: '192.0.2.13' },
    },
  }),
  worker: vsphere.worker({
    cpus: 8,
    memory: GiB(32),
    disk: GiB(300),
    machines: {
      1: { mac: '00:50:56:01:01:01', address: '192.0.2.21' },
      2: { mac: '00:50:56:01:01:02', address: '192.0.2.22' },
    },
  }),
};

/** Three control planes and two workers on vSphere. */
export function vsphereCluster(more: Partial<VsphereOptions> = {}): Cluster {
  return defineCluster({
    ...definition(),
    name: 'edge',
    machines: vsphere({
      server: 'vcenter.example.com',
      datacenter: 'dc-1',
      cluster: 'compute-1',
      datastore: 'vsan-1',
      network: 'talos-nodes',
      folder: 'talos',
      pools,
      ...more,
    }),
  });
}

/** The pools of `vsphereCluster` without one machine. */
export function withoutMachine(pool: string, key: string): Pools {
  const { machines, ...rest } = pools[pool]!;
  const left = Object.fromEntries(Object.entries(machines).filter(([other]) => other !== key));
  return { ...pools, [pool]: { ...rest, machines: left } };
}

/** Three servers on Hetzner that Cluster API makes. */
export function hetznerCluster(more: Partial<HetznerOptions> = {}): Cluster {
  return defineCluster({
    ...hetznerDefinition(),
    name: 'edge',
    machines: hetzner({
      network: { cidr: '10.10.0.0/16', zone: 'eu-central' },
      pools: { 'control-plane': hetzner.controlPlane({ count: 3, type: 'cx33', location: 'nbg1', schedulable: true }) },
      managedBy: clusterApi({
        core: 'v1.10.10',
        hetzner: 'v1.0.7',
        talosBootstrap: 'v0.6.11',
        talosControlPlane: 'v0.5.12',
        helm: 'v0.4.2',
      }),
      ...more,
    }),
  });
}

const serverPools: HetznerMachinesOptions['pools'] = {
  controlplane: hetzner.controlPlane({
    type: 'cx33',
    location: 'nbg1',
    machines: {
      1: { address: '10.10.64.11' },
      2: { address: '10.10.64.12', location: 'fsn1' },
      3: { address: '10.10.64.13', location: 'hel1' },
    },
  }),
  worker: hetzner.worker({
    type: 'cx43',
    location: 'nbg1',
    machines: { 1: { address: '10.10.64.21' }, 2: { address: '10.10.64.22' } },
  }),
};

/** A definition of Hetzner servers that Terraform makes. */
export function hetznerMachinesDefinition(
  more: Partial<HetznerMachinesOptions> = {},
): Parameters<typeof defineCluster>[0] {
  return {
    ...hetznerDefinition(),
    name: 'edge',
    machines: hetzner({ network: { cidr: '10.10.0.0/16', zone: 'eu-central' }, pools: serverPools, ...more }),
  };
}

/** Three control planes in three locations and two workers on Hetzner, made by Terraform. */
export function hetznerMachinesCluster(more: Partial<HetznerMachinesOptions> = {}): Cluster {
  return defineCluster(hetznerMachinesDefinition(more));
}
