import { describe, expect, it } from 'vitest';
import { defineCluster, Duration, GiB, talos, vsphere, type VsphereOptions } from '../../lib/cluster';
import { VsphereMachines } from '../../lib/terraform/vsphere';
import { vsphereCluster } from '../support/clusters-terraform';
import { definition } from '../support/definition';
import { synth, type TerraformJson } from '../support/terraform';

type Pool = VsphereOptions['pools'][string];

const pool = (more: Partial<Pool> = {}): Pool =>
  vsphere.controlPlane({
    cpus: 4,
    memory: GiB(4),
    disk: GiB(80),
    machines: { 1: { mac: '00:50:56:01:00:01', address: '192.0.2.11' } },
    ...more,
  });
const build = (more: Partial<VsphereOptions> = {}): TerraformJson =>
  synth(
    (stack) =>
      new VsphereMachines(stack, 'machines', { cluster: vsphereCluster({ pools: { control: pool() }, ...more }) }),
  );
const machineOf = (json: TerraformJson) => json.resource.vsphere_virtual_machine!['talos-edge-control-1']!;

/** What Terraform makes of `base64encode(jsonencode({…}))`, read back: HCL's object is JSON with other signs. */
function metadataOf(json: TerraformJson): unknown {
  const { extra_config: config } = machineOf(json) as { extra_config: Record<string, string> };
  const [, object] = /^\$\{base64encode\(jsonencode\((.*)\)\)\}$/.exec(config['guestinfo.metadata']!)!;
  return JSON.parse(object!.replaceAll('" = ', '":'));
}

describe('what a definition may ask of VMs on vSphere', () => {
  it('is a resource pool, by its path', () => {
    const json = build({ resourcePool: 'compute-1/Resources/talos' });
    expect(json.data.vsphere_resource_pool!.edge).toMatchObject({ name: 'compute-1/Resources/talos' });
    expect(machineOf(json).resource_pool_id).toBe('${data.vsphere_resource_pool.edge.id}');
  });

  it('is a cluster of datastores instead of one', () => {
    const json = build({ datastore: undefined, datastoreCluster: 'pod' });
    expect(machineOf(json)).toMatchObject({ datastore_cluster_id: '${data.vsphere_datastore_cluster.edge.id}' });
    expect(machineOf(json)).not.toHaveProperty('datastore_id');
  });

  it('is tags that are there', () => {
    const json = build({ tags: { environment: 'test' } });
    expect(json.data.vsphere_tag!['edge-environment']).toMatchObject({
      name: 'test',
      category_id: '${data.vsphere_tag_category.edge-environment.id}',
    });
    expect(machineOf(json).tags).toEqual(['${data.vsphere_tag.edge-environment.id}']);
  });

  it('is further disks, each at its unit, kept when their machine goes', () => {
    const disks = {
      data: { unit: 1, size: GiB(100) },
      logs: { unit: 3, size: GiB(10), datastore: 'slow', thin: false },
    };
    expect(machineOf(build({ pools: { control: pool({ disks }) } })).disk).toEqual([
      expect.objectContaining({ label: 'disk0', size: 80 }),
      { label: 'data', unit_number: 1, size: 100, thin_provisioned: true, keep_on_remove: true },
      {
        label: 'logs',
        unit_number: 3,
        size: 10,
        thin_provisioned: false,
        keep_on_remove: true,
        datastore_id: '${data.vsphere_datastore.edge-slow.id}',
      },
    ]);
    const loose = build({ pools: { control: pool({ disks, protect: false }) } });
    expect(JSON.stringify(loose)).not.toContain('keep_on_remove');
  });

  it('is written in the order of units, in which the provider keeps them', () => {
    const disks = { archive: { unit: 2, size: GiB(1) }, data: { unit: 1, size: GiB(1) } };
    const written = machineOf(build({ pools: { control: pool({ disks }) } })).disk as { unit_number?: number }[];
    const units = written.map(({ unit_number: unit = 0 }) => unit);
    expect(units).toEqual([0, 1, 2]);
  });

  it('is that workers with disks are protected too', () => {
    const worker = { ...pool({ disks: { data: { unit: 1, size: GiB(1) } } }), role: 'worker' as const };
    const machines = { 1: { mac: '00:50:56:01:00:02', address: '192.0.2.12' } };
    const json = build({ pools: { control: pool(), worker: { ...worker, machines } } });
    expect(json.resource.vsphere_virtual_machine!['talos-edge-worker-1']).toMatchObject({
      lifecycle: { prevent_destroy: true },
    });
  });

  it('is further networks, after that of the nodes and in their order', () => {
    const networks = { backup: { portGroup: 'bk' }, storage: { portGroup: 'st', cidr: '198.51.100.0/24' } };
    const interfaces = {
      backup: { mac: '00:50:56:03:00:01' },
      storage: { mac: '00:50:56:02:00:01', address: '198.51.100.5' },
    };
    const machines = { 1: { mac: '00:50:56:01:00:01', address: '192.0.2.11', interfaces } };
    const json = build({ networks, pools: { control: pool({ networks: ['storage', 'backup'], machines }) } });
    expect((machineOf(json).network_interface as { mac_address: string }[]).map(({ mac_address: mac }) => mac)).toEqual(
      ['00:50:56:01:00:01', '00:50:56:02:00:01', '00:50:56:03:00:01'],
    );
    expect(metadataOf(json)).toMatchObject({
      network: {
        ethernets: {
          eth1: { match: { macaddress: '00:50:56:02:00:01' }, addresses: ['198.51.100.5/24'] },
          eth2: { match: { macaddress: '00:50:56:03:00:01' }, dhcp4: true },
        },
      },
    });
  });

  it('is a template in a content library', () => {
    const json = build({ template: vsphere.libraryItem({ library: 'golden' }) });
    expect(json.data.vsphere_content_library_item!.edge).toMatchObject({ name: 'talos-v1.12.2', type: 'ovf' });
    expect(machineOf(json)).toMatchObject({
      clone: { template_uuid: '${data.vsphere_content_library_item.edge.id}' },
      guest_id: 'other3xLinux64Guest',
    });
  });

  it("is the image factory's OVA, made of the cluster's extensions, or another one", () => {
    const json = build({ template: vsphere.ova({ host: 'esxi-1' }) });
    const { ovf_deploy: ovf, lifecycle } = machineOf(json);
    expect(ovf).toMatchObject({
      remote_ovf_url: expect.stringMatching(
        /^https:\/\/factory\.talos\.dev\/image\/[0-9a-f]{64}\/v1\.12\.2\/vmware-amd64\.ova$/,
      ) as unknown,
      ovf_network_map: { 'VM Network': '${data.vsphere_network.edge.id}' },
    });
    // DRS moves it, and a newer OVA is for new machines
    expect((lifecycle as { ignore_changes: string[] }).ignore_changes).toEqual(
      expect.arrayContaining(['ovf_deploy', 'host_system_id']),
    );
    const other = build({ template: vsphere.ova({ host: 'esxi-1', url: 'https://files.example.com/talos.ova' }) });
    expect(machineOf(other).ovf_deploy).toMatchObject({ remote_ovf_url: 'https://files.example.com/talos.ova' });
  });

  it('is control planes on different hosts: where it can be, always, or not at all', () => {
    const all = vsphereCluster();
    const ruleOf = (antiAffinity?: VsphereOptions['antiAffinity']) =>
      synth((stack) => new VsphereMachines(stack, 'machines', { cluster: vsphereCluster({ antiAffinity }) })).resource
        .vsphere_compute_cluster_vm_anti_affinity_rule;
    expect(ruleOf()!['edge-control-plane']).toMatchObject({
      mandatory: false,
      virtual_machine_ids: all.pools[0]!.machines.map(({ name }) => `\${vsphere_virtual_machine.${name}.id}`),
    });
    expect(ruleOf('must')!['edge-control-plane']).toMatchObject({ mandatory: true });
    expect(ruleOf('off')).toBeUndefined();
    // one machine is apart from itself
    expect(build().resource).not.toHaveProperty('vsphere_compute_cluster_vm_anti_affinity_rule');
  });

  it('is to wait for an address, in whole minutes', () => {
    const cluster = (waitForAddress?: Duration) =>
      defineCluster({
        ...definition(),
        system: talos({ extensions: ['siderolabs/vmtoolsd-guest-agent'] }),
        machines: vsphere({ ...vsphereOptions(), waitForAddress }),
      });
    const timeout = (wait?: Duration) =>
      machineOf(synth((stack) => new VsphereMachines(stack, 'machines', { cluster: cluster(wait) })))
        .wait_for_guest_net_timeout;
    expect([timeout(), timeout(Duration.seconds(30)), timeout(Duration.minutes(5))]).toEqual([0, 1, 5]);
  });
});

