import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../lib/cluster';
import { checkConfig } from '../../../lib/talos';
import { leastControlPlane, leastWorker } from './breaks/main-document';

function documentOf(kind: string, fields: JsonObject = {}): JsonObject {
  return { apiVersion: 'v1alpha1', kind, ...fields };
}

/** Paths of the problems of some documents together. */
function paths(...documents: readonly JsonObject[]): readonly string[] {
  return checkConfig(documents, 'metal').map(({ path }) => path);
}

describe('checkConfig, over several documents', () => {
  const identity = documentOf('DiscoveryIdentityConfig', {
    clusterID: 'x',
    clusterSecret: Buffer.alloc(32).toString('base64'),
  });
  const service = documentOf('DiscoveryServiceConfig', { name: 'default', endpoint: 'https://discovery.example.com' });

  it('wants an identity for discovery, and discovery for KubeSpan', () => {
    const kubeSpan = documentOf('KubeSpanConfig', { enabled: true });
    expect(paths(service)).toEqual(['cluster.id', 'cluster.secret']);
    expect(paths(service, identity)).toEqual([]);
    expect(paths(kubeSpan)).toEqual(['KubeSpanConfig.enabled']);
    expect(paths(kubeSpan, service, identity)).toEqual([]);
  });

  it('wants a resolver on the host for encrypted DNS', () => {
    const nameservers = [{ address: '192.0.2.3', protocol: 'DoH', tlsServerName: 'dns.example.com' }];
    expect(paths(documentOf('ResolverConfig', { nameservers }))).toEqual(['ResolverConfig.nameservers[0].protocol']);
    expect(paths(documentOf('ResolverConfig', { nameservers, hostDNS: { enabled: true } }))).toEqual([]);
  });

  it('wants containers to wait for each other without a circle', () => {
    const container = (name: string, on: string) =>
      documentOf('ContainerConfig', { name, image: 'registry.example.com/agent', dependsOn: { containers: [on] } });
    expect(paths(container('a', 'b'), container('b', 'c'), container('c', 'a'))).toEqual(
      ['a', 'b', 'c'].map((name) => `ContainerConfig/${name}.dependsOn.containers`),
    );
  });

  it('finds every field that a document takes the place of', () => {
    const machine = leastControlPlane.machine as JsonObject;
    const legacy = {
      ...leastControlPlane,
      machine: { ...machine, time: { servers: ['a'], bootTimeout: '1m', disabled: true } },
    };
    expect(paths(legacy, documentOf('TimeSyncConfig', { enabled: true }))).toEqual([
      'machine.time.servers',
      'machine.time.disabled',
      'machine.time.bootTimeout',
    ]);
    const encryption = { provider: 'luks2', keys: [{ slot: 0, nodeID: {} }] };
    const encrypted = { ...leastControlPlane, machine: { ...machine, systemDiskEncryption: { state: encryption } } };
    expect(paths(encrypted, documentOf('VolumeConfig', { name: 'STATE', encryption }))).toEqual([
      'machine.systemDiskEncryption.state',
    ]);
  });

  it('keeps documents of the control plane from workers', () => {
    expect(paths(leastWorker, documentOf('KubeAuditPolicyConfig', { configuration: {} }))).toEqual([
      'KubeAuditPolicyConfig',
    ]);
  });

  it('names a field or a kind that is like the one that is not known', () => {
    const [field, kind] = checkConfig(
      [documentOf('LinkConfig', { name: 'a', adresses: [] }), documentOf('LinkConfg')],
      'metal',
    );
    expect(field).toMatchObject({ path: 'LinkConfig/a.adresses', allowed: 'such as addresses' });
    expect(kind).toMatchObject({ path: 'LinkConfg', allowed: 'such as LinkConfig' });
  });

  it('fails without any document', () => {
    expect(checkConfig([], 'metal')).toHaveLength(1);
  });
});
