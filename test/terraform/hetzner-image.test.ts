import { describe, expect, it } from 'vitest';
import { hetzner, type HetznerMachinesOptions } from '../../lib/cluster';
import { HetznerMachines, type HetznerMachinesProps } from '../../lib/terraform/hetzner';
import { hetznerMachinesCluster } from '../support/clusters-terraform';
import { synth } from '../support/terraform';

const build = (more: Partial<HetznerMachinesOptions>, props: Partial<HetznerMachinesProps> = {}) =>
  synth((stack) => new HetznerMachines(stack, 'machines', { cluster: hetznerMachinesCluster(more), ...props }));

const address = (host: number) => ({ address: `10.10.64.${String(host)}` });

describe('servers on Hetzner whose image Terraform makes', () => {
  it("boot a snapshot that Terraform makes of the image factory's disk, where the definition says so", () => {
    const made = build({ image: hetzner.upload() });
    expect(made.data).toBeUndefined();
    expect(made.resource.imager_image!['edge-amd64']).toMatchObject({
      image_url: expect.stringMatching(
        /^https:\/\/factory\.talos\.dev\/image\/[0-9a-f]{64}\/v1\.12\.2\/hcloud-amd64\.raw\.xz$/,
      ) as unknown,
      architecture: 'x86',
      location: 'nbg1',
      server_type: 'cpx12',
      labels: { cluster: 'edge', group: 'test', os: 'talos', talos: 'v1.12.2', architecture: 'amd64' },
      lifecycle: { create_before_destroy: true, ignore_changes: ['location', 'server_type'] },
    });
    for (const { image } of Object.values(made.resource.hcloud_server!))
      expect(image).toBe('${imager_image.edge-amd64.image_id}');
    expect(made.provider.imager).toEqual([{}]);
    expect(made.terraform.required_providers.imager).toEqual({ source: 'hcloud-talos/imager', version: '0.1.1' });
  });

  it('have one such snapshot for each kind of processor, made where the definition says', () => {
    const pools = {
      arm: hetzner.controlPlane({ type: 'cax21', location: 'hel1', machines: { 1: address(11) } }),
      intel: hetzner.worker({ type: 'ccx13', location: 'nbg1', machines: { 1: address(21) } }),
    };
    const { resource } = build({ pools, image: hetzner.upload({ location: 'fsn1' }) });
    const images = Object.entries(resource.imager_image!);
    expect(images.map(([name, { architecture, location }]) => [name, architecture, location]).sort()).toEqual([
      ['edge-amd64', 'x86', 'fsn1'],
      ['edge-arm64', 'arm', 'fsn1'],
    ]);
    expect(resource.hcloud_server!['talos-edge-arm-1']!.image).toBe('${imager_image.edge-arm64.image_id}');
  });

  it('take images that the stack makes itself, and then no provider that makes any', () => {
    const json = build({ image: hetzner.upload() }, { images: { amd64: '${hcloud_snapshot.mine.id}' } });
    expect(json.provider.imager).toBeUndefined();
    expect(json.resource.imager_image).toBeUndefined();
    expect(json.resource.hcloud_server!['talos-edge-worker-1']!.image).toBe('${hcloud_snapshot.mine.id}');
  });
});
