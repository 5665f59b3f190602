import type { Schematic } from '../../../lib/talos';

const extensions = (...officialExtensions: readonly string[]): Schematic => ({
  customization: { systemExtensions: { officialExtensions } },
});

/** Schematics and the ids that the image factory itself gave them, as facts. */
export const vectors: readonly { readonly of: string; readonly schematic: Schematic; readonly id: string }[] = [
  { of: 'nothing', schematic: {}, id: '376567988ad370138ad8b2698212367b8edcb69b5fd68c80be1f2ec7d603b4ba' },
  {
    of: 'kernel arguments',
    schematic: { customization: { extraKernelArgs: ['noapic', 'nolapic'] } },
    id: '9cba8e32753f91a16c1837ab8abf356af021706ef284aef07380780177d9a06c',
  },
  {
    of: 'another kernel argument',
    schematic: { customization: { extraKernelArgs: ['vga=791'] } },
    id: 'eea1f9534c46d95c4715a2f13d17eacb927c13a42ef087c79b22c3bd0c49d073',
  },
  {
    of: 'META values',
    schematic: { customization: { meta: [{ key: 10, value: 'foo' }] } },
    id: 'd308a2a5ee2277bed5fbaa104fcbc8d59122abfa737df987a95b4ca763459a7f',
  },
  {
    of: "Microsoft's certificates",
    schematic: { customization: { secureboot: { includeWellKnownCertificates: true } } },
    id: 'fa8e05f142a851d3ee568eb0a8e5841eaf6b0ebc8df9a63df16ac5ed2c04f3e6',
  },
  {
    of: 'a sector size',
    schematic: { customization: { diskImage: { sectorSize: 4096 } } },
    id: '92833e9ddd9bb9e11b2464fa5525429f01866306d52ebd882ee08d7918f6d1ea',
  },
  {
    of: 'an overlay',
    schematic: { overlay: { image: 'siderolabs/sbc-raspberrypi', name: 'rpi_generic' } },
    id: 'ee21ef4a5ef808a9b7484cc0dda0f25075021691c8c09a276591eedb638ea1f9',
  },
  {
    of: 'the agent of QEMU',
    schematic: extensions('siderolabs/qemu-guest-agent'),
    id: 'ce4c980550dd2ab1b17bbf2b08801c7eb59418eafe8f279833297925d67c7515',
  },
  {
    of: 'the agent of vSphere',
    schematic: extensions('siderolabs/vmtoolsd-guest-agent'),
    id: '903b2da78f99adef03cbbd4df6714563823f63218508800751560d3bc3557e40',
  },
  {
    of: 'two extensions',
    schematic: extensions('siderolabs/iscsi-tools', 'siderolabs/util-linux-tools'),
    id: '613e1592b2da41ae5e265e8789429f22e121aab91cb4deb6bc3c0b6262961245',
  },
];
