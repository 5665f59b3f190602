import type { Problem } from '../../cluster';
import { isObject } from '../merge/plain';
import { field, items, ofKind, type ConfigRule } from './configuration';

/** A name is either given or made by Talos. */
const hostname: ConfigRule = (configuration) =>
  ofKind(configuration, 'HostnameConfig').flatMap(({ auto, hostname: name }): Problem[] => {
    const isNamed = name !== undefined && name !== '';
    if (auto === undefined && !isNamed) {
      return [
        { path: 'HostnameConfig', what: 'neither a name nor a way to make one', fix: 'set hostname or auto: stable' },
      ];
    }
    if (auto !== undefined && auto !== 'off' && isNamed) {
      return [{ path: 'HostnameConfig.auto', what: 'a name beside a made one', got: auto, fix: 'set auto: off' }];
    }
    if (auto !== undefined && auto !== 'off' && auto !== 'stable') {
      return [
        {
          path: 'HostnameConfig.auto',
          what: 'no way to make a name',
          got: auto,
          allowed: 'stable or off',
          fix: 'use one of them',
        },
      ];
    }
    return [];
  });

/** A shared address needs etcd, which workers have not. */
const virtualAddresses: ConfigRule = (configuration) => {
  if (configuration.isControlPlane) return [];
  const shared = items(field(configuration, 'machine.network.interfaces')).filter(
    (link) => isObject(link.vip) || items(link.vlans).some(({ vip }) => isObject(vip)),
  );
  return shared.map((link) => ({
    path: 'machine.network.interfaces',
    what: 'a worker with a shared address',
    got: link.interface,
    fix: 'give the address to the control planes',
  }));
};

/** A link is named or selected, never both. */
const devices: ConfigRule = (configuration) =>
  items(field(configuration, 'machine.network.interfaces')).flatMap((link): Problem[] => {
    const path = 'machine.network.interfaces';
    const [named, selected] = [Boolean(link.interface), link.deviceSelector !== undefined];
    if (link.ignore === true || named !== selected) return [];
    const what = named ? 'a link that is named and selected' : 'a link without name and selector';
    return [{ path, what, got: link.interface, fix: 'set one of interface and deviceSelector' }];
  });

/** Pods can only be sent to a resolver that runs. */
const hostDns: ConfigRule = (configuration) => {
  const sources = [
    { path: 'machine.features.hostDNS', value: field(configuration, 'machine.features.hostDNS') },
    ...ofKind(configuration, 'ResolverConfig').map(({ hostDNS }) => ({
      path: 'ResolverConfig.hostDNS',
      value: hostDNS,
    })),
  ];
  return sources.flatMap(({ path, value }): Problem[] => {
    const [dns] = items([value ?? null]);
    if (dns?.enabled === true || dns?.forwardKubeDNSToHost !== true) return [];
    return [
      {
        path: `${path}.forwardKubeDNSToHost`,
        what: 'pods use a resolver that is off',
        got: true,
        fix: 'set enabled, too',
      },
    ];
  });
};

/** Least size of a KubeSpan packet, that IPv6 demands. Source: Talos `constants`. */
const LEAST_MTU = 1280;

/** KubeSpan finds its peers through the discovery service. */
const kubeSpan: ConfigRule = (configuration) => {
  const legacy = items([field(configuration, 'machine.network.kubespan') ?? null]);
  return [...ofKind(configuration, 'KubeSpanConfig'), ...legacy].flatMap(({ enabled, mtu }): Problem[] => {
    const problems: Problem[] = [];
    if (typeof mtu === 'number' && mtu < LEAST_MTU) {
      const allowed = `at least ${String(LEAST_MTU)}`;
      problems.push({ path: 'KubeSpan.mtu', what: 'packets that are too small', got: mtu, allowed, fix: 'raise it' });
    }
    const discovers =
      field(configuration, 'cluster.discovery.enabled') === true ||
      ofKind(configuration, 'DiscoveryServiceConfig').length > 0;
    if (enabled === true && !discovers) {
      problems.push({ path: 'KubeSpan.enabled', what: 'no discovery of peers', got: true, fix: 'turn discovery on' });
    }
    return problems;
  });
};

/** Names, links and addresses. */
export const networkRules: readonly ConfigRule[] = [hostname, virtualAddresses, devices, hostDns, kubeSpan];
