import { Duration } from '../../../../lib/cluster';
import {
  blackholeRoute,
  hostname,
  httpProbe,
  kubeSpan,
  kubeSpanEndpoints,
  networkDefaultAction,
  networkRule,
  resolver,
  routingRule,
  staticHost,
  tcpProbe,
  timeSync,
} from '../../../../lib/talos';
import type { Choices, Samples } from './sample';

const probe = (random: Choices) => ({
  interval: random.maybe(() => Duration.seconds(5)),
  timeout: random.maybe(() => Duration.seconds(2)),
  failureThreshold: random.maybe(() => 3),
});

/** Names, routes, firewall, time and the mesh. */
export const networkSamples: Samples = {
  staticHost: ({ random }) =>
    staticHost(random.pick(['192.0.2.9', '2001:db8::9']), { hostnames: ['registry.example.com', 'registry'] }),
  resolver: ({ random }) =>
    resolver({
      nameservers: random.maybe(() => [
        { address: '192.0.2.2' },
        {
          address: '2001:db8::2',
          ...random.maybe(() => ({ protocol: 'DoT' as const, tlsServerName: 'dns.example.com' }), 0.2),
        },
      ]),
      searchDomains: random.maybe(() => ({
        domains: random.maybe(() => ['example.com']),
        disableDefault: random.maybe(() => random.chance(0.5)),
      })),
      hostDNS: random.maybe(() => ({ enabled: true, resolveMemberNames: random.chance(0.5) })),
    }),
  hostname: ({ random }) =>
    hostname(
      random.pick([{ hostname: 'node-1' }, { hostname: 'node-1.example.com', auto: 'off' }, { auto: 'stable' }]),
    ),
  timeSync: ({ random }) =>
    timeSync({
      enabled: random.maybe(() => random.chance(0.5)),
      bootTimeout: random.maybe(() => Duration.minutes(2)),
      ...random.pick([
        { ntp: { servers: ['time.example.com'], useNTS: random.maybe(() => true, 0.2) } },
        { ptp: { devices: ['/dev/ptp0'] } },
        {},
      ]),
    }),
  kubeSpan: ({ random }) =>
    kubeSpan({
      enabled: random.chance(0.7),
      mtu: random.maybe(() => 1420),
      advertiseKubernetesNetworks: random.maybe(() => random.chance(0.5)),
      allowDownPeerBypass: random.maybe(() => true),
      harvestExtraEndpoints: random.maybe(() => false),
      filters: random.maybe(() => ({
        endpoints: ['!192.0.2.0/24', '::/0'],
        excludeAdvertisedNetworks: random.maybe(() => ['198.51.100.0/24'], 0.3),
      })),
    }),
  kubeSpanEndpoints: () => kubeSpanEndpoints({ extraAnnouncedEndpoints: ['203.0.113.1:51820'] }),
  networkDefaultAction: ({ random }) => networkDefaultAction({ ingress: random.pick(['accept', 'block']) }),
  networkRule: ({ random }) =>
    networkRule('kubelet', {
      portSelector: { ports: [10250, '30000-32767'], protocol: random.pick(['tcp', 'udp']) },
      ingress: [{ subnet: '192.0.2.0/24', except: random.maybe(() => '192.0.2.128/25') }, { subnet: '2001:db8::/32' }],
    }),
  blackholeRoute: ({ random }) => blackholeRoute('198.51.100.0/24', { metric: random.maybe(() => 100) }),
  routingRule: ({ random }) =>
    routingRule(1000, {
      table: '100',
      action: random.maybe(() => random.pick(['unicast', 'blackhole', 'unreachable', 'prohibit'])),
      src: random.maybe(() => '192.0.2.0/24'),
      iifName: random.maybe(() => 'eth0'),
      fwMark: random.maybe(() => 256),
    }),
  tcpProbe: ({ random }) => tcpProbe('proxy', { endpoint: 'proxy.example.com:3128', ...probe(random) }),
  httpProbe: ({ random }) => httpProbe('registry', { url: 'https://registry.example.com/v2/', ...probe(random) }),
};
