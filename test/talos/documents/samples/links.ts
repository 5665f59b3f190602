import {
  bond,
  bridge,
  dhcp4,
  dhcp6,
  dummyLink,
  ethernet,
  layer2Vip,
  link,
  linkAlias,
  vlan,
  vrf,
} from '../../../../lib/talos';
import type { Choices, Samples } from './sample';

const MAC = '02:00:5e:10:00:01';
const device = (random: Choices) => random.pick(['eth0', 'eth1', 'eth0.7']);

const settings = (random: Choices) => ({
  up: random.maybe(() => random.chance(0.8)),
  mtu: random.maybe(() => random.pick([1450, 9000])),
  addresses: random.maybe(() => [
    { address: '192.0.2.11/24', routePriority: random.maybe(() => 100, 0.1) },
    ...(random.chance(0.5) ? [{ address: '2001:db8::11/64' }] : []),
  ]),
  routes: random.maybe(() => [
    random.pick([{ gateway: '192.0.2.1' }, { gateway: '2001:db8::1' }]),
    {
      destination: '198.51.100.0/24',
      gateway: '192.0.2.2',
      source: random.maybe(() => '192.0.2.11'),
      metric: random.maybe(() => 2048),
      mtu: random.maybe(() => 1400),
      table: random.maybe(() => '100' as const, 0.1),
    },
  ]),
  multicast: random.maybe(() => true, 0.1),
});

const duid = (random: Choices) =>
  random.maybe(
    () => ({ clientIdentifier: 'duid' as const, duidRaw: '00:01:00:01:23:45:67:89:ab:cd:ef:01:23:45' }),
    0.3,
  );

/** Modes and settings that go together. */
const modes = [
  {
    bondMode: '802.3ad',
    miimon: 100,
    updelay: 200,
    downdelay: 200,
    lacpRate: 'fast',
    adActorSysPrio: 1,
    adUserPortKey: 2,
  },
  { bondMode: 'active-backup', miimon: 100, primaryReselect: 'better', failOverMac: 'active', numPeerNotif: 2 },
  {
    bondMode: 'active-backup',
    arpInterval: 100,
    arpIpTargets: ['192.0.2.1'],
    arpValidate: 'all',
    arpAllTargets: 'any',
  },
  { bondMode: 'balance-rr', packetsPerSlave: 2, resendIGMP: 1, useCarrier: true, minLinks: 1 },
  { bondMode: 'balance-tlb', tlbLogicalLb: 1, lpInterval: 1, allSlavesActive: 1, peerNotifDelay: 0 },
  { bondMode: 'balance-xor', xmitHashPolicy: 'layer3+4', missedMax: 2 },
  { bondMode: '802.3ad', miimon: 50, updelay: 0, downdelay: 0, adSelect: 'bandwidth', adLACPActive: 'on' },
] as const;

/** Links of every form, and their addresses. */
export const linkSamples: Samples = {
  link: ({ random }) => link(device(random), settings(random)),
  linkAlias: ({ random }) =>
    linkAlias(random.pick(['net0', 'lan%d']), { selector: { match: `mac(link.permanent_addr) == "${MAC}"` } }),
  dhcp4: ({ random }) =>
    dhcp4(device(random), {
      routeMetric: random.maybe(() => 512),
      ignoreHostname: random.maybe(() => true, 0.2),
      ignoreRoutes: random.maybe(() => true, 0.2),
      ...duid(random),
    }),
  dhcp6: ({ random }) => [
    ...(random.chance(0.5) ? [dhcp4('eth0')] : []),
    dhcp6('eth0', { routeMetric: random.maybe(() => 512), ...duid(random) }),
  ],
  bond: ({ random }) =>
    bond('bond0', {
      ...settings(random),
      links: ['eth0', 'eth1'],
      ...random.pick(modes),
      hardwareAddr: random.maybe(() => MAC, 0.1),
    }),
  bridge: ({ random }) =>
    bridge('br0', {
      ...settings(random),
      links: ['eth0', 'eth1'],
      stp: random.maybe(() => ({ enabled: random.chance(0.5) })),
      vlan: random.maybe(() => ({ filtering: random.chance(0.5) })),
      hardwareAddr: random.maybe(() => MAC, 0.1),
    }),
  vlan: ({ random }) =>
    vlan(random.pick(['eth0.100', 'eth0.100', 'storage']), {
      ...settings(random),
      parent: 'eth0',
      vlanID: 100,
      vlanMode: random.maybe(() => '802.1ad' as const, 0.1),
    }),
  vrf: ({ random }) => vrf('vrf0', { ...settings(random), links: ['eth1'], table: '123' }),
  dummyLink: ({ random }) => dummyLink('dummy0', { ...settings(random), hardwareAddr: random.maybe(() => MAC, 0.1) }),
  ethernet: ({ random }) =>
    ethernet('eth0', {
      features: random.maybe(() => ({ 'tx-checksum-ip-generic': random.chance(0.5) })),
      rings: random.maybe(() => ({ rx: 4096, 'tx-push': true, 'rx-buf-len': 2048 })),
      channels: random.maybe(() => ({ combined: 4 })),
      wakeOnLan: random.maybe(() => ['magic', 'phy'] as const, 0.3),
    }),
  layer2Vip: ({ random }) => layer2Vip(random.pick(['192.0.2.10', '2001:db8::10']), { link: device(random) }),
};
