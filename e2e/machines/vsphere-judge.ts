import { talosTemplateName, type Cluster, type Machine, type Vsphere, type VspherePool } from '../../lib/cluster';
import type { FoundMachine, Holdings, Inventory } from './vcenter';

/** The inventory that a definition takes for granted. */
export function inventoryFor(cluster: Cluster): Inventory {
  const machines = vsphereOf(cluster);
  const { datacenter, datastore, network, networks, folder, resourcePool, template, tags, pools } = machines;
  if (datastore === undefined || (template !== undefined && typeof template !== 'string'))
    throw new Error('the simulator is seeded with datastores and templates by name; give the definition those');
  const further = Object.values(pools).flatMap(({ disks }) =>
    Object.values(disks).flatMap((disk) => disk.datastore ?? []),
  );
  return {
    datacenter,
    cluster: machines.cluster,
    hosts: 4,
    datastores: [...new Set([datastore, ...further])],
    networks: [network, ...Object.values(networks).map(({ portGroup }) => portGroup)],
    folders: folder === undefined ? [] : [folder],
    pools: resourcePool === undefined ? [] : [resourcePool],
    tags,
    templates: [{ name: template ?? talosTemplateName(cluster.versions.talos), diskGiB: 8, datastore }],
  };
}

/** What the server must hold after apply, read from the definition alone. */
export function expectedHoldings(cluster: Cluster): Holdings {
  const machines = vsphereOf(cluster);
  const expected = cluster.pools.flatMap((pool) =>
    pool.machines.map((machine) => expectedMachine(machines, machines.pools[pool.name]!, machine)),
  );
  const controlPlane = cluster.pools.filter(({ role }) => role === 'control-plane').flatMap((pool) => pool.machines);
  const rule = {
    name: `${cluster.name}-control-plane`,
    mandatory: machines.antiAffinity === 'must',
    machines: controlPlane.map(({ name }) => name).sort(),
  };
  return {
    machines: expected.sort((a, b) => (a.name < b.name ? -1 : 1)),
    rules: machines.antiAffinity === 'off' || controlPlane.length < 2 ? [] : [rule],
  };
}

function expectedMachine(machines: Vsphere, pool: VspherePool, machine: Machine): FoundMachine {
  const interfaces = pool.networks.map((name) => pool.machines[machine.key]!.interfaces[name]!);
  const disks = Object.values(pool.disks).sort((a, b) => a.unit - b.unit);
  const { datastore = '', network, networks, folder = '', resourcePool = 'Resources', tags } = machines;
  const addresses = [machine.address, ...interfaces.map(({ address }) => address)];
  return {
    name: machine.name,
    folder,
    template: false,
    poweredOn: true,
    cpus: pool.cpus,
    memoryMiB: pool.memory.mebibytes,
    // the system disk is thin because the template's is
    disks: [
      { gib: pool.disk.gibibytes, datastore, thin: true },
      ...disks.map((disk) => ({ gib: disk.size.gibibytes, datastore: disk.datastore ?? datastore, thin: disk.thin })),
    ],
    macs: [machine.mac ?? '', ...interfaces.map(({ mac }) => mac)],
    networks: [network, ...pool.networks.map((name) => networks[name]!.portGroup)].sort(),
    pool: resourcePool,
    diskUuid: true,
    tags: Object.values(tags).sort(),
    addresses: addresses.flatMap((address) => address?.text ?? []),
  };
}

function vsphereOf({ machines }: Cluster): Vsphere {
  if (machines.kind !== 'vsphere') throw new Error(`no vSphere cluster, got ${machines.kind}; choose another`);
  return machines;
}
