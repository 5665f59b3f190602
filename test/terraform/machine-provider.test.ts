import { defineCluster, GiB, hetzner, talos, vsphere, type Cluster } from '../../lib/cluster';
import { machineProviders, type ProvidedKind } from '../../lib/terraform';
import { hetznerMachinesCluster, hetznerMachinesDefinition, vsphereCluster } from '../support/clusters-terraform';
import { definition } from '../support/definition';
import {
  describeMachineProvider,
  type ProviderSample,
  type SamplePool,
  type SamplePools,
} from './machine-provider-contract';

type System = Parameters<typeof defineCluster>[0]['system'];

/** Addresses and MAC addresses of the machines, made of their pool's place and their key. */
function membersOf<Member>(
  pools: SamplePools,
  member: (host: number, more: { readonly renamedFrom?: string }) => Member,
) {
  // a renamed thing keeps its place, so that its machines keep what they had
  const places = Object.entries(pools)
    .map(([name, { renamedFrom }]) => renamedFrom ?? name)
    .sort();
  return (name: string, { renamedFrom, machines }: SamplePool): Record<string, Member> => {
    const place = places.indexOf(renamedFrom ?? name);
    return Object.fromEntries(
      Object.entries(machines).map(([key, more]) => [
        key,
        member(20 * (place + 1) + Number(more.renamedFrom ?? key), more),
      ]),
    );
  };
}

function system(manifest: string | undefined): System {
  if (manifest === undefined) return talos();
  return talos({ documents: { all: [{ cluster: { inlineManifests: [{ name: 'large', contents: manifest }] } }] } });
}

function onVsphere(pools: SamplePools, more: { readonly inlineManifest?: string } = {}): Cluster {
  const machines = membersOf(pools, (host, rest) => ({
    mac: `00:50:56:01:00:${host.toString(16).padStart(2, '0')}`,
    address: `192.0.2.${String(host)}`,
    ...rest,
  }));
  return defineCluster({
    ...definition(),
    system: system(more.inlineManifest),
    machines: vsphere({
      server: 'vcenter.example.com',
      datacenter: 'dc',
      cluster: 'compute',
      datastore: 'store',
      network: 'nodes',
      pools: Object.fromEntries(
        Object.entries(pools).map(([name, pool]) => [
          name,
          { ...pool, cpus: 4, memory: GiB(4), disk: GiB(40), machines: machines(name, pool) },
        ]),
      ),
    }),
  });
}

function onHetzner(pools: SamplePools, more: { readonly inlineManifest?: string } = {}): Cluster {
  const machines = membersOf(pools, (host, rest) => ({ address: `10.10.64.${String(host)}`, ...rest }));
  return defineCluster({
    ...hetznerMachinesDefinition(),
    network: { ...hetznerMachinesDefinition().network, nodes: '10.10.64.0/24' },
    system: system(more.inlineManifest),
    machines: hetzner({
      network: { cidr: '10.10.0.0/16', zone: 'eu-central' },
      pools: Object.fromEntries(
        Object.entries(pools).map(([name, pool]) => [
          name,
          { ...pool, type: 'cx33', location: 'nbg1', machines: machines(name, pool) },
        ]),
      ),
    }),
  });
}

// One entry per provider; the compiler names the missing ones.
const samples: Record<ProvidedKind, Omit<ProviderSample, 'Provider'>> = {
  vsphere: { machineType: 'vsphere_virtual_machine', cluster: onVsphere, foreign: hetznerMachinesCluster() },
  'hetzner-machines': { machineType: 'hcloud_server', cluster: onHetzner, foreign: vsphereCluster() },
};

for (const kind of Object.keys(machineProviders) as ProvidedKind[]) {
  describeMachineProvider(kind, { Provider: machineProviders[kind], ...samples[kind] });
}
