import { describe, expect, it } from 'vitest';
import { defineCluster, talos } from '../../../lib/cluster';
import {
  clusterInstaller,
  imageSource,
  imageUrl,
  installerImage,
  installerRepository,
  nodeConfig,
  nodePatches,
  platforms,
  poolPatches,
  pxeUrl,
  stockInstaller,
  type ImageFile,
} from '../../../lib/talos';
import { definition, hetznerDefinition } from '../../support/definition';
import { dummySecrets } from '../dummy-secrets';

const id = '376567988ad370138ad8b2698212367b8edcb69b5fd68c80be1f2ec7d603b4ba';
const source = { schematic: id, version: 'v1.12.2' };
const arm = { architecture: 'arm64' } as const;
const metal = { platform: 'metal', architecture: 'amd64' } as const;

describe('imageUrl', () => {
  const files: readonly (readonly [ImageFile, string, string])[] = [
    [{ kind: 'iso', ...metal }, 'metal-amd64.iso', 'metal-amd64-secureboot.iso'],
    [{ kind: 'disk', ...metal }, 'metal-amd64.raw.zst', 'metal-amd64-secureboot.raw.zst'],
    [{ kind: 'disk', ...arm, platform: 'hcloud' }, 'hcloud-arm64.raw.xz', 'hcloud-arm64-secureboot.raw.xz'],
    [{ kind: 'disk', ...metal, platform: 'vmware' }, 'vmware-amd64.ova', 'vmware-amd64-secureboot.ova'],
    [{ kind: 'disk', ...metal, platform: 'gcp' }, 'gcp-amd64.raw.tar.gz', 'gcp-amd64-secureboot.raw.tar.gz'],
    [{ kind: 'disk', ...metal, format: 'qcow2' }, 'metal-amd64.qcow2', 'metal-amd64-secureboot.qcow2'],
    [{ kind: 'uki', ...metal }, 'metal-amd64-uki.efi', 'metal-amd64-secureboot-uki.efi'],
    [{ kind: 'cmdline', ...metal }, 'cmdline-metal-amd64', 'cmdline-metal-amd64-secureboot'],
    [{ kind: 'installer', ...metal }, 'metal-installer-amd64.tar', 'metal-installer-amd64-secureboot.tar'],
    [{ kind: 'kernel', ...arm }, 'kernel-arm64', 'kernel-arm64'],
    [{ kind: 'initramfs', ...arm }, 'initramfs-arm64.xz', 'initramfs-arm64.xz'],
  ];

  it.each(files)('of %j ends in %s, and for secure boot in %s', (file, plain, secure) => {
    const folder = `https://factory.talos.dev/image/${id}/v1.12.2`;
    expect(imageUrl(source, file)).toBe(`${folder}/${plain}`);
    expect(imageUrl({ ...source, secureBoot: true }, file)).toBe(`${folder}/${secure}`);
  });

  it('fails for the disk of a platform that has none, unless the format is named', () => {
    const file = { kind: 'disk', ...metal, platform: 'vultr' } as const;
    expect(() => imageUrl(source, file)).toThrow('no disk image is published for the platform, got vultr');
    expect(imageUrl(source, { ...file, format: 'raw.xz' })).toMatch(/vultr-amd64\.raw\.xz$/);
  });

  it('knows a disk image or another way to boot for each platform', () => {
    for (const platform of Object.values(platforms)) expect('disk' in platform || platform.boot.length > 0).toBe(true);
  });
});

describe('pxeUrl', () => {
  it('has a host of its own at the public factory only', () => {
    expect(pxeUrl({ ...source, secureBoot: true }, 'metal', 'amd64')).toBe(
      `https://pxe.factory.talos.dev/pxe/${id}/v1.12.2/metal-amd64-secureboot`,
    );
    expect(pxeUrl({ ...source, factory: 'factory.example.com:8080' }, 'metal', 'arm64')).toBe(
      `https://factory.example.com:8080/pxe/${id}/v1.12.2/metal-arm64`,
    );
  });
});

describe('installerImage', () => {
  it('names factory, platform, schematic and version', () => {
    expect(installerImage(source, 'vmware')).toBe(`factory.talos.dev/vmware-installer/${id}:v1.12.2`);
    expect(installerRepository({ ...source, secureBoot: true }, 'metal')).toBe(
      `factory.talos.dev/metal-installer-secureboot/${id}`,
    );
  });

  it('of the stock moves to the factory with Talos 1.14', () => {
    expect(stockInstaller('v1.13.9')).toBe('ghcr.io/siderolabs/installer:v1.13.9');
    expect(stockInstaller('v1.14.1')).toBe(`factory.talos.dev/metal-installer/${id}:v1.14.1`);
  });
});

describe('an image of a definition', () => {
  const image = { factory: 'factory.example.com', secureBoot: true, kernelArgs: ['console=ttyS0'] };
  const cluster = defineCluster({ ...definition(), system: talos({ image }) });

  it('comes from the factory that the definition names', () => {
    expect(imageSource(cluster)).toMatchObject({
      factory: 'factory.example.com',
      version: 'v1.12.2',
      secureBoot: true,
    });
    expect(clusterInstaller(cluster)).toMatch(
      /^factory\.example\.com\/vmware-installer-secureboot\/[0-9a-f]{64}:v1\.12\.2$/,
    );
    expect(clusterInstaller(cluster)).not.toContain(id);
  });

  it('reaches the patches and the whole configuration of each machine', () => {
    const pool = cluster.pools[0]!;
    const [machine] = pool.machines;
    const install = { install: { disk: '/dev/sda', image: clusterInstaller(cluster) } };
    expect(nodePatches(cluster, machine!)).not.toEqual([]);
    expect(poolPatches(cluster, pool).flatMap(({ documents }) => documents)).toContainEqual(
      expect.objectContaining({ machine: expect.objectContaining(install) as unknown }),
    );
    expect(nodeConfig(cluster, machine!, dummySecrets())[0]).toMatchObject({ machine: install });
  });

  it('is the one of Hetzner Cloud on its servers', () => {
    expect(clusterInstaller(defineCluster(hetznerDefinition()))).toContain('/hcloud-installer/');
  });
});
