import { describe, expect, it } from 'vitest';
import type { Cluster, JsonObject } from '../../lib/cluster';
import {
  applyPatches,
  generatedConfig,
  nodeConfig,
  nodeConfigProblems,
  nodeConfigText,
  poolPatches,
  type ConfigDocument,
} from '../../lib/talos';
import { placeholderSecrets } from '../../lib/talos/placeholder-secrets';
import { parseDocuments } from '../../lib/yaml';
import { fixedCluster, managedCluster } from '../support/clusters-capi';
import { hetznerMachinesCluster } from '../support/clusters-terraform';
import { dummySecrets } from './dummy-secrets';

const releases = ['v1.10.9', 'v1.11.6', 'v1.12.2', 'v1.13.9', 'v1.14.1'];
const secrets = dummySecrets();

function find(documents: readonly ConfigDocument[], kind?: string): JsonObject | undefined {
  return documents.find((document) => document.kind === kind);
}

describe('nodeConfig', () => {
  it.each(releases)('has no problem on any machine under Talos %s', (talos) => {
    const versions = { talos, kubernetes: 'v1.33.4' };
    for (const cluster of [fixedCluster({ versions }), managedCluster(versions)]) {
      for (const pool of cluster.pools) {
        for (const target of [pool, ...pool.machines]) {
          // Talos reads certificates; placeholders stand for them
          expect(nodeConfigProblems(cluster, target, placeholderSecrets)).toEqual([]);
        }
      }
    }
  });

  it('is the generated configuration with the patches of the pool and of the machine', () => {
    const cluster = fixedCluster();
    const machine = cluster.pools[0]!.machines[0]!;
    const documents = nodeConfig(cluster, machine, secrets);
    expect(find(documents)).toMatchObject({
      machine: { type: 'controlplane', token: 'trustd token', install: { disk: '/dev/sda', wipe: false } },
      cluster: { network: { podSubnets: ['10.244.0.0/16'], cni: { name: 'none' } }, proxy: { disabled: true } },
    });
    expect(find(documents, 'HostnameConfig')).toMatchObject({ auto: 'off', hostname: machine.name });
    expect(find(documents, 'Layer2VIPConfig')).toMatchObject({ name: '192.0.2.10' });
  });

  it.each<[string, Cluster, string | undefined]>([
    ['a machine that Talos is installed on', fixedCluster(), '/dev/sda'],
    ['a server of Hetzner that Terraform makes', hetznerMachinesCluster(), undefined],
    ['a machine that Cluster API makes', managedCluster(), undefined],
  ])('starts for %s from what Talos generates, which knows nothing of our patches', (_, cluster, disk) => {
    const pool = cluster.pools[0]!;
    const base = generatedConfig(cluster, pool, secrets);
    const { install } = find(base)?.machine as { readonly install: { readonly disk?: string } };
    expect(install.disk).toBe(disk);
    expect(nodeConfig(cluster, pool, secrets)).toEqual(applyPatches(base, poolPatches(cluster, pool)));
  });

  it('of a pool that lists no machines has a name that Talos makes', () => {
    const cluster = managedCluster();
    expect(find(nodeConfig(cluster, cluster.pools[0]!, secrets), 'HostnameConfig')).toMatchObject({ auto: 'stable' });
  });

  it('drops what the platform replaces from contract 1.14 on', () => {
    const cluster = fixedCluster({ versions: { talos: 'v1.14.1', kubernetes: 'v1.35.0' } });
    const documents = nodeConfig(cluster, cluster.pools[0]!, secrets);
    expect(find(documents, 'KubeFlannelCNIConfig')).toBeUndefined();
    expect(find(documents, 'KubeProxyConfig')).toMatchObject({ enabled: false });
  });

  it('writes certificates of contract 1.14 as texts that are read back whole', () => {
    const cluster = fixedCluster({ versions: { talos: 'v1.14.1', kubernetes: 'v1.35.0' } });
    const lines = Array.from({ length: 3 }, () => 'A'.repeat(64)).join('\n');
    // put together here, so that no file looks as if it held a key
    const pem = (label: string) => [`-----BEGIN ${label}-----`, lines, `-----END ${label}-----`, ''].join('\n');
    const k8s = { crt: pem('CERTIFICATE'), key: pem('EC PRIVATE KEY') };
    const text = nodeConfigText(cluster, cluster.pools[0]!, { ...secrets, certs: { ...secrets.certs, k8s } });
    expect(text).toContain(`cert: |\n    -----BEGIN`);
    const read = parseDocuments(text) as ConfigDocument[];
    expect(find(read, 'KubeAPIServerCAConfig')).toMatchObject({ issuingCA: { cert: k8s.crt, key: k8s.key } });
  });

  it('writes `auto: off` so that it stays a word', () => {
    const cluster = fixedCluster();
    const text = nodeConfigText(cluster, cluster.pools[0]!.machines[0]!, secrets);
    expect(text).toMatch(/^auto: "?off"?$/m);
    expect(parseDocuments(text)).toEqual(
      expect.arrayContaining([expect.objectContaining({ kind: 'HostnameConfig', auto: 'off' })]),
    );
  });

  it('fails for a machine of another cluster', () => {
    const stranger = { key: '1', name: 'stranger', pool: 'elsewhere', role: 'worker' } as const;
    expect(() => nodeConfig(fixedCluster(), stranger, secrets)).toThrow(
      'machine stranger belongs to no pool of test/edge',
    );
  });
});
