import { describe, expect, it } from 'vitest';
import { hetzner } from '../../lib/cluster';
import { HetznerMachines, packerFiles } from '../../lib/terraform/hetzner';
import { hetznerCluster, hetznerMachinesCluster, vsphereCluster } from '../support/clusters-terraform';
import { synth } from '../support/terraform';

const address = (host: number) => ({ address: `10.10.64.${String(host)}` });

describe('templates for Packer', () => {
  const templates = (cluster: Parameters<typeof packerFiles>[0]) =>
    packerFiles(cluster).map(({ path, body }) => [path, (body as { value: unknown }).value] as const);

  it('make the snapshot that Terraform looks for, and Cluster API too', () => {
    const [[path, template]] = templates(hetznerMachinesCluster()) as [readonly [string, unknown]];
    expect(path).toBe('terraform/test/edge/packer/talos-amd64.pkr.json');
    const { source } = template as { source: { hcloud: { talos: { snapshot_labels: Record<string, string> } } } };
    const { 'caph-image-name': name, ...labels } = source.hcloud.talos.snapshot_labels;
    expect(name).toBe('talos-amd64-v1.12.2');
    const selector = Object.entries(labels)
      .map(([key, value]) => `${key}==${value}`)
      .join(',');
    const { data } = synth((stack) => new HetznerMachines(stack, 'machines', { cluster: hetznerMachinesCluster() }));
    expect(data.hcloud_image!['edge-amd64']!.with_selector).toBe(selector);
    for (const value of Object.values(labels)) expect(value).toMatch(/^[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$/);
  });

  it('are made on the smallest disk, from the image factory', () => {
    const [[, template]] = templates(hetznerMachinesCluster()) as [readonly [string, unknown]];
    expect(template).toMatchObject({
      source: { hcloud: { talos: { server_type: 'cpx12', location: 'nbg1', rescue: 'linux64' } } },
    });
    expect(JSON.stringify(template)).toMatch(
      /https:\/\/factory\.talos\.dev\/image\/[0-9a-f]{64}\/v1\.12\.2\/hcloud-amd64\.raw\.xz/,
    );
  });

  it('are one for each architecture', () => {
    const cluster = hetznerMachinesCluster({
      pools: {
        arm: hetzner.controlPlane({ type: 'cax21', location: 'hel1', machines: { 1: address(11) } }),
        intel: hetzner.worker({ type: 'ccx13', location: 'nbg1', machines: { 1: address(21) } }),
      },
    });
    expect(templates(cluster).map(([path]) => path)).toEqual([
      'terraform/test/edge/packer/talos-amd64.pkr.json',
      'terraform/test/edge/packer/talos-arm64.pkr.json',
    ]);
  });

  it('are the same for servers that Cluster API makes, and none elsewhere', () => {
    expect(templates(hetznerCluster())).toHaveLength(1);
    expect(templates(vsphereCluster())).toEqual([]);
  });

  it('are none where Terraform makes the snapshots', () => {
    expect(templates(hetznerMachinesCluster({ image: hetzner.upload() }))).toEqual([]);
  });
});
