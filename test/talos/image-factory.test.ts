import { describe, expect, it } from 'vitest';
import { installerImage, schematicId, schematicOf } from '../../lib/talos';

// ids that the image factory itself gave
const vectors = [
  { extensions: [], id: '376567988ad370138ad8b2698212367b8edcb69b5fd68c80be1f2ec7d603b4ba' },
  {
    extensions: ['siderolabs/qemu-guest-agent'],
    id: 'ce4c980550dd2ab1b17bbf2b08801c7eb59418eafe8f279833297925d67c7515',
  },
  {
    extensions: ['siderolabs/vmtoolsd-guest-agent'],
    id: '903b2da78f99adef03cbbd4df6714563823f63218508800751560d3bc3557e40',
  },
  {
    extensions: ['siderolabs/iscsi-tools', 'siderolabs/util-linux-tools'],
    id: '613e1592b2da41ae5e265e8789429f22e121aab91cb4deb6bc3c0b6262961245',
  },
];

describe('schematicId', () => {
  it.each(vectors)('of $extensions is the id that the image factory gives', ({ extensions, id }) => {
    expect(schematicId(extensions)).toBe(id);
  });

  it('depends neither on the order of the extensions nor on repetition', () => {
    const [, , , two] = vectors;
    expect(schematicId([...two!.extensions, ...two!.extensions].reverse())).toBe(two!.id);
  });

  it('fails for a name that YAML would read as something else', () => {
    expect(() => schematicOf(['siderolabs/qemu-guest-agent', 'a: b'])).toThrow('not an extension, got ["a: b"]');
  });
});

describe('installerImage', () => {
  it('names platform, schematic and version', () => {
    expect(installerImage('vmware', [], 'v1.12.2')).toBe(
      'factory.talos.dev/vmware-installer/376567988ad370138ad8b2698212367b8edcb69b5fd68c80be1f2ec7d603b4ba:v1.12.2',
    );
  });
});
