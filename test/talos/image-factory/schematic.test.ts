import { fc, test } from '@fast-check/vitest';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { defineCluster, talos } from '../../../lib/cluster';
import { schematicId, schematicOf, schematicText } from '../../../lib/talos';
import { parseDocuments } from '../../../lib/yaml';
import { definition } from '../../support/definition';
import { vectors } from './vectors';

type Options = NonNullable<Parameters<typeof talos>[0]>;

function textOf(options: Options): string {
  return schematicText(schematicOf(defineCluster({ ...definition(), system: talos(options) })));
}

describe('schematicId', () => {
  it.each(vectors)('of $of is the id that the image factory gives', ({ schematic, id }) => {
    expect(schematicId(schematic)).toBe(id);
  });

  it('is the hash of the text', () => {
    const schematic = { customization: { extraKernelArgs: ['a'] } };
    expect(schematicId(schematic)).toBe(createHash('sha256').update(schematicText(schematic)).digest('hex'));
  });

  it('keeps the order of lists, which the factory does not sort', () => {
    const [one, other] = [
      ['a', 'b'],
      ['b', 'a'],
    ].map((extraKernelArgs) => ({ customization: { extraKernelArgs } }));
    expect(schematicId(one!)).not.toBe(schematicId(other!));
  });
});

describe('schematicOf', () => {
  it('holds all that a definition says of its images, in the order of the factory', () => {
    expect(
      textOf({
        extensions: ['siderolabs/util-linux-tools', 'siderolabs/iscsi-tools'],
        image: {
          owner: 'platform',
          kernelArgs: ['net.ifnames=0', 'console=ttyS0'],
          meta: [{ key: 10, value: '{}' }],
          bootloader: 'sd-boot',
          secureBoot: { enrollKeys: 'force', includeWellKnownCertificates: true },
          sectorSize: 4096,
          overlay: { image: 'siderolabs/sbc-rockchip', name: 'board', options: { b: [1, 1.5], a10: true, a9: null } },
          embeddedConfig: 'apiVersion: v1alpha1\nkind: HostnameConfig\n',
        },
      }),
    ).toBe(`owner: platform
overlay:
    image: siderolabs/sbc-rockchip
    name: board
    options:
        a9: null
        a10: true
        b:
            - 1
            - 1.5
customization:
    embeddedMachineConfiguration: |
        apiVersion: v1alpha1
        kind: HostnameConfig
    extraKernelArgs:
        - net.ifnames=0
        - console=ttyS0
    meta:
        - key: 10
          value: '{}'
    systemExtensions:
        officialExtensions:
            - siderolabs/iscsi-tools
            - siderolabs/util-linux-tools
    bootloader: sd-boot
    secureboot:
        enrollKeys: force
        includeWellKnownCertificates: true
    diskImage:
        sectorSize: 4096
`);
  });

  it('is the empty schematic where nothing is asked for; secure boot alone is a matter of names', () => {
    expect(textOf({})).toBe('customization: {}\n');
    expect(textOf({ image: { secureBoot: true } })).toBe('customization: {}\n');
  });

  it('does not depend on the order in which extensions are listed', () => {
    const names = ['siderolabs/iscsi-tools', 'siderolabs/gvisor'];
    expect(textOf({ extensions: names })).toBe(textOf({ extensions: [...names].reverse() }));
  });
});

describe('schematicText', () => {
  it.each([
    ['yes', '"yes"'],
    ['123', '"123"'],
    ['12:30', '"12:30"'],
    ['2001-01-01', '"2001-01-01"'],
    ['2001-02-30', '2001-02-30'],
    ['0o8', '0o8'],
    ['.5_0', '".5_0"'],
    ['._5', '._5'],
    ['18446744073709551616', '"18446744073709551616"'],
    ['a: b', "'a: b'"],
    ["it's # not", "'it''s # not'"],
    ["it's", "it's"],
    ['a\tb', '"a\\tb"'],
    ['😀', '"\\U0001F600"'],
    ['漢字', '漢字'],
    ['a\nb', '|-\n            a\n            b'],
    [' a\n', '|4\n             a'],
    ['a \nb', '"a \\nb"'],
    ['\ufeffa', '"\\uFEFF\\x61"'],
  ])('writes %j as go-yaml does', (value, written) => {
    const text = schematicText({ customization: { meta: [{ key: 1, value }] } });
    expect(text).toBe(`customization:\n    meta:\n        - key: 1\n          value: ${written}\n`);
  });

  it('writes a key that has lines, or is long, before a colon of its own', () => {
    const options = { ['k'.repeat(129)]: { a: 1 }, 'a\nb': 'c' };
    expect(schematicText({ overlay: { image: 'i', name: 'b', options } })).toBe(
      `overlay:\n    image: i\n    name: b\n    options:\n        ? |-\n            a\n            b\n        : c\n` +
        `        ? ${'k'.repeat(129)}\n        :   a: 1\ncustomization: {}\n`,
    );
  });

  it('fails for half a surrogate pair, which no YAML holds', () => {
    expect(() => schematicText({ owner: '\ud800' })).toThrow('not a text, got "\\ud800"; remove the half');
  });

  // what go-yaml cannot read back itself: leading space inside of lists, and line ends of YAML 1.1
  const readable = fc.string({ unit: 'grapheme' }).filter((text) => !/^\s|[\r\u0085\u2028\u2029\ufeff]/.test(text));
  test.prop([fc.array(readable, { minLength: 1 })])('is read back as what it says', (extraKernelArgs) => {
    const text = schematicText({ customization: { extraKernelArgs } });
    expect(parseDocuments(text)).toEqual([{ customization: { extraKernelArgs } }]);
  });
});
