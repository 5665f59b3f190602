import { describe, expect, it } from 'vitest';
import type { Cluster } from '../../../lib/cluster';
import { listedPools } from '../../../lib/cluster/infrastructure/listed-pool';
import { hetznerMachinesCluster, vsphereCluster } from '../../support/clusters-terraform';

const listed = { labels: {}, taints: [], machines: { 1: {}, spare: {} } };

describe('the pools of a definition that lists its machines', () => {
  it('have the machines by key, named after cluster and pool', () => {
    const [pool] = listedPools({ web: { role: 'worker', ...listed } }, 'edge');
    expect(pool).toMatchObject({ name: 'web', role: 'worker', count: 2, nodeLabels: {}, taints: [] });
    expect(pool?.machines.map(({ key, name, pool, role }) => [key, name, pool, role])).toEqual([
      ['1', 'talos-edge-web-1', 'web', 'worker'],
      ['spare', 'talos-edge-web-spare', 'web', 'worker'],
    ]);
  });

  it('run workloads on workers always, and on a control plane where it says so', () => {
    const schedulable = (role: 'control-plane' | 'worker', said?: boolean) =>
      listedPools({ pool: { role, schedulable: said, ...listed } }, 'edge')[0]?.schedulable;
    expect([schedulable('worker'), schedulable('worker', false)]).toEqual([true, true]);
    expect([schedulable('control-plane'), schedulable('control-plane', false)]).toEqual([false, false]);
    expect(schedulable('control-plane', true)).toBe(true);
  });

  it.each<[string, Cluster, string | undefined]>([
    ['vSphere', vsphereCluster(), '00:50:56:01:01:01'],
    ['Hetzner', hetznerMachinesCluster(), undefined],
  ])('keep what the definition of %s machines says of their addresses', (_, { pools }, mac) => {
    const machine = pools.find(({ role }) => role === 'worker')?.machines[0];
    expect(machine?.mac).toBe(mac);
    expect(machine?.address?.text).toMatch(/^\d/);
  });
});
