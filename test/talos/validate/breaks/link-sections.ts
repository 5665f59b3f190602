import type { JsonObject } from '../../../../lib/cluster';
import type { Breakable } from './break';
import { leastControlPlane, link } from './main-document';

const key = Buffer.alloc(32, 7).toString('base64');
const links = 'machine.network.interfaces';

export const linkSections: readonly Breakable[] = [
  link(
    {
      interface: 'eth0',
      addresses: ['192.0.2.2/24'],
      routes: [{ network: '0.0.0.0/0', gateway: '192.0.2.1', source: '192.0.2.2' }],
      vip: { ip: '192.0.2.9' },
      vlans: [{ vlanId: 7, addresses: ['192.0.2.2/24'] }],
    },
    [
      [`${links}.0.interface`, undefined, `${links}[0]`],
      [`${links}.0.deviceSelector`, { driver: 'a' }, `${links}[0]`],
      [`${links}.0.deviceSelector`, {}, `${links}[0]`],
      [`${links}.0.addresses`, ['eth0'], `${links}[0].addresses[0]`],
      [`${links}.0.cidr`, '192.0.2.2/24'],
      [`${links}.0.vip.ip`, '192.0.2.9/32'],
      [`${links}.0.routes.0`, { metric: 1 }, `${links}[0].routes[0]`],
      [`${links}.0.routes.0.network`, 'default'],
      [`${links}.0.routes.0.gateway`, '192.0.2.1/24'],
      [`${links}.0.routes.0.source`, 'fe80::1%eth0'],
      [`${links}.0.vlans.0.addresses`, ['x'], `${links}[0].vlans[0].addresses[0]`],
      [`${links}.0.vlans.0.cidr`, '192.0.2.2/24'],
      [`${links}.0.vlans.0.vlanId`, 70000],
      [links, [null], `${links}[0]`],
    ],
  ),
  link({ deviceSelector: { driver: 'virtio' }, dhcp: true }, [[`${links}.0.deviceSelector`, {}]]),
  link(
    {
      interface: 'bond0',
      bond: { interfaces: ['eth0', 'eth1'], mode: '802.3ad', lacpRate: 'fast', miimon: 100, updelay: 200 },
    },
    [
      [`${links}.0.bridge`, { interfaces: [] }, `${links}[0]`],
      [`${links}.0.bond.deviceSelectors`, [{ driver: 'a' }], `${links}[0].bond`],
      [`${links}.0.bond.mode`, 'lacp'],
      [`${links}.0.bond.mode`, '802.3AD'],
      [`${links}.0.bond.mode`, 'balance-rr', `${links}[0].bond.lacpRate`],
      [`${links}.0.bond.lacpRate`, 'never'],
      [`${links}.0.bond.xmitHashPolicy`, 'layer1'],
      [`${links}.0.bond.arpAllTargets`, 'x'],
      [`${links}.0.bond.primaryReselect`, 'x'],
      [`${links}.0.bond.failOverMac`, 'x'],
      [`${links}.0.bond.adSelect`, 'x'],
      [`${links}.0.bond.arpValidate`, 'all'],
      [`${links}.0.bond.arpInterval`, 1],
      [`${links}.0.bond.primary`, 'eth0'],
      [`${links}.0.bond.packetsPerSlave`, 2],
      [`${links}.0.bond.tlbDynamicLb`, 1],
      [`${links}.0.bond.arpIPTarget`, ['192.0.2.1']],
      [`${links}.0.bond.adActorSystem`, 'x'],
      [`${links}.0.bond.updelay`, 150],
      [`${links}.0.bond.miimon`, 0, `${links}[0].bond.updelay`],
      [`${links}.0.bond.downdelay`, 1],
      [`${links}.1.dhcp`, true, `${links}[1]`],
      [`${links}.1.bridge`, { interfaces: ['eth1'] }, `${links}[0].bond.interfaces[1]`],
    ],
    { interface: 'eth0' },
  ),
  link({ interface: 'bond0', bond: { interfaces: ['eth0'], mode: 'active-backup' } }, [
    [`${links}.0.bond.adActorSysPrio`, 1],
    [`${links}.0.bond.adUserPortKey`, 1],
  ]),
  link(
    {
      interface: 'wg0',
      wireguard: {
        privateKey: key,
        peers: [{ publicKey: key, endpoint: '192.0.2.7:51820', allowedIPs: ['198.51.100.0/24'] }],
      },
    },
    [
      [`${links}.0.wireguard.privateKey`, undefined],
      [`${links}.0.wireguard.peers.0.publicKey`, 'YQ=='],
      [`${links}.0.wireguard.peers.0.endpoint`, '192.0.2.7'],
      [`${links}.0.wireguard.peers.0.allowedIPs`, ['198.51.100.0'], `${links}[0].wireguard.peers[0].allowedIPs[0]`],
    ],
  ),
  {
    document: {
      ...leastControlPlane,
      machine: {
        ...(leastControlPlane.machine as JsonObject),
        network: { kubespan: { enabled: true, mtu: 1400, filters: { endpoints: ['192.0.2.0/24'] } } },
      },
      cluster: { id: 'x', secret: 'x', discovery: { enabled: true } },
    },
    breaks: [
      ['machine.network.kubespan.mtu', 1000],
      ['machine.network.kubespan.filters.endpoints', ['x'], 'machine.network.kubespan.filters.endpoints[0]'],
      [
        'machine.network.kubespan.filters.excludeAdvertisedNetworks',
        ['192.0.2.1'],
        'machine.network.kubespan.filters.excludeAdvertisedNetworks[0]',
      ],
      ['cluster.discovery.enabled', false, 'machine.network.kubespan.enabled'],
      [
        'cluster.discovery.registries',
        { service: { endpoint: 'https://a/b' } },
        'cluster.discovery.registries.service.endpoint',
      ],
      ['cluster.id', ''],
      ['cluster.secret', undefined],
    ],
  },
];