function vsphereOptions(): VsphereOptions {
  return {
    server: 'vcenter.example.com',
    datacenter: 'dc',
    cluster: 'compute',
    datastore: 'store',
    network: 'nodes',
    pools: { control: pool() },
  };
}

describe('what a VM reads of its hypervisor', () => {
  it('is its name and its fixed address by its MAC address, before it has a configuration', () => {
    expect(metadataOf(build())).toEqual({
      'instance-id': 'talos-edge-control-1',
      'local-hostname': 'talos-edge-control-1',
      network: {
        version: 2,
        ethernets: {
          // Talos reads interfaces whose names begin so
          eth0: { match: { macaddress: '00:50:56:01:00:01' }, addresses: ['192.0.2.11/24'], gateway4: '192.0.2.1' },
        },
      },
    });
  });

  it('is resolvers too, where the definition lists them', () => {
    const cluster = defineCluster({
      ...definition(),
      network: { ...definition().network, nameservers: ['192.0.2.2'], gateway: '192.0.2.254' },
      machines: vsphere(vsphereOptions()),
    });
    const json = synth((stack) => new VsphereMachines(stack, 'machines', { cluster }));
    expect(metadataOf(json)).toMatchObject({
      network: { ethernets: { eth0: { gateway4: '192.0.2.254', nameservers: { addresses: ['192.0.2.2'] } } } },
    });
  });

  it('is its configuration in Base64, where it is given', () => {
    const json = synth(
      (stack) =>
        new VsphereMachines(stack, 'machines', {
          cluster: vsphereCluster({ pools: { control: pool() } }),
          machineConfig: { 'talos-edge-control-1': '${local.config}' },
        }),
    );
    const { extra_config: config } = machineOf(json) as { extra_config: Record<string, string> };
    expect(config['guestinfo.talos.config']).toBe('${base64encode(local.config)}');
  });
});
