import { Annotations } from 'cdktf';
import { describe, expect, it } from 'vitest';
import { defineCluster, GiB, hetzner, talos, type HetznerMachinesOptions } from '../../lib/cluster';
import { HcloudProvider, HetznerMachines, type HetznerMachinesProps } from '../../lib/terraform/hetzner';
import { hetznerMachinesCluster, hetznerMachinesDefinition } from '../support/clusters-terraform';
import { addresses, synth } from '../support/terraform';

const build = (more: Partial<HetznerMachinesOptions> = {}, props: Partial<HetznerMachinesProps> = {}) =>
  synth((stack) => new HetznerMachines(stack, 'machines', { cluster: hetznerMachinesCluster(more), ...props }));

const address = (host: number) => ({ address: `10.10.64.${String(host)}` });

describe('the machines of a cluster on Hetzner', () => {
  const json = build();
  const servers = json.resource.hcloud_server!;

  it('come with their network, firewall, placement group and load balancer, all under the name of the cluster', () => {
    expect(addresses(json).filter((name) => !name.startsWith('hcloud_server.'))).toEqual([
      'data.hcloud_image.edge-amd64',
      'hcloud_firewall.edge',
      'hcloud_firewall_attachment.edge',
      'hcloud_load_balancer.edge',
      'hcloud_load_balancer_network.edge',
      'hcloud_load_balancer_service.edge-kubernetes',
      'hcloud_load_balancer_service.edge-talos',
      'hcloud_load_balancer_target.edge',
      'hcloud_network.edge',
      'hcloud_network_subnet.edge-nodes',
      'hcloud_placement_group.edge-controlplane-1',
    ]);
  });

  it('stand in the locations that the definition names', () => {
    expect(Object.fromEntries(Object.entries(servers).map(([name, { location }]) => [name, location]))).toEqual({
      'talos-edge-controlplane-1': 'nbg1',
      'talos-edge-controlplane-2': 'fsn1',
      'talos-edge-controlplane-3': 'hel1',
      'talos-edge-worker-1': 'nbg1',
      'talos-edge-worker-2': 'nbg1',
    });
  });

  it('are in the private network from their first second, at their own address', () => {
    expect(servers['talos-edge-worker-1']).toMatchObject({
      server_type: 'cx43',
      network: [{ network_id: '${hcloud_network.edge.id}', ip: '10.10.64.21', alias_ips: [] }],
      depends_on: ['hcloud_network_subnet.edge-nodes'],
    });
  });

  it('keep to different hosts where they run the control plane', () => {
    expect(servers['talos-edge-controlplane-1']!.placement_group_id).toBe(
      '${hcloud_placement_group.edge-controlplane-1.id}',
    );
    expect(servers['talos-edge-worker-1']).not.toHaveProperty('placement_group_id');
  });

  it('boot the newest snapshot of their Talos, made of their extensions', () => {
    const selectorOf = (extensions: string[]) => {
      const cluster = defineCluster({ ...hetznerMachinesDefinition(), system: talos({ extensions }) });
      const { data } = synth((stack) => new HetznerMachines(stack, 'machines', { cluster }));
      return data.hcloud_image!['edge-amd64'] as { with_selector: string; most_recent: boolean };
    };
    expect(selectorOf([])).toMatchObject({
      with_selector: expect.stringMatching(
        /^os==talos,talos==v1\.12\.2,architecture==amd64,schematic==[0-9a-f]{32}$/,
      ) as unknown,
      with_architecture: 'x86',
      most_recent: true,
    });
    expect(selectorOf([]).with_selector).not.toBe(selectorOf(['siderolabs/qemu-guest-agent']).with_selector);
    expect(servers['talos-edge-worker-1']!.image).toBe('${data.hcloud_image.edge-amd64.id}');
  });

  it('are not made anew when the snapshot, the configuration or the keys change', () => {
    for (const { lifecycle } of Object.values(servers))
      expect(lifecycle).toMatchObject({ ignore_changes: ['image', 'user_data', 'ssh_keys'] });
  });

  it('are behind the firewall and the load balancer by their labels', () => {
    expect(servers['talos-edge-controlplane-1']!.labels).toEqual({
      cluster: 'edge',
      group: 'test',
      pool: 'controlplane',
      role: 'control-plane',
    });
    expect(json.resource.hcloud_firewall_attachment!.edge).toMatchObject({
      label_selectors: ['cluster==edge,group==test'],
    });
    expect(json.resource.hcloud_load_balancer_target!.edge).toMatchObject({
      label_selector: 'cluster==edge,group==test,role==control-plane',
      use_private_ip: true,
      depends_on: ['hcloud_load_balancer_network.edge'],
    });
  });

  it('are reached through both ports of a load balancer with a fixed address in the node network', () => {
    expect(json.resource.hcloud_load_balancer!.edge).toMatchObject({
      load_balancer_type: 'lb11',
      network_zone: 'eu-central',
      lifecycle: { prevent_destroy: true },
    });
    expect(json.resource.hcloud_load_balancer_network!.edge).toMatchObject({
      subnet_id: '${hcloud_network_subnet.edge-nodes.id}',
      ip: '10.10.64.126',
    });
    const services = Object.values(json.resource.hcloud_load_balancer_service!);
    expect(services.map(({ listen_port, destination_port }) => [listen_port, destination_port])).toEqual([
      [6443, 6443],
      [50000, 50000],
    ]);
    // a string here, a number everywhere else
    for (const { load_balancer_id: id } of services) expect(id).toBe('${hcloud_load_balancer.edge.id}');
    expect(json.output!['edge-endpoint']!.value).toBe('${hcloud_load_balancer.edge.ipv4}');
  });

  it('have a provider without a token', () => {
    expect(json.provider.hcloud).toEqual([{}]);
    expect(JSON.stringify(json)).not.toContain('token');
  });
});

