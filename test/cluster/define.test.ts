import { describe, expect, it } from 'vitest';
import {
  check,
  defineCluster,
  DefinitionError,
  formatProblem,
  type vsphere,
  type ClusterDefinition,
} from '../../lib/cluster';
import { definition } from '../support/definition';

describe('defineCluster', () => {
  it('reads records in key order, those without a prototype too', () => {
    const machines = definition().machines as { pools: object };
    const pools = Object.assign(
      Object.create(null) as object,
      Object.fromEntries(Object.entries(machines.pools).reverse()),
    );
    const cluster = defineCluster({ ...definition(), machines: { ...machines, pools } as never });
    expect(cluster.pools.map(({ name }) => name)).toEqual(['controlplane', 'worker']);
  });

  it('gives a cluster that nobody can change', () => {
    const cluster = defineCluster(definition());
    expect(cluster.id).toBe('test/edge');
    expect(() => Object.assign(cluster.network, { dnsDomain: 'other' })).toThrow(TypeError);
    expect(() => (cluster.platform as unknown[]).push('stage')).toThrow(TypeError);
  });

  it('leaves the definition as it was', () => {
    const given = definition();
    const before = JSON.stringify(given);
    defineCluster(given);
    expect(JSON.stringify(given)).toBe(before);
    expect(Object.isFrozen(given.network)).toBe(false);
  });

  it('fills in the defaults', () => {
    const { network, system, gitops } = defineCluster(definition());
    expect(network).toMatchObject({ dnsDomain: 'cluster.local', nameservers: [], endpoint: { port: 6443 } });
    expect(system).toMatchObject({ installDisk: '/dev/sda', hostDns: { forwardKubeDns: true } });
    expect(gitops).toMatchObject({ repository: { revision: 'HEAD', path: '' }, layout: { directory: 'in-cluster' } });
  });

  it('names machines by pool and key, so that the second can leave without renaming the third', () => {
    const spare = definition();
    const { pools } = defineCluster(definition());
    expect(pools.flatMap((pool) => pool.machines.map((machine) => machine.name))).toEqual([
      'talos-edge-controlplane-1',
      'talos-edge-worker-1',
      'talos-edge-worker-2',
    ]);
    const workers = (spare.machines as ReturnType<typeof vsphere>).pools.worker!;
    delete workers.machines['1'];
    expect(defineCluster(spare).pools[1]!.machines.map((machine) => machine.name)).toEqual(['talos-edge-worker-2']);
  });

  it('lists machine 10 after machine 9', () => {
    const many = definition();
    const workers = (many.machines as ReturnType<typeof vsphere>).pools.worker!;
    for (const n of [10, 9])
      workers.machines[String(n)] = {
        mac: `00:50:56:01:02:${String(n).padStart(2, '0')}`,
        address: `192.0.2.1${String(n)}`,
      };
    expect(defineCluster(many).pools[1]!.machines.map((machine) => machine.key)).toEqual(['1', '2', '9', '10']);
  });

  it('reads a MAC address in any of the usual writings', () => {
    const dashes = definition();
    (dashes.machines as ReturnType<typeof vsphere>).pools.controlplane!.machines['1']!.mac = '00-50-56-01-00-0A';
    expect(defineCluster(dashes).pools[0]!.machines[0]!.mac).toBe('00:50:56:01:00:0a');
  });

  it('gives the same cluster for every order of keys', () => {
    const reversed = (value: unknown): unknown => {
      if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype)
        return value;
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, member]) => [key, reversed(member)]),
      );
    };
    const plain = (given: ClusterDefinition) => JSON.stringify({ ...defineCluster(given), id: undefined });
    const sorted = (text: string) => JSON.stringify(Object.entries(JSON.parse(text) as object).sort());
    expect(sorted(plain(reversed(definition()) as ClusterDefinition))).toBe(sorted(plain(definition())));
  });

  it('fails with every problem at once, in every section', () => {
    const bad = definition();
    bad.network.pods = '10.244.0.0/33';
    bad.network.services = '192.0.2.0/25';
    bad.versions.talos = 'latest';
    bad.name = 'Edge';
    const paths = check(bad).map((problem) => problem.path);
    expect(paths).toEqual(expect.arrayContaining(['name', 'versions.talos', 'network.pods', 'network.services']));
    expect(() => defineCluster(bad)).toThrow(DefinitionError);
  });

  it('fails on a section that cannot be read, and still checks the others', () => {
    const bad = { ...definition(), network: 'none', group: 'Test' };
    expect(check(bad).map(formatProblem)).toEqual([
      'network: wrong type, got "none"; allowed: an object; write an object',
      'group: not a DNS-1123 label, got "Test"; allowed: lower-case letters, digits and inner hyphens; write test',
    ]);
  });

  it.each([undefined, null, 7, 'cluster', []])('fails on %j without a stack trace of its own', (value) => {
    expect(check(value)).toHaveLength(1);
  });
});
