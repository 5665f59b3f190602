import { describe, expect, it } from 'vitest';
import { check, defineCluster, formatProblem, talos, type TalosOptions } from '../../../lib/cluster';
import { definition } from '../../support/definition';

/** What is wrong with a definition that has these documents. */
function problems(documents: unknown): readonly string[] {
  const system = { ...talos(), documents } as ReturnType<typeof talos>;
  return check({ ...definition(), system }).map(formatProblem);
}

/** A key of no one, put together here so that nobody finds a key in the repository. */
const key = ['-----BEGIN', 'PRIVATE KEY-----\nMC4=\n-----END', 'PRIVATE KEY-----'].join(' ');

describe('documents of a definition', () => {
  it('are kept as they are written, one by one or several at once', () => {
    const documents: TalosOptions['documents'] = {
      all: [{ machine: { sysctls: { a: '1' } } }],
      pools: { worker: [[{ apiVersion: 'v1alpha1', kind: 'NewKind', deep: { list: [1, null] } }, { cluster: {} }]] },
      machines: { 'talos-edge-worker-1': [{ machine: {} }] },
    };
    const cluster = defineCluster({ ...definition(), system: talos({ documents }) });
    expect(cluster.system.documents).toEqual({ controlPlanes: [], workers: [], ...documents });
  });

  it('fails for a pool and a machine that the definition has not, with the nearest name', () => {
    expect(problems({ pools: { workers: [] }, machines: { 'talos-edge-worker-9': [] } })).toEqual([
      'system.documents.pools.workers: no such pool, got "workers"; allowed: controlplane, worker; did you mean worker?',
      expect.stringMatching(
        /^system\.documents\.machines\.talos-edge-worker-9: no such machine.*did you mean talos-edge-worker-/,
      ),
    ]);
  });

  it('fails for a scope that does not exist', () => {
    expect(problems({ worker: [] })).toEqual([expect.stringContaining('system.documents.worker: unknown key')]);
  });

  it('fails for an entry that is no document', () => {
    expect(problems({ all: ['x', [{}, 3]], workers: [new Date(0)] })).toEqual([
      expect.stringContaining('system.documents.all.0: not a document, got "x"'),
      expect.stringContaining('system.documents.all.1.1: not a document, got 3'),
      expect.stringContaining('system.documents.workers.0: not a document'),
    ]);
  });

  it('fails for what is no plain data', () => {
    expect(problems({ all: [{ machine: { a: Number.NaN, b: () => 1, c: undefined, d: new Map() } }] })).toEqual([
      expect.stringContaining('system.documents.all.0.machine.a: not plain data'),
      expect.stringContaining('system.documents.all.0.machine.b: not plain data'),
      expect.stringContaining('system.documents.all.0.machine.d: not plain data'),
    ]);
  });

  it.each([
    ['a private key', { machine: { files: [{ content: `a\n${key}` }] } }, 'machine.files.0.content'],
    ['a private key in Base64', { cluster: { ca: { key: Buffer.from(key).toString('base64') } } }, 'cluster.ca.key'],
    ['an age key', { machine: { env: { KEY: ['AGE-SECRET', 'KEY-1ABC'].join('-') } } }, 'machine.env.KEY'],
    ['a passphrase', { kind: 'VolumeConfig', encryption: { keys: [{ static: { passphrase: 'x' } }] } }, 'passphrase'],
    ['a password of a registry', { kind: 'RegistryAuthConfig', name: 'a', password: 'x' }, 'password'],
    ['a login of a registry', { kind: 'RegistryAuthConfig', name: 'a', auth: 'x' }, 'auth'],
    [
      'the same in the main document',
      { machine: { registries: { config: { 'a.b': { auth: { auth: 'x' } } } } } },
      'auth',
    ],
    ['a key of WireGuard', { kind: 'WireguardConfig', name: 'wg0', privateKey: 'x' }, 'privateKey'],
    ['a token of a cloud', { kind: 'HCloudVIPConfig', name: '192.0.2.1', apiToken: 'x' }, 'apiToken'],
    ['a token of the machine', { machine: { token: 'x' } }, 'machine.token'],
  ])('fails for %s, and does not show it', (_what, document, path) => {
    const [problem, ...others] = problems({ controlPlanes: [document] });
    expect(others).toEqual([]);
    expect(problem).toMatch(/^system\.documents\.controlPlanes\.0\.\S+: a secret in plain text; /);
    expect(problem).toContain(`${path}: `);
    expect(problem).not.toMatch(/got|MC4/);
  });

  it('let certificates and the names of secrets pass', () => {
    const certificate = '-----BEGIN CERTIFICATE-----\nMC4=\n-----END CERTIFICATE-----\n';
    expect(
      problems({
        all: [
          { kind: 'TrustedRootsConfig', name: 'a', certificates: certificate },
          { kind: 'KubeAuditPolicyConfig', configuration: { rules: [{ resources: [{ resources: ['secrets'] }] }] } },
        ],
      }),
    ).toEqual([]);
  });
});
