import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../lib/cluster';
import { contractOf, generateConfig, type ConfigDocument, type GenerateInputs } from '../../lib/talos';
import { newestContract } from '../../lib/talos/contract';
import { emitDocuments } from '../../lib/yaml';
import { dummySecrets } from './dummy-secrets';

const contracts = ['v1.10.9', 'v1.11.6', 'v1.12.2', 'v1.13.9', 'v1.14.1'].map(contractOf);
const roles = ['control-plane', 'worker'] as const;
const matrix = contracts.flatMap((contract) => roles.map((role) => ({ contract, role })));

function generate(changes: Partial<GenerateInputs> = {}): readonly ConfigDocument[] {
  return generateConfig({
    contract: newestContract,
    role: 'control-plane',
    cluster: { name: 'edge', endpoint: 'https://api.edge.example.com:6443', kubernetes: 'v1.34.2' },
    secrets: dummySecrets(),
    options: { installDisk: '/dev/sda', installImage: 'installer.example.com/talos:v1', certSANs: ['192.0.2.10'] },
    ...changes,
  });
}

function find(documents: readonly ConfigDocument[], kind?: string): JsonObject | undefined {
  return documents.find((document) => document.kind === kind);
}

const at = (version: string) => ({ contract: contractOf(version) });

describe('generateConfig', () => {
  it.each(matrix)('for contract $contract and a $role is the committed one', async ({ contract, role }) => {
    const text = emitDocuments(generate({ contract, role }));
    await expect(text).toMatchFileSnapshot(`../golden/talos/generated/${contract}-${role}.yaml`);
  });

  it('has a committed form for the newest contract', () => {
    expect(contracts).toContain(newestContract);
  });

  it.each(matrix)('keeps every key of an authority from a worker under contract $contract', ({ contract }) => {
    const text = JSON.stringify(generate({ contract, role: 'worker' }));
    const encoded = (word: string) => Buffer.from(`${word} key\n`).toString('base64');
    for (const name of ['etcd', 'kubernetes', 'aggregator', 'talos', 'service account']) {
      expect(text).not.toContain(`${name} key`);
      expect(text).not.toContain(encoded(name));
    }
    expect(text).not.toContain('encryption secret');
  });

  it('installs by a document only where there is a disk', () => {
    expect(find(generate(), 'UnattendedInstallConfig')).toMatchObject({ provisioning: { wipe: false } });
    expect(find(generate({ options: {} }), 'UnattendedInstallConfig')).toBeUndefined();
    expect(find(generate({ ...at('v1.13.9'), options: {} }))).toMatchObject({ machine: { install: { wipe: false } } });
  });

  it('names the endpoint in the certificate only before contract 1.12, an IPv6 address without brackets', () => {
    const cluster = { name: 'edge', endpoint: 'https://[2001:db8::1]:6443', kubernetes: 'v1.34.2' };
    expect(find(generate({ ...at('v1.11.6'), cluster }))).toMatchObject({
      cluster: { apiServer: { certSANs: ['2001:db8::1', '192.0.2.10'] } },
    });
    expect(find(generate({ ...at('v1.12.2'), cluster }))).toMatchObject({
      cluster: { apiServer: { certSANs: ['192.0.2.10'] } },
    });
  });

  it('moves registries into documents by name from contract 1.12 on', () => {
    const options = {
      registryMirrors: { 'b.example.com': ['https://m.example.com'], 'a.example.com': [] },
      registryCAs: { 'b.example.com': 'trust\n' },
      insecureRegistries: ['a.example.com'],
    };
    expect(find(generate({ ...at('v1.11.6'), options }))).toMatchObject({
      machine: {
        registries: { config: { 'b.example.com': { tls: { ca: Buffer.from('trust\n').toString('base64') } } } },
      },
    });
    const documents = generate({ ...at('v1.12.2'), options }).filter(
      ({ kind }) => typeof kind === 'string' && kind.startsWith('Registry'),
    );
    expect(documents.map(({ kind, name }) => [kind, name])).toEqual([
      ['RegistryMirrorConfig', 'a.example.com'],
      ['RegistryMirrorConfig', 'b.example.com'],
      ['RegistryTLSConfig', 'a.example.com'],
      ['RegistryTLSConfig', 'b.example.com'],
    ]);
    expect(find(generate({ ...at('v1.11.6'), options: {} }))).not.toHaveProperty('machine.registries.mirrors');
  });

  it('leaves Flannel out where a manifest brings the pod network', () => {
    const kinds = generate({ options: { customCniUrl: 'https://cni.example.com/cni.yaml' } }).map(({ kind }) => kind);
    expect(kinds).toContain('KubeExternalManifestConfig');
    expect(kinds).not.toContain('KubeFlannelCNIConfig');
  });

  it('keeps the key of a cluster that encrypts by aescbc, which upstream would drop', () => {
    const secrets = dummySecrets();
    const old = {
      ...secrets,
      secrets: { ...secrets.secrets, encryption: { provider: 'aescbc', secret: 'old' } as const },
    };
    expect(find(generate({ ...at('v1.12.2'), secrets: old }))).toMatchObject({
      cluster: { aescbcEncryptionSecret: 'old' },
    });
    expect(find(generate({ secrets: old }), 'KubeEtcdEncryptionConfig')).toMatchObject({
      config: { resources: [{ providers: [{ aescbc: { keys: [{ name: 'key1', secret: 'old' }] } }] }] },
    });
  });

  it('fails for a contract that is not known', () => {
    expect(() => generate(at('v1.15.0'))).toThrow('no such Talos contract here, got 1.15');
    expect(() => generate(at('v1.9.5'))).toThrow('got 1.9');
  });
});