describe('what a definition may ask of servers on Hetzner', () => {
  const pools = (more: object) => ({
    control: hetzner.controlPlane({ type: 'cx33', location: 'nbg1', machines: { 1: address(11) }, ...more }),
  });
  const serverOf = (json: ReturnType<typeof build>) => json.resource.hcloud_server!['talos-edge-control-1']!;

  it('is public addresses that stay', () => {
    const { resource } = build({ pools: pools({ primaryIps: true }) });
    expect(resource.hcloud_server!['talos-edge-control-1']!.public_net).toEqual([
      {
        ipv4_enabled: true,
        ipv4: '${hcloud_primary_ip.talos-edge-control-1-ipv4.id}',
        ipv6_enabled: true,
        ipv6: '${hcloud_primary_ip.talos-edge-control-1-ipv6.id}',
      },
    ]);
    expect(resource.hcloud_primary_ip!['talos-edge-control-1-ipv4']).toMatchObject({
      type: 'ipv4',
      auto_delete: false,
      location: 'nbg1',
      lifecycle: { prevent_destroy: true },
    });
  });

  it('is none of them: then they are reached at their own', () => {
    const json = build({ pools: pools({ publicNetwork: { ipv4: false, ipv6: false } }) });
    expect(serverOf(json).public_net).toEqual([{ ipv4_enabled: false, ipv6_enabled: false }]);
    expect(json.output!['edge-machines']!.value).toMatchObject({
      'talos-edge-control-1': { reachable_at: '10.10.64.11' },
    });
  });

  it('is volumes, which are never destroyed unless the definition says so', () => {
    const volumes = { pg: { size: GiB(50), format: 'xfs' as const } };
    const { resource } = build({ pools: pools({ volumes }) });
    expect(resource.hcloud_volume!['talos-edge-control-1-pg']).toMatchObject({
      size: 50,
      format: 'xfs',
      location: 'nbg1',
      lifecycle: { prevent_destroy: true },
    });
    expect(resource.hcloud_volume_attachment!['talos-edge-control-1-pg']).toMatchObject({
      server_id: '${hcloud_server.talos-edge-control-1.id}',
      automount: false,
    });
    const loose = build({ pools: pools({ volumes, protect: false }) });
    expect(JSON.stringify(loose.resource)).not.toContain('prevent_destroy');
  });

  it('is several placement groups, by tens of the keys of the machines', () => {
    const machines = Object.fromEntries([1, 2, 11].map((key) => [key, address(10 + key)]));
    const { resource } = build({ pools: pools({ machines }) });
    expect(Object.keys(resource.hcloud_placement_group!)).toEqual(['edge-control-1', 'edge-control-2']);
  });

  it('is an image by its id, or by a selector', () => {
    const byId = build({ image: { id: 4711 } });
    expect(byId.resource.hcloud_server!['talos-edge-worker-1']!.image).toBe('4711');
    expect(byId).not.toHaveProperty('data');
    const selected = build({ image: { selector: 'golden==yes' } });
    expect(selected.data.hcloud_image!['edge-amd64']).toMatchObject({ with_selector: 'golden==yes' });
  });

  it('is an image that the stack makes by itself', () => {
    const json = build({}, { images: { amd64: '${imager_image.talos.image_id}' } });
    expect(json.resource.hcloud_server!['talos-edge-worker-1']!.image).toBe('${imager_image.talos.image_id}');
    expect(json).not.toHaveProperty('data');
  });

  it('is records of the endpoint, in a zone above it or in its own', () => {
    const nameOf = (zone: string) => build({ dns: { zone } }).resource.hcloud_zone_rrset!['edge-a']!.name;
    expect([nameOf('example.com'), nameOf('edge.example.com'), nameOf('api.edge.example.com')]).toEqual([
      'api.edge',
      'api',
      '@',
    ]);
    expect(build({ dns: { zone: 'example.com' } }).resource.hcloud_zone_rrset!['edge-aaaa']).toMatchObject({
      type: 'AAAA',
      ttl: 300,
      records: [{ value: '${hcloud_load_balancer.edge.ipv6}' }],
    });
  });

  it('is further subnets, which every server waits for', () => {
    const json = build({ network: { cidr: '10.10.0.0/16', zone: 'eu-central', subnets: { extra: '10.10.65.0/24' } } });
    expect(json.resource.hcloud_network_subnet!['edge-extra']).toMatchObject({ ip_range: '10.10.65.0/24' });
    expect(json.resource.hcloud_server!['talos-edge-worker-1']!.depends_on).toContain(
      'hcloud_network_subnet.edge-extra',
    );
  });

  it('is further ports, of the definition and of the stack', () => {
    const json = build(
      { firewall: { allow: [{ port: '30000-32767', protocol: 'udp', from: ['198.51.100.0/24'] }] } },
      { firewall: { allow: [{ port: 443, from: ['0.0.0.0/0'], description: 'HTTPS' }] } },
    );
    const rules = json.resource.hcloud_firewall!.edge!.rule as Record<string, unknown>[];
    expect(rules.slice(-2)).toEqual([
      { direction: 'in', protocol: 'udp', port: '30000-32767', source_ips: ['198.51.100.0/24'] },
      { direction: 'in', protocol: 'tcp', port: '443', source_ips: ['0.0.0.0/0'], description: 'HTTPS' },
    ]);
  });

  it('is a server type on its way out, with a warning', () => {
    const cluster = hetznerMachinesCluster({ pools: pools({ type: 'cx32' }) });
    let warnings: readonly unknown[] = [];
    synth((stack) => {
      const machines = new HetznerMachines(stack, 'machines', { cluster });
      warnings = machines.node.metadata.map(({ data }) => data as unknown);
      expect(Annotations.of(machines)).toBeDefined();
    });
    expect(warnings).toEqual([expect.stringContaining('deprecated in nbg1 since 2025-10-16') as unknown]);
  });
});

describe('some pools of a cluster on Hetzner', () => {
  it('have a firewall of their own, no load balancer, and a network that is there', () => {
    const json = build({}, { pools: ['worker'], existingNetwork: true });
    expect(addresses(json)).toEqual([
      'data.hcloud_image.edge-amd64',
      'data.hcloud_network.edge',
      'hcloud_firewall.edge-worker',
      'hcloud_firewall_attachment.edge-worker',
      'hcloud_server.talos-edge-worker-1',
      'hcloud_server.talos-edge-worker-2',
    ]);
    expect(json.resource.hcloud_firewall_attachment!['edge-worker']).toMatchObject({
      label_selectors: ['cluster==edge,group==test,pool in (worker)'],
    });
  });

  it('use the provider of their stack', () => {
    const { provider, resource } = synth((stack) => {
      const given = new HcloudProvider(stack, 'hcloud', { alias: 'other' });
      new HetznerMachines(stack, 'machines', { cluster: hetznerMachinesCluster(), provider: given });
    });
    expect(provider.hcloud).toEqual([{ alias: 'other' }]);
    for (const blocks of Object.values(resource))
      for (const block of Object.values(blocks)) expect(block.provider).toBe('hcloud.other');
  });
});
