import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../lib/cluster';
import { document } from '../../../lib/talos/document';
import { mergeDocument } from '../../../lib/talos/merge/merge-document';

const machine = (fields: JsonObject) => ({ machine: fields });
const cluster = (fields: JsonObject) => ({ cluster: fields });
const network = (...interfaces: JsonObject[]) => machine({ network: { interfaces } });

// each row was asked of Talos's own patcher, machinery 1.14.1
const table: readonly [rule: string, left: JsonObject, right: JsonObject, merged: JsonObject][] = [
  ['lists are appended', machine({ certSANs: ['a'] }), machine({ certSANs: ['b'] }), machine({ certSANs: ['a', 'b'] })],
  ['empty texts and zeros are ignored', machine({ token: 'a' }), machine({ token: '' }), machine({ token: 'a' })],
  [
    'false always wins',
    cluster({ proxy: { disabled: true } }),
    cluster({ proxy: { disabled: false } }),
    cluster({ proxy: { disabled: false } }),
  ],
  ['null says nothing', machine({ token: 'a' }), machine({ token: null }), machine({ token: 'a' })],
  [
    'networks are replaced',
    cluster({ network: { podSubnets: ['a'] } }),
    cluster({ network: { podSubnets: ['b'] } }),
    cluster({ network: { podSubnets: ['b'] } }),
  ],
  [
    'the audit policy is replaced',
    cluster({ apiServer: { auditPolicy: { a: 1 } } }),
    cluster({ apiServer: { auditPolicy: { b: 1 } } }),
    cluster({ apiServer: { auditPolicy: { b: 1 } } }),
  ],
  [
    'flags are replaced one by one, an empty one as well',
    machine({ kubelet: { extraArgs: { a: '1', b: '2' } } }),
    machine({ kubelet: { extraArgs: { b: '', c: ['3'] } } }),
    machine({ kubelet: { extraArgs: { a: '1', b: '', c: ['3'] } } }),
  ],
  [
    'interfaces are merged by name',
    network({ interface: 'a', mtu: 1, addresses: ['x'] }),
    network({ interface: 'a', mtu: 2, addresses: ['y'] }, { interface: 'b' }),
    network({ interface: 'a', mtu: 2, addresses: ['x', 'y'] }, { interface: 'b' }),
  ],
  [
    'interfaces are merged by selector',
    network({ deviceSelector: { driver: 'x' } }),
    network({ deviceSelector: { driver: 'x' }, mtu: 2 }, { deviceSelector: { driver: 'y' } }),
    network({ deviceSelector: { driver: 'x' }, mtu: 2 }, { deviceSelector: { driver: 'y' } }),
  ],
  [
    'VLANs are merged by number',
    network({ interface: 'a', vlans: [{ vlanId: 1, mtu: 1 }] }),
    network({ interface: 'a', vlans: [{ vlanId: 1, mtu: 2 }, { vlanId: 2 }] }),
    network({ interface: 'a', vlans: [{ vlanId: 1, mtu: 2 }, { vlanId: 2 }] }),
  ],
  [
    'admission plugins are merged by name',
    cluster({ apiServer: { admissionControl: [{ name: 'a', configuration: { x: [1] } }] } }),
    cluster({ apiServer: { admissionControl: [{ name: 'a', configuration: { x: [2] } }] } }),
    cluster({ apiServer: { admissionControl: [{ name: 'a', configuration: { x: [1, 2] } }] } }),
  ],
  [
    'files of an extension are merged by path',
    document('ExtensionServiceConfig', { configFiles: [{ mountPath: '/a', content: 'x' }] }, 's'),
    document('ExtensionServiceConfig', { configFiles: [{ mountPath: '/a', content: 'y' }, { mountPath: '/b' }] }, 's'),
    document('ExtensionServiceConfig', { configFiles: [{ mountPath: '/a', content: 'y' }, { mountPath: '/b' }] }, 's'),
  ],
  [
    'rules of images are replaced by pattern',
    document('ImageVerificationConfig', { rules: [{ image: 'a', skip: true }] }),
    document('ImageVerificationConfig', { rules: [{ image: 'a', deny: true }, { image: 'b' }] }),
    document('ImageVerificationConfig', { rules: [{ image: 'a', deny: true }, { image: 'b' }] }),
  ],
  [
    'ports and sources of a rule are replaced',
    document('NetworkRuleConfig', { portSelector: { ports: [1] }, ingress: [{ subnet: 'a' }] }, 'r'),
    document('NetworkRuleConfig', { portSelector: { ports: [2] } }, 'r'),
    document('NetworkRuleConfig', { portSelector: { ports: [2] }, ingress: [{ subnet: 'a' }] }, 'r'),
  ],
  [
    'a word that stands for zero is ignored',
    document('NetworkDefaultActionConfig', { ingress: 'block' }),
    document('NetworkDefaultActionConfig', { ingress: 'accept' }),
    document('NetworkDefaultActionConfig', { ingress: 'block' }),
  ],
  [
    'a duration of zero is ignored',
    document('WatchdogTimerConfig', { timeout: '1m0s' }),
    document('WatchdogTimerConfig', { timeout: '0s' }),
    document('WatchdogTimerConfig', { timeout: '1m0s' }),
  ],
  [
    'a zero that can be left out wins',
    document('KubeSpanConfig', { mtu: 1500 }),
    document('KubeSpanConfig', { mtu: 0 }),
    document('KubeSpanConfig', { mtu: 0 }),
  ],
  [
    'a URL is replaced part by part',
    cluster({ controlPlane: { endpoint: 'https://a:6443/x?y=1' } }),
    cluster({ controlPlane: { endpoint: 'http://b' } }),
    cluster({ controlPlane: { endpoint: 'http://b/x?y=1' } }),
  ],
  [
    'certificate and key are one value',
    machine({ ca: { crt: 'a', key: 'b' } }),
    machine({ ca: { crt: 'c' } }),
    machine({ ca: { crt: 'c', key: '' } }),
  ],
  [
    'a volume that a patch touches loses the selector and the least size that it does not repeat',
    document('VolumeConfig', { provisioning: { diskSelector: { match: 'x' }, minSize: '1GiB', maxSize: '2GiB' } }, 'V'),
    document('VolumeConfig', { mount: { secure: false } }, 'V'),
    document('VolumeConfig', { provisioning: { diskSelector: {}, maxSize: '2GiB' }, mount: { secure: false } }, 'V'),
  ],
  [
    'a percentage does not replace a size in bytes',
    document('UserVolumeConfig', { provisioning: { maxSize: '1GiB' } }, 'u'),
    document('UserVolumeConfig', { provisioning: { maxSize: '50%' } }, 'u'),
    document('UserVolumeConfig', { provisioning: { maxSize: '1GiB' } }, 'u'),
  ],
];

