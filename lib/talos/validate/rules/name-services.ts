import type { Problem } from '../../../cluster';
import type { DocumentRule } from '../configuration';
import { eachWrong, missing, type Place } from '../place';
import { isFilter, isPlainAddress } from '../values/address';
import { parseUrl } from '../values/url';
import { isNegative } from './links';

/** A name is either given or made by Talos. Source: Talos `config/types/network/hostname.go`. */
const hostname: DocumentRule = (document) => {
  const [auto, name] = [document.at('auto'), document.at('hostname')];
  if (!auto.isThere && !name.isSet) {
    return [document.problem('neither a name nor a way to make one', 'set hostname or auto: stable')];
  }
  const way = auto.text.toLowerCase() || 'off';
  const problems: Problem[] = [];
  if (name.isSet && way !== 'off') problems.push(auto.wrong('a name beside a made one', 'set auto: off'));
  if (way !== 'off' && way !== 'stable') {
    problems.push(auto.wrong('no way to make a name', 'use one of them', 'stable or off'));
  }
  const allowed = 'labels of 1 to 63 characters, 253 in all';
  if (name.isSet && !isHostname(name.text)) problems.push(name.wrong('no host name', 'correct it', allowed));
  return problems;
};

function isHostname(text: string): boolean {
  const first = Buffer.byteLength(text.split('.')[0] ?? '');
  return Buffer.byteLength(text) <= 253 && first >= 1 && first <= 63;
}

/** What uses the resolver on the host needs it to run; encrypted DNS needs the name of the server. */
const resolver: DocumentRule = (document) => {
  const dns = document.at('hostDNS');
  const users = dns.at('enabled').isOn ? [] : [dns.at('forwardKubeDNSToHost'), dns.at('resolveMemberNames')];
  return [
    ...users.filter(({ isOn }) => isOn).map((use) => use.wrong('needs a resolver that is off', 'set enabled, too')),
    ...document.at('nameservers').items.flatMap((server) => {
      const [name, isPlain] = [server.at('tlsServerName'), !isEncrypted(server)];
      return [
        ...missing(server, 'address'),
        ...(name.isSet === isPlain
          ? [name.problem('a name that only encrypted DNS has', 'set it for DoT and DoH alone')]
          : []),
      ];
    }),
  ];
};

/** Whether a name server is asked in another way than by plain DNS. */
export function isEncrypted(server: Place): boolean {
  return !['', 'do53'].includes(server.at('protocol').text.toLowerCase());
}

const timeSync: DocumentRule = (document) => {
  const [ntp, ptp] = [document.at('ntp'), document.at('ptp')];
  const servers = ntp.at('useNTS').isOn ? ntp.at('servers').items : [];
  return [
    ...notNegative(document.at('bootTimeout')),
    ...(ntp.isThere && ptp.isThere ? [ptp.problem('two sources of time', 'keep one of ntp and ptp')] : []),
    ...eachWrong(servers, ({ text }) => !isPlainAddress(text), 'an address where NTS needs a name', 'name the server'),
  ];
};

/** Least size of a KubeSpan packet, that IPv6 demands. Source: Talos `constants`. */
export const leastPacket = 1280;

const kubeSpan: DocumentRule = (document) => [
  ...eachWrong(
    [document.at('mtu')],
    (mtu) => !mtu.isThere || mtu.number >= leastPacket,
    'packets that are too small',
    'raise it',
    `at least ${String(leastPacket)}`,
  ),
  ...wrongFilters(document.at('filters.endpoints').items),
];

/** Networks, each for or against something, that are none. */
export function wrongFilters(places: readonly Place[]): readonly Problem[] {
  const allowed = 'a network or an address, with ! before it or without';
  return eachWrong(places, ({ text }) => isFilter(text), 'no network', 'correct it', allowed);
}

const tcpProbe: DocumentRule = (document) => [...missing(document, 'endpoint'), ...probe(document)];

const httpProbe: DocumentRule = (document) => [
  ...eachWrong(
    [document.at('url')],
    ({ text }) => isHttp(text),
    'no URL to ask',
    'correct it',
    'http://host or https://host',
  ),
  ...probe(document),
];

function isHttp(text: string): boolean {
  const url = parseUrl(text);
  return url !== undefined && ['http', 'https'].includes(url.scheme) && url.hostname !== '' && url.opaque === '';
}

function probe(document: Place): readonly Problem[] {
  return [
    ...missing(document, 'name'),
    ...notNegative(document.at('timeout'), document.at('interval')),
    ...eachWrong([document.at('failureThreshold')], ({ number }) => number >= 0, 'less than none', 'raise it'),
  ];
}

/** Durations that are negative. */
export function notNegative(...places: readonly Place[]): readonly Problem[] {
  return eachWrong(places, ({ text }) => !isNegative(text), 'a time before now', 'give it without a sign');
}

/** Names, time, KubeSpan and probes of the network. */
export const nameServiceRules: Readonly<Record<string, DocumentRule>> = {
  HTTPProbeConfig: httpProbe,
  HostnameConfig: hostname,
  KubeSpanConfig: kubeSpan,
  ResolverConfig: resolver,
  TCPProbeConfig: tcpProbe,
  TimeSyncConfig: timeSync,
};
