import { breakable, type Breakable } from './break';

const match = 'link.driver == "virtio"';

export const network: readonly Breakable[] = [
  breakable('DHCPv4Config', 'eth0', { clientIdentifier: 'duid', duidRaw: '00:01:02' }, [
    ['name', undefined],
    ['duidRaw', undefined],
    ['clientIdentifier', 'mac', 'duidRaw'],
    ['clientIdentifier', 'serial'],
  ]),
  breakable('DHCPv6Config', 'eth0', { clientIdentifier: 'mac' }, [
    ['name', undefined],
    ['duidRaw', '00:01:02'],
  ]),
  breakable(
    'EthernetConfig',
    'eth0',
    { features: { 'tx-checksum-ip-generic': false }, rings: { rx: 8 }, wakeOnLan: ['magic'] },
    [
      ['name', undefined],
      ['features.tx', 'x'],
      ['rings.rx', -1],
      ['wakeOnLan', ['always'], 'wakeOnLan[0]'],
    ],
  ),
  breakable('Layer2VIPConfig', '192.0.2.9', { link: 'eth0' }, [
    ['name', undefined],
    ['name', '192.0.2.9/32'],
    ['link', undefined],
  ]),
  breakable('HCloudVIPConfig', '192.0.2.9', { link: 'eth0', apiToken: 'x' }, [
    ['name', 'vip'],
    ['link', undefined],
    ['apiToken', undefined],
  ]),
  breakable('LinkAliasConfig', 'net%d', { selector: { match } }, [
    ['name', undefined],
    ['name', 'net%s'],
    ['name', '%d'],
    ['selector.match', undefined],
    ['selector.match', 'disk.size > 1u'],
    ['selector.match', 'link.driver = "virtio"'],
    ['selector.match', 'link.mtu'],
  ]),
  breakable('StaticHostConfig', '192.0.2.9', { hostnames: ['a.example.com'] }, [
    ['name', 'a.example.com'],
    ['hostnames', []],
  ]),
  breakable('BlackholeRouteConfig', '198.51.100.0/24', { metric: 1 }, [
    ['name', '198.51.100.0'],
    ['metric', -1],
  ]),
  breakable('RoutingRuleConfig', '1000', { src: '192.0.2.0/24', table: '123', fwMark: 1, fwMask: 1 }, [
    ['name', undefined],
    ['name', 'first'],
    ['name', '32766'],
    ['table', undefined],
    ['fwMark', 0, 'fwMask'],
    ['action', 'drop'],
    ['src', '192.0.2.0'],
  ]),
  breakable(
    'NetworkRuleConfig',
    'web',
    { portSelector: { ports: [80, '443-445'], protocol: 'tcp' }, ingress: [{ subnet: '192.0.2.0/24' }] },
    [
      ['name', undefined],
      ['portSelector.ports', []],
      ['portSelector.ports', ['443-80'], 'portSelector.ports[0]'],
      ['portSelector.ports', [80, '79-81'], 'portSelector.ports[0]'],
      ['portSelector.ports', [70000], 'portSelector.ports[0]'],
      ['portSelector.ports', ['80'], 'portSelector.ports[0]'],
      ['portSelector.protocol', 'sctp'],
      ['ingress.0.subnet', undefined],
      ['ingress.0.except', '192.0.2.9'],
    ],
  ),
  breakable('NetworkDefaultActionConfig', undefined, { ingress: 'block' }, [['ingress', 'deny']]),
  breakable('HostnameConfig', undefined, { auto: 'off', hostname: 'a.example.com' }, [
    ['auto', 'stable'],
    ['auto', 'talos-addr'],
    ['hostname', 'x'.repeat(64)],
    ['hostname', '.example.com'],
    ['hostname', `a.${'x'.repeat(253)}`],
  ]),
  breakable(
    'ResolverConfig',
    undefined,
    { hostDNS: { enabled: true, forwardKubeDNSToHost: true, resolveMemberNames: true } },
    [
      ['hostDNS.enabled', false, 'hostDNS.forwardKubeDNSToHost'],
      ['nameservers', [{ address: 'dns.example.com' }], 'nameservers[0].address'],
      ['nameservers', [{}], 'nameservers[0].address'],
      ['nameservers', [{ address: '192.0.2.3', protocol: 'DoT' }], 'nameservers[0].tlsServerName'],
      ['nameservers', [{ address: '192.0.2.3', tlsServerName: 'a' }], 'nameservers[0].tlsServerName'],
      ['searchDomains', ['a']],
    ],
  ),
  breakable('TimeSyncConfig', undefined, { ntp: { servers: ['a.example.com'], useNTS: true }, bootTimeout: '1m' }, [
    ['bootTimeout', '-1m'],
    ['bootTimeout', '1 minute'],
    ['ptp', { devices: ['/dev/ptp0'] }],
    ['ntp.servers', ['192.0.2.3'], 'ntp.servers[0]'],
  ]),
  breakable('KubeSpanConfig', undefined, { mtu: 1400, filters: { endpoints: ['!192.0.2.0/24'] } }, [
    ['mtu', 1279],
    ['filters.endpoints', ['192.0.2.0/33'], 'filters.endpoints[0]'],
    ['filters.excludeAdvertisedNetworks', ['x'], 'filters.excludeAdvertisedNetworks[0]'],
  ]),
  breakable('KubeSpanEndpointsConfig', undefined, { extraAnnouncedEndpoints: ['192.0.2.3:51820'] }, [
    ['extraAnnouncedEndpoints', ['192.0.2.3'], 'extraAnnouncedEndpoints[0]'],
  ]),
  breakable(
    'TCPProbeConfig',
    'api',
    { endpoint: '192.0.2.3:6443', interval: '1s', timeout: '1s', failureThreshold: 3 },
    [
      ['name', undefined],
      ['endpoint', undefined],
      ['interval', '-1s'],
      ['timeout', '-1s'],
      ['failureThreshold', -1],
    ],
  ),
  breakable('HTTPProbeConfig', 'api', { url: 'https://api.example.com', interval: '1s' }, [
    ['name', undefined],
    ['url', undefined],
    ['url', 'tcp://api.example.com'],
    ['url', 'https:///path'],
    ['timeout', '-1s'],
  ]),
];
