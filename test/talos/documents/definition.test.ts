import { describe, expect, it } from 'vitest';
import { DefinitionError, talos, type Cluster, type JsonObject, type TalosOptions } from '../../../lib/cluster';
import {
  apiServer,
  applyPatches,
  controlPlanePatches,
  criCustomization,
  documentProblems,
  kubelet,
  mergePatches,
  networkRule,
  node,
  nodeConfig,
  nodePatches,
  resolver,
  sysctls,
  vrf,
  workerPatches,
  type Patch,
} from '../../../lib/talos';
import { fixedCluster } from '../../support/clusters-capi';
import { dummySecrets } from '../dummy-secrets';

const secrets = dummySecrets();

const versions = ['v1.10.9', 'v1.11.6', 'v1.12.2', 'v1.13.9', 'v1.14.0'];

function cluster(documents: TalosOptions['documents'], version = 'v1.14.0', more: TalosOptions = {}): Cluster {
  return fixedCluster({
    versions: { talos: version, kubernetes: version === 'v1.14.0' ? 'v1.35.0' : 'v1.33.4' },
    system: talos({ ...more, documents }),
  });
}

function pool({ pools }: Cluster, name: 'controlplane' | 'worker') {
  return pools.find((candidate) => candidate.name === name)!;
}

function machine({ pools }: Cluster, name: string) {
  return pools.flatMap(({ machines }) => machines).find((candidate) => candidate.name === name)!;
}

/** The document of a kind in a machine's whole configuration, or the main one. */
function configured(of: Cluster, name: string, kind?: string): JsonObject | undefined {
  return nodeConfig(of, machine(of, name), secrets).find((document) => document.kind === kind);
}

describe('documents of a definition', () => {
  it('are a patch of their own, after all others, where there are any', () => {
    const of = cluster({ workers: [sysctls({ a: '1' })], machines: { 'talos-edge-worker-1': [sysctls({ b: '2' })] } });
    expect(workerPatches(of, pool(of, 'worker')).at(-1)).toMatchObject({ name: 'documents', overrides: true });
    expect(nodePatches(of, machine(of, 'talos-edge-worker-1')).at(-1)?.name).toBe('documents');
    const names = (patches: readonly Patch[]) => patches.map(({ name }) => name);
    expect(names(controlPlanePatches(of, pool(of, 'controlplane')))).not.toContain('documents');
    expect(names(nodePatches(of, machine(of, 'talos-edge-controlplane-1')))).not.toContain('documents');
  });

  it.each(versions)('reach machines from the widest scope to the narrowest under %s', (version) => {
    const of = cluster(
      {
        all: [sysctls({ a: 'all', b: 'all', c: 'all', d: 'all' })],
        workers: [sysctls({ b: 'role', c: 'role', d: 'role' })],
        pools: { worker: [sysctls({ c: 'pool', d: 'pool' })] },
        machines: { 'talos-edge-worker-1': [sysctls({ d: 'machine' })] },
      },
      version,
    );
    const params = (name: string) =>
      version === 'v1.14.0'
        ? configured(of, name, 'SysctlConfig')?.params
        : (configured(of, name)?.machine as JsonObject).sysctls;
    expect(params('talos-edge-worker-1')).toEqual({ a: 'all', b: 'role', c: 'pool', d: 'machine' });
    expect(params('talos-edge-controlplane-1')).toEqual({ a: 'all', b: 'all', c: 'all', d: 'all' });
  });

  it('override what the definition makes by itself', () => {
    const of = cluster({
      all: [
        resolver({ hostDNS: { forwardKubeDNSToHost: false } }),
        node({ nodeIP: { validSubnets: ['!192.0.2.10/32'] } }),
      ],
    });
    expect(configured(of, 'talos-edge-worker-1', 'ResolverConfig')?.hostDNS).toMatchObject({
      enabled: true,
      forwardKubeDNSToHost: false,
    });
    expect(configured(of, 'talos-edge-worker-1', 'KubeNodeConfig')?.nodeIP).toEqual({
      validSubnets: ['192.0.2.0/24', '!192.0.2.10/32'],
    });
  });

  it.each(versions)('mean the same in one patch as one after another under %s', (version) => {
    const rule = (subnet: string) =>
      networkRule('ssh', { portSelector: { ports: [22], protocol: 'tcp' }, ingress: [{ subnet }] });
    const of = cluster(
      {
        all: [rule('192.0.2.0/24'), kubelet({ extraArgs: { v: '2' }, clusterDNS: ['10.96.0.10'] })],
        workers: [rule('198.51.100.0/24'), resolver({ hostDNS: { resolveMemberNames: true } })],
        controlPlanes: [
          apiServer({ certExtraSANs: ['192.0.2.10'], extraArgs: { 'enable-aggregator-routing': 'false' } }),
        ],
        machines: { 'talos-edge-worker-1': [kubelet({ extraArgs: { v: '4' } })] },
      },
      version,
    );
    for (const name of ['talos-edge-worker-1', 'talos-edge-controlplane-1']) {
      const owner = pool(of, name === 'talos-edge-worker-1' ? 'worker' : 'controlplane');
      const patches = (owner.role === 'worker' ? workerPatches : controlPlanePatches)(of, owner);
      const own = nodePatches(of, machine(of, name));
      const base = nodeConfig(fixedCluster({ versions: of.versions, platform: [] }), owner, secrets);
      const joined = [patches, own].map((list): Patch => ({ name: 'joined', documents: mergePatches(list) }));
      expect(applyPatches(base, joined)).toEqual(applyPatches(base, [...patches, ...own]));
    }
  });

  it('go into one file with the image layers that are kept, where the contract has one', () => {
    const documents = { workers: [criCustomization('metrics', { content: '[metrics]\n' })] };
    const of = cluster(documents, 'v1.13.9', { keepImageLayers: true });
    const files = (name: string) => (configured(of, name)?.machine as { files: { content: string }[] }).files;
    expect(files('talos-edge-worker-1')).toHaveLength(1);
    expect(files('talos-edge-worker-1')[0]?.content).toMatch(/discard_unpacked_layers = false\n\[metrics\]\n$/);
    expect(files('talos-edge-controlplane-1')[0]?.content).not.toContain('metrics');
  });
});