describe('mergeDocument', () => {
  it.each(table)('%s', (_rule, left, right, merged) => {
    expect(mergeDocument(left, right)).toEqual(merged);
  });

  it('changes neither of the two', () => {
    for (const [, left, right] of table) {
      const before = JSON.stringify([left, right]);
      mergeDocument(left, right);
      expect(JSON.stringify([left, right])).toBe(before);
    }
  });

  it('fails where data of no known shape would change its type', () => {
    const kubelet = (extraConfig: JsonObject) => machine({ kubelet: { extraConfig } });
    expect(() => mergeDocument(kubelet({ a: 1 }), kubelet({ a: 'x' }))).toThrow(
      'machine.kubelet.extraConfig.a has another type, got a string over a number; give it the type it has',
    );
    expect(() => mergeDocument(kubelet({ a: [1] }), kubelet({ a: {} }))).toThrow('got an object over a list');
    expect(() => mergeDocument(kubelet({ a: 1 }), kubelet({ a: null }))).toThrow('got null over a number');
  });

  it('fails where a list would become a map', () => {
    expect(() => mergeDocument(machine({ certSANs: ['a'] }), machine({ certSANs: { a: 1 } }))).toThrow(
      'machine.certSANs has another form',
    );
  });

  it('fails for a second size of the install disk, as Talos does', () => {
    const disk = machine({ install: { diskSelector: { size: '>= 1GB' } } });
    expect(() => mergeDocument(disk, disk)).toThrow('machine.install.diskSelector.size is set already');
  });
});
