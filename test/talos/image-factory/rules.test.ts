import { describe, expect, it } from 'vitest';
import { check, formatProblem, talos } from '../../../lib/cluster';
import { definition, hetznerDefinition } from '../../support/definition';

type Image = NonNullable<NonNullable<Parameters<typeof talos>[0]>['image']>;

function problems(image: Image, base = definition()): string[] {
  return check({ ...base, system: talos({ image }) }).map(formatProblem);
}

describe('rules of the image', () => {
  it('accept all that the factory takes', () => {
    expect(
      problems({
        factory: 'factory.example.com:8443',
        owner: 'platform',
        kernelArgs: ['console=ttyS0,115200', '-selinux'],
        meta: [{ key: 255, value: '' }],
        bootloader: 'dual-boot',
        secureBoot: { enrollKeys: 'off' },
        sectorSize: 512,
        overlay: { image: 'siderolabs/sbc-rockchip', name: 'board' },
        embeddedConfig: 'machine: {}\n',
      }),
    ).toEqual([]);
  });

  it.each<[string, Image, string]>([
    ['a URL for a host', { factory: 'https://factory.example.com' }, 'system.image.factory: not a host'],
    ['a path behind the host', { factory: 'factory.example.com/talos' }, 'system.image.factory: not a host'],
    [
      'two kernel arguments in one',
      { kernelArgs: ['a b'] },
      'system.image.kernelArgs.0: more than one kernel argument',
    ],
    ['an empty kernel argument', { kernelArgs: ['a', ''] }, 'system.image.kernelArgs.1: an empty kernel argument'],
    ['a META key that no byte holds', { meta: [{ key: 256, value: '' }] }, 'system.image.meta.0.key: too large'],
    ['the META key of empty places', { meta: [{ key: 0, value: '' }] }, 'system.image.meta.0.key: too small'],
    [
      'a META key with two values',
      { meta: [10, 10].map((key) => ({ key, value: 'a' })) },
      'system.image.meta.1.key: the META key has a value already',
    ],
    ['GRUB for secure boot', { secureBoot: true, bootloader: 'grub' }, 'system.image.bootloader: no boot loader for'],
    ['an unknown boot loader', { bootloader: 'lilo' as 'grub' }, 'system.image.bootloader: not one of the values'],
    [
      'an unknown way to enrol',
      { secureBoot: { enrollKeys: 'on' as 'off' } },
      'system.image.secureBoot.enrollKeys: not',
    ],
    ['an odd sector size', { sectorSize: 1024 as 512 }, 'system.image.sectorSize: not one of the values'],
  ])('fails for %s', (_, image, expected) => {
    const found = problems(image);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(expected);
  });

  it('fails for a configuration inside the image of a release that reads none', () => {
    const old = { ...definition(), versions: { kubernetes: 'v1.33.0', talos: 'v1.11.6' } };
    expect(problems({ embeddedConfig: 'machine: {}\n' }, old)).toEqual([
      'system.image.embeddedConfig: not supported by Talos v1.11.6; allowed: Talos 1.12 or later; remove it, or choose a later release of Talos',
    ]);
  });

  it('fails for secure boot on servers of Hetzner Cloud', () => {
    expect(problems({ secureBoot: true }, hetznerDefinition())).toHaveLength(1);
    expect(problems({ secureBoot: false }, hetznerDefinition())).toEqual([]);
  });
});
