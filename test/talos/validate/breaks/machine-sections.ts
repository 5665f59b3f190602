import type { Breakable } from './break';
import { leastWorker, machine, pair } from './main-document';

const links = 'machine.network.interfaces';

export const machineSections: readonly Breakable[] = [
  machine({}, [
    ['machine', undefined],
    ['cluster', undefined],
    ['persist', false],
    ['machine.type', 'master'],
    ['machine.ca', undefined, 'machine.ca.key'],
    ['machine.ca.key', ''],
    ['machine.ca.crt', 'no base64'],
    ['machine.netwrk', {}],
  ]),
  machine(
    {},
    [
      ['machine.ca.key', 'YQ=='],
      ['machine.ca', undefined, 'machine.ca.crt'],
      ['cluster.ca', pair, 'cluster.ca.key'],
      ['cluster.etcd', { ca: pair }],
      [links, [{ interface: 'eth0', vip: { ip: '192.0.2.9' } }], `${links}[0].vip`],
      [links, [{ interface: 'eth0', vlans: [{ vlanId: 1, vip: { ip: '192.0.2.9' } }] }], `${links}[0].vlans[0].vip`],
      ['machine.features.kubernetesTalosAPIAccess', { enabled: true }],
    ],
    leastWorker,
  ),
  machine({ install: { disk: '/dev/sda', extensions: [{ image: 'a' }], extraKernelArgs: ['a=1'] } }, [
    ['machine.install.disk', undefined],
    ['machine.install.grubUseUKICmdline', true, 'machine.install.extraKernelArgs'],
    ['machine.install.extensions', [{ image: 'a' }, { image: 'a' }], 'machine.install.extensions[1].image'],
  ]),
  machine({ install: { diskSelector: { size: '>= 100GB', type: 'ssd' } } }, [
    ['machine.install.diskSelector.size', 'large'],
    ['machine.install.diskSelector.type', 'tape'],
    ['machine.install.diskSelector.name', 'sda'],
  ]),
  machine({ disks: [{ device: '/dev/sdb', partitions: [{ size: '1 GB' }, {}] }] }, [
    ['machine.disks.0.partitions.0.size', undefined, 'machine.disks[0].partitions[0]'],
    ['machine.disks', [null], 'machine.disks[0]'],
  ]),
  machine(
    {
      kubelet: { extraConfig: { maxPods: 1 }, nodeIP: { validSubnets: ['192.0.2.0/24'] } },
      nodeLabels: { a: 'b' },
      nodeAnnotations: { a: 'b' },
      nodeTaints: { a: 'NoExecute' },
    },
    [
      ['machine.kubelet.extraConfig', { port: 1 }, 'machine.kubelet.extraConfig.port'],
      ['machine.kubelet.nodeIP.validSubnets', ['x'], 'machine.kubelet.nodeIP.validSubnets[0]'],
      ['machine.nodeLabels', { 'a b': 'c' }, 'machine.nodeLabels.a b'],
      ['machine.nodeAnnotations', { 'a b': 'c' }, 'machine.nodeAnnotations.a b'],
      ['machine.nodeTaints', { a: 'b' }, 'machine.nodeTaints.a'],
    ],
  ),
  machine(
    {
      systemDiskEncryption: {
        state: {
          provider: 'luks2',
          keys: [
            { slot: 0, nodeID: {} },
            { slot: 1, tpm: {} },
          ],
        },
      },
    },
    [
      ['machine.systemDiskEncryption.state.keys', []],
      ['machine.systemDiskEncryption.state.keys.1.slot', 0],
      ['machine.systemDiskEncryption.state.keys.0.nodeID', undefined, 'machine.systemDiskEncryption.state.keys[0]'],
    ],
  ),
  machine({ logging: { destinations: [{ endpoint: 'udp://192.0.2.3:514', format: 'json_lines' }] } }, [
    ['machine.logging.destinations.0.endpoint', undefined],
    ['machine.logging.destinations.0.endpoint', 'https://192.0.2.3'],
    ['machine.logging.destinations.0.format', 'text'],
  ]),
  machine({ features: { hostDNS: { enabled: true, forwardKubeDNSToHost: true }, nodeAddressSortAlgorithm: 'v2' } }, [
    ['machine.features.hostDNS.enabled', false, 'machine.features.hostDNS.forwardKubeDNSToHost'],
    ['machine.features.nodeAddressSortAlgorithm', 'v3'],
    [
      'machine.features.kubernetesTalosAPIAccess',
      { enabled: true, allowedRoles: ['os:root'] },
      'machine.features.kubernetesTalosAPIAccess.allowedRoles[0]',
    ],
  ]),
];
