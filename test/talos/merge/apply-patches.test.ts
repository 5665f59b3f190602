import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../lib/cluster';
import { applyPatches } from '../../../lib/talos';
import { deletion, document } from '../../../lib/talos/document';

const main = {
  version: 'v1alpha1',
  machine: { nodeLabels: { a: 'b' }, network: { interfaces: [{ interface: 'eth0' }, { interface: 'eth1' }] } },
  cluster: { proxy: { disabled: true } },
};
const base = [main, document('HostnameConfig', { auto: 'stable' }), document('LinkConfig', { mtu: 1 }, 'net0')];

function patched(...documents: readonly JsonObject[]): readonly JsonObject[] {
  return applyPatches(base, [{ name: 'test', documents }]);
}

describe('applyPatches', () => {
  it('matches documents by kind and name, and appends the others', () => {
    const result = patched(document('LinkConfig', { mtu: 2 }, 'net0'), document('LinkConfig', { mtu: 3 }, 'net1'));
    expect(result.slice(2)).toEqual([
      document('LinkConfig', { mtu: 2 }, 'net0'),
      document('LinkConfig', { mtu: 3 }, 'net1'),
    ]);
  });

  it('applies patches one after another', () => {
    const patches = ['x', 'y'].map((name) => ({ name, documents: [{ machine: { certSANs: [name] } }] }));
    expect(applyPatches(base, patches)[0]).toMatchObject({ machine: { certSANs: ['x', 'y'] } });
  });

  it('deletes a key, a list item and a document', () => {
    const result = patched(
      {
        machine: {
          nodeLabels: { a: deletion },
          network: { interfaces: [{ interface: 'eth0', ...deletion }] },
          certSANs: ['x'],
        },
      },
      document('HostnameConfig', deletion),
    );
    expect(result).toEqual([
      {
        ...main,
        machine: { nodeLabels: {}, network: { interfaces: [{ interface: 'eth1' }] }, certSANs: ['x'] },
      },
      base[2],
    ]);
  });

  it('deletes a field that is not set, and passes over documents that are not there', () => {
    expect(patched({ cluster: { proxy: { image: deletion } } })).toEqual(base);
    expect(
      patched(document('KubeFlannelCNIConfig', deletion), document('VolumeConfig', { trim: deletion }, 'X')),
    ).toEqual([
      ...base,
      // what is left of a patch that deletes a field is a document still
      document('VolumeConfig', {}, 'X'),
    ]);
  });

  it('deletes from the main document before it merges, wherever the deletion stands', () => {
    const [document] = patched({ machine: { nodeLabels: { c: 'd' } } }, { machine: { nodeLabels: deletion } });
    expect(document).toMatchObject({ machine: { nodeLabels: { c: 'd' } } });
    expect(document).not.toHaveProperty('machine.nodeLabels.a');
  });

  it('keeps empty maps and lists of a patch', () => {
    expect(patched({ machine: { certSANs: [], sysctls: {} } })[0]).toMatchObject({
      machine: { certSANs: [], sysctls: {} },
    });
  });

  it.each([
    [
      'a key of a map that is not there',
      { machine: { nodeLabels: { z: deletion } } },
      'machine.nodeLabels.z cannot be deleted',
    ],
    [
      'a section that is not there',
      { machine: { kubelet: { image: deletion } } },
      'machine.kubelet.image cannot be deleted',
    ],
    [
      'a list item that is not there',
      { machine: { network: { interfaces: [{ interface: 'eth9', ...deletion }] } } },
      'machine.network.interfaces cannot be deleted',
    ],
    [
      'a key inside a list item',
      { machine: { network: { interfaces: [{ interface: 'eth0', mtu: deletion }] } } },
      'got a deletion inside a list item',
    ],
    ['a list item without a field', { machine: { network: { interfaces: [{ ...deletion }] } } }, 'got none named'],
    ['the main document', { ...deletion }, 'the main document cannot be deleted'],
  ])('fails to delete %s', (_what, patch, message) => {
    expect(() => patched(patch)).toThrow(message);
    expect(() => patched(patch)).toThrow('patch test: ');
  });

  it('fails for documents that exclude each other', () => {
    expect(() => patched(document('BondConfig', {}, 'net0'))).toThrow(
      'BondConfig/net0: a document that excludes LinkConfig/net0; keep one of the two',
    );
  });

  it('shows no value of a configuration in its messages', () => {
    const secret = { machine: { kubelet: { extraConfig: { a: 'hidden' } } } };
    const other = { machine: { kubelet: { extraConfig: { a: 7 } } } };
    const apply = () => applyPatches([secret], [{ name: 'test', documents: [other] }]);
    expect(apply).toThrow('has another type');
    expect(apply).not.toThrow('hidden');
  });
});
