import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../lib/cluster';
import { checkConfig, configWarnings } from '../../../lib/talos';
import { leastControlPlane } from './breaks/main-document';

function documentOf(kind: string, fields: JsonObject): JsonObject {
  return { apiVersion: 'v1alpha1', kind, ...fields };
}

/** Documents that Talos accepts and warns of, with the paths of the warnings. */
const warned: readonly (readonly [document: JsonObject, paths: readonly string[]])[] = [
  [{ ...leastControlPlane, machine: { type: 'join', ca: { crt: 'YQ==' } } }, ['machine.type']],
  [{ ...leastControlPlane, cluster: { network: { cni: { name: 'custom' } } } }, ['cluster.network.cni.urls']],
  [
    documentOf('BondConfig', { name: 'a', links: ['b'], bondMode: '802.3ad', updelay: 1 }),
    ['BondConfig/a.miimon', 'BondConfig/a.downdelay'],
  ],
  [documentOf('BGPInstanceConfig', { name: 'a', localASN: 1 }), ['BGPInstanceConfig/a.neighbors']],
  [
    documentOf('UnattendedInstallConfig', { provisioning: { diskSelector: { match: 'system_disk' } } }),
    ['UnattendedInstallConfig.installer.image'],
  ],
  [documentOf('ContainerConfig', { name: 'a', image: 'registry.example.com/agent:v1' }), ['ContainerConfig/a.image']],
  [
    documentOf('ImageVerificationConfig', {
      rules: [
        'nginx',
        'registry.example.com/a:v1',
        'registry.example.com/a@x',
        'a/*',
        '*',
        'registry.example.com/*',
      ].map((image) => ({ image, skip: true })),
    }),
    [0, 1, 2, 3].map((index) => `ImageVerificationConfig.rules[${String(index)}].image`),
  ],
];

describe('configWarnings', () => {
  it.each(warned)('warns of %j', (document, paths) => {
    expect(checkConfig([document], 'metal')).toEqual([]);
    expect(configWarnings([document], 'metal').map(({ path }) => path)).toEqual(paths);
  });

  it('warns of parts of Kubernetes on a control plane', () => {
    const documents = [
      leastControlPlane,
      documentOf('KubeAuthorizerConfig', { name: 'node', type: 'Node', webhook: { a: 1 } }),
      documentOf('KubeNodeConfig', { labels: { a: 'b' } }),
      documentOf('KubeProxyConfig', { image: 'a', mode: 'ipvs', extraArgs: { v: '1' } }),
      documentOf('KubeTalosAPIAccessConfig', {}),
    ];
    expect(checkConfig(documents, 'metal')).toEqual([]);
    expect(configWarnings(documents, 'metal').map(({ path }) => path)).toEqual([
      'KubeNodeConfig.labels',
      'KubeAuthorizerConfig/node.webhook',
      'KubeProxyConfig.mode',
      'KubeProxyConfig.extraArgs',
      'KubeTalosAPIAccessConfig.allowedRoles',
    ]);
  });

  it('warns of fields of the past', () => {
    const machine = {
      ...(leastControlPlane.machine as JsonObject),
      files: [{ path: '/var/a', content: 'a' }],
      install: { disk: '/dev/sda', extensions: [{ image: 'a' }] },
      network: {
        interfaces: [
          { interface: 'eth0', cidr: '192.0.2.2/24' },
          { interface: 'eth1', cidr: '192.0.2.3/24', ignore: true },
        ],
      },
    };
    expect(configWarnings([{ ...leastControlPlane, machine }], 'metal').map(({ path }) => path)).toEqual([
      'machine.files',
      'machine.network.interfaces[0].cidr',
      'machine.install.extensions',
    ]);
  });

  it('has nothing to say of a resolver that also asks by plain DNS', () => {
    const encrypted = { address: '192.0.2.3', protocol: 'DoT', tlsServerName: 'dns.example.com' };
    const resolver = (...nameservers: readonly JsonObject[]) =>
      configWarnings([documentOf('ResolverConfig', { hostDNS: { enabled: true }, nameservers })], 'cloud');
    expect(resolver(encrypted)).toHaveLength(1);
    expect(resolver(encrypted, { address: '192.0.2.4' })).toEqual([]);
  });
});
