import { describe, expect, it } from 'vitest';
import { machineName, talosTemplateName } from '../../lib/cluster';
import { VsphereMachines, vsphereProvider, type VsphereMachinesProps } from '../../lib/terraform/vsphere';
import { hetznerCluster, vsphereCluster, withoutMachine } from '../support/clusters-terraform';
import { addresses, synth } from '../support/terraform';

const machines = (props: Partial<VsphereMachinesProps> = {}) =>
  synth((stack) => new VsphereMachines(stack, 'machines', { cluster: vsphereCluster(), ...props }));

describe('the machines of a cluster on vSphere', () => {
  const cluster = vsphereCluster();
  const json = machines({ cluster });
  const all = json.resource.vsphere_virtual_machine!;

  it('are one virtual machine each, under an address that is the name of the machine', () => {
    expect(Object.keys(all)).toEqual([
      'talos-edge-controlplane-1',
      'talos-edge-controlplane-2',
      'talos-edge-controlplane-3',
      'talos-edge-worker-1',
      'talos-edge-worker-2',
    ]);
    for (const [address, machine] of Object.entries(all)) expect(machine.name).toBe(address);
  });

  it('look up what the server holds already under the name of the cluster', () => {
    expect(addresses({ data: json.data })).toEqual([
      'data.vsphere_compute_cluster.edge',
      'data.vsphere_datacenter.edge',
      'data.vsphere_datastore.edge',
      'data.vsphere_network.edge',
      'data.vsphere_virtual_machine.edge-template',
    ]);
  });

  it('carry the size, the address and the boot settings of the definition', () => {
    for (const pool of cluster.pools) {
      for (const { key, mac } of pool.machines) {
        const [cpus, memory, disk] = pool.role === 'worker' ? [8, 32 * 1024, 300] : [4, 4 * 1024, 80];
        expect(all[machineName(cluster.name, pool.name, key)]).toMatchObject({
          num_cpus: cpus,
          memory,
          disk: [{ label: 'disk0', size: disk }],
          network_interface: [{ use_static_mac: true, mac_address: mac }],
          folder: 'talos',
          enable_disk_uuid: true,
          wait_for_guest_net_timeout: 0,
          wait_for_guest_ip_timeout: 0,
        });
      }
    }
  });

  it('have no CD-ROM and no vApp', () => {
    for (const machine of Object.values(all)) {
      expect(machine).not.toHaveProperty('cdrom');
      expect(machine).not.toHaveProperty('vapp');
    }
  });

  it('are cloned from the template of the Talos version, and boot as it does', () => {
    expect(json.data.vsphere_virtual_machine!['edge-template']).toMatchObject({
      name: talosTemplateName(cluster.versions.talos),
    });
    const template = 'data.vsphere_virtual_machine.edge-template';
    for (const machine of Object.values(all)) {
      expect(machine).toMatchObject({
        clone: { template_uuid: `\${${template}.id}` },
        guest_id: `\${${template}.guest_id}`,
        firmware: `\${${template}.firmware}`,
        scsi_type: `\${${template}.scsi_type}`,
      });
    }
  });

  it('are cloned from the template that the definition names', () => {
    const { data } = machines({ cluster: vsphereCluster({ template: 'golden' }) });
    expect(data.vsphere_virtual_machine!['edge-template']).toMatchObject({ name: 'golden' });
  });

  it('keep control planes from being destroyed, and workers not', () => {
    for (const [address, { lifecycle }] of Object.entries(all)) {
      const { prevent_destroy: kept } = lifecycle as { prevent_destroy?: boolean };
      expect(kept, address).toBe(address.includes('controlplane') ? true : undefined);
    }
  });

  it('are not replaced when the template changes', () => {
    for (const { lifecycle } of Object.values(all))
      expect(lifecycle).toMatchObject({ ignore_changes: expect.arrayContaining(['clone']) as unknown });
  });

  it('come without a folder where the definition has none', () => {
    const { resource } = machines({ cluster: vsphereCluster({ folder: undefined }) });
    for (const machine of Object.values(resource.vsphere_virtual_machine!))
      expect(machine).not.toHaveProperty('folder');
  });

  it('keep their addresses and their contents when a machine leaves', () => {
    const left = machines({ cluster: vsphereCluster({ pools: withoutMachine('worker', '1') }) });
    const { 'talos-edge-worker-1': gone, ...rest } = all;
    expect(gone).toBeDefined();
    expect(left.resource.vsphere_virtual_machine).toEqual(rest);
  });
});

describe('some pools of a cluster on vSphere', () => {
  it('are built alone', () => {
    const { resource } = machines({ pools: ['worker'] });
    expect(Object.keys(resource.vsphere_virtual_machine!)).toEqual(['talos-edge-worker-1', 'talos-edge-worker-2']);
  });

  it('can be built by two constructs of one stack that share a provider', () => {
    const cluster = vsphereCluster();
    const { provider, resource, data } = synth((stack) => {
      const shared = vsphereProvider(stack, 'vcenter.example.com');
      new VsphereMachines(stack, 'a', { cluster, pools: ['controlplane'], provider: shared });
      new VsphereMachines(stack, 'b', { cluster, pools: ['worker'], provider: shared });
    });
    expect(provider.vsphere).toHaveLength(1);
    expect(Object.keys(resource.vsphere_virtual_machine!)).toHaveLength(5);
    expect(Object.keys(data.vsphere_virtual_machine!)).toEqual(['edge-template']);
  });

  it('fails for names that the cluster does not have, all of them at once, with what is allowed', () => {
    expect(() => machines({ pools: ['workers', 'gpu'] })).toThrow(
      'pools: cluster test/edge has no such machine pool, got "workers"; allowed: controlplane, worker; did you mean worker?',
    );
    expect(() => machines({ pools: ['workers', 'gpu'] })).toThrow('got "gpu"');
  });
});

describe('the vSphere provider', () => {
  const json = machines();

  it('is pinned to the exact version that its bindings were made from', () => {
    const { terraform } = json;
    expect(terraform.required_providers.vsphere).toEqual({
      source: 'vmware/vsphere',
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/) as unknown,
    });
  });

  it('takes its credentials from variables that carry no value', () => {
    expect(json.provider.vsphere).toEqual([
      { vsphere_server: 'vcenter.example.com', user: '${var.vsphere_user}', password: '${var.vsphere_password}' },
    ]);
    expect(json.variable).toEqual({
      vsphere_user: { type: 'string', sensitive: true, default: null },
      vsphere_password: { type: 'string', sensitive: true, default: null },
    });
  });

  it('always verifies the certificate of the server', () => {
    expect(JSON.stringify(json)).not.toContain('allow_unverified_ssl');
  });
});

describe('a text of the definition that reads like a template', () => {
  it('reaches vSphere as it stands', () => {
    const { data, resource } = machines({ cluster: vsphereCluster({ datastore: 'a${b}', folder: '%{if}${HOME}' }) });
    expect(data.vsphere_datastore!.edge).toMatchObject({ name: 'a$${b}' });
    expect(Object.values(resource.vsphere_virtual_machine!)[0]).toMatchObject({ folder: '%%{if}$${HOME}' });
  });
});

describe('a cluster on another infrastructure', () => {
  it('fails with what is allowed', () => {
    expect(() => machines({ cluster: hetznerCluster() })).toThrow(
      'test/edge machines: VsphereMachines cannot build the machines of this infrastructure, got "hetzner"; allowed: vsphere; use the constructs of hetzner',
    );
  });
});