describe('documentProblems', () => {
  it('finds nothing where there is nothing', () => {
    for (const version of versions) expect(documentProblems(cluster({}, version))).toEqual([]);
  });

  it('fails what the contract has not, once for all machines, and makes no patch of it', () => {
    const of = cluster({ all: [sysctls({}), [vrf('vrf0', { links: ['eth1'], table: '100' })]] }, 'v1.12.2');
    expect(documentProblems(of)).toEqual([
      {
        path: 'system.documents.all.1.0',
        what: 'VRFConfig/vrf0 needs Talos 1.13',
        got: '1.12',
        fix: 'raise versions.talos, or leave it out',
      },
    ]);
    expect(() => workerPatches(of, pool(of, 'worker'))).toThrow(DefinitionError);
  });

  it('fails a part of the control plane on workers', () => {
    const paths = (documents: TalosOptions['documents']) =>
      documentProblems(cluster(documents)).map(({ path }) => path);
    expect(paths({ all: [apiServer({})], machines: { 'talos-edge-worker-1': [apiServer({})] } })).toEqual([
      'system.documents.all.0',
      'system.documents.machines.talos-edge-worker-1.0',
    ]);
    expect(paths({ controlPlanes: [apiServer({})], pools: { controlplane: [apiServer({})] } })).toEqual([]);
  });

  it('fails a value that Talos does not merge with what is there', () => {
    const [problem] = documentProblems(
      cluster({ all: [sysctls({ a: '1' }), { machine: { kubelet: 'x' } }] }, 'v1.13.9'),
    );
    expect(problem?.path).toBe('system.documents');
    expect(problem?.what).toMatch(/machine\.kubelet has another form/);
  });

  it('fails by another contract than the one of the cluster, where one is given', () => {
    const of = cluster({ all: [vrf('vrf0', { links: ['eth1'], table: '100' })] }, 'v1.13.9');
    expect(documentProblems(of)).toEqual([]);
  });
});
