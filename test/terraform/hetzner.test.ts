import { describe, expect, it } from 'vitest';
import { hetzner, talosImageName } from '../../lib/cluster';
import { HcloudProvider, HetznerFoundation } from '../../lib/terraform/hetzner';
import { hetznerCluster, vsphereCluster } from '../support/clusters-terraform';
import { addresses, synth } from '../support/terraform';

const foundation = (cluster = hetznerCluster()) =>
  synth((stack) => new HetznerFoundation(stack, 'foundation', { cluster }));

const rulesOf = (json: ReturnType<typeof foundation>) =>
  json.resource.hcloud_firewall!.edge!.rule as readonly Record<string, unknown>[];

describe('the foundation of a cluster on Hetzner', () => {
  const cluster = hetznerCluster();
  const json = foundation(cluster);

  it('has addresses that name the cluster', () => {
    expect(addresses(json)).toEqual([
      'data.hcloud_image.edge-amd64',
      'data.hcloud_network.edge',
      'hcloud_firewall.edge',
      'hcloud_firewall_attachment.edge',
    ]);
  });

  it('lets the given networks reach both APIs, everyone ping, and nothing else in', () => {
    const from = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'];
    expect(rulesOf(json)).toEqual([
      { direction: 'in', protocol: 'tcp', port: '6443', source_ips: from, description: 'Kubernetes API' },
      { direction: 'in', protocol: 'tcp', port: '50000', source_ips: from, description: 'Talos API' },
      { direction: 'in', protocol: 'icmp', source_ips: ['0.0.0.0/0', '::/0'], description: 'ICMP' },
    ]);
  });

  it('takes the networks that may reach the APIs from the definition', () => {
    const rules = rulesOf(foundation(hetznerCluster({ firewall: { apiFrom: ['203.0.113.0/24'] } })));
    expect(rules.filter(({ protocol }) => protocol === 'tcp').map((rule) => rule.source_ips)).toEqual([
      ['203.0.113.0/24'],
      ['203.0.113.0/24'],
    ]);
  });

  it('opens no API where no network may reach it', () => {
    const rules = rulesOf(foundation(hetznerCluster({ firewall: { apiFrom: [] } })));
    expect(rules.map(({ protocol }) => protocol)).toEqual(['icmp']);
  });

  it('puts the servers that Cluster API makes behind the firewall, by their label', () => {
    expect(json.resource.hcloud_firewall_attachment!.edge).toMatchObject({
      firewall_id: '${hcloud_firewall.edge.id}',
      label_selectors: ['caph-cluster-edge==owned'],
    });
  });

  it('looks the network up and does not make one', () => {
    expect(json.data.hcloud_network!.edge).toMatchObject({ name: 'edge' });
    expect(json.resource).not.toHaveProperty('hcloud_network');
  });

  it('looks up the image that Cluster API boots', () => {
    expect(json.data.hcloud_image!['edge-amd64']).toMatchObject({
      with_selector: `caph-image-name==${talosImageName('amd64', cluster.versions.talos)}`,
      with_architecture: 'x86',
      most_recent: true,
    });
  });

  it('looks up an image of its own for arm64', () => {
    const arm = hetznerCluster({
      pools: { 'control-plane': hetzner.controlPlane({ count: 3, type: 'cax21', location: 'nbg1' }) },
    });
    expect(foundation(arm).data.hcloud_image).toEqual({
      'edge-arm64': expect.objectContaining({
        with_selector: `caph-image-name==${talosImageName('arm64', arm.versions.talos)}`,
        with_architecture: 'arm',
      }) as unknown,
    });
  });

  it('hands out what is known after apply only', () => {
    expect(json.output).toEqual({
      'edge-firewall-id': { value: '${hcloud_firewall.edge.id}' },
      'edge-network-id': { value: '${data.hcloud_network.edge.id}' },
      'edge-image-id-amd64': { value: '${data.hcloud_image.edge-amd64.id}' },
    });
  });

  it('has a provider without a token', () => {
    expect(json.provider.hcloud).toEqual([{}]);
    expect(JSON.stringify(json)).not.toContain('token');
  });

  it('uses the provider of its stack where there is one', () => {
    const { provider, resource } = synth((stack) => {
      const given = new HcloudProvider(stack, 'hcloud', { alias: 'other' });
      new HetznerFoundation(stack, 'foundation', { cluster, provider: given });
    });
    expect(provider.hcloud).toEqual([{ alias: 'other' }]);
    expect(resource.hcloud_firewall!.edge).toMatchObject({ provider: 'hcloud.other' });
  });

  it('has addresses that are identifiers where the name of the cluster starts with a digit', () => {
    const { resource } = foundation({ ...cluster, name: '1st' });
    expect(resource.hcloud_firewall).toMatchObject({ _1st: { name: '1st' } });
  });

  it('fails for a cluster on another infrastructure', () => {
    expect(() => foundation(vsphereCluster())).toThrow(
      'HetznerFoundation cannot build the machines of this infrastructure, got "vsphere"; allowed: hetzner; use the constructs of vsphere',
    );
  });
});
