import { describe, expect, it } from 'vitest';
import { defineCluster, hetzner, GiB, vsphere, type Cluster, type ClusterDefinition } from '../../lib/cluster';
import { machineConfigProblems, mergePatches, workerPatches } from '../../lib/talos';
import { hetznerMachinesDefinition } from '../support/clusters-terraform';
import { definition } from '../support/definition';

const settings = {
  labels: { 'example.com/tier': 'fast' },
  taints: [
    { key: 'dedicated', value: 'build', effect: 'NoSchedule' as const },
    { key: 'example.com/gpu', effect: 'NoExecute' as const },
  ],
};
const written = {
  labels: { 'example.com/tier': 'fast' },
  taints: { dedicated: 'build:NoSchedule', 'example.com/gpu': 'NoExecute' },
};

const onVsphere = (): ClusterDefinition => {
  const base = definition();
  const { machines } = base as { machines: Extract<ClusterDefinition['machines'], { kind: 'vsphere' }> };
  const builders = vsphere.worker({
    cpus: 2,
    memory: GiB(8),
    disk: GiB(80),
    machines: { 1: { mac: '00:50:56:01:09:01', address: '192.0.2.91' } },
    ...settings,
  });
  return { ...base, machines: { ...machines, pools: { ...machines.pools, builders } } };
};

const onHetzner = (): ClusterDefinition => {
  const base = hetznerMachinesDefinition();
  const { machines } = base as { machines: Extract<ClusterDefinition['machines'], { kind: 'hetzner-machines' }> };
  const builders = hetzner.worker({
    type: 'cx33',
    location: 'nbg1',
    machines: { 1: { address: '10.10.64.91' } },
    ...settings,
  });
  return { ...base, machines: { ...machines, pools: { ...machines.pools, builders } } };
};

const builders = (cluster: Cluster) => cluster.pools.find(({ name }) => name === 'builders')!;
const documentsOf = (cluster: Cluster) => mergePatches(workerPatches(cluster, builders(cluster)));

describe.each([
  ['vSphere', onVsphere],
  ['Hetzner', onHetzner],
])('labels and taints of a pool that lists its machines on %s', (_, definitionOf) => {
  const of = (versions: ClusterDefinition['versions']) => defineCluster({ ...definitionOf(), versions });
  const before = of({ talos: 'v1.13.9', kubernetes: 'v1.35.0' });
  const since = of({ talos: 'v1.14.1', kubernetes: 'v1.35.0' });

  it('are fields of the machine up to contract 1.13', () => {
    const [main] = documentsOf(before).filter((document) => document.kind === undefined);
    expect(main).toMatchObject({ machine: { nodeLabels: written.labels, nodeTaints: written.taints } });
    expect(documentsOf(before).map(({ kind }) => kind)).not.toContain('KubeNodeConfig');
  });

  it('are a document of their own from contract 1.14 on', () => {
    expect(documentsOf(since).find(({ kind }) => kind === 'KubeNodeConfig')).toMatchObject(written);
    expect(JSON.stringify(documentsOf(since))).not.toMatch(/nodeLabels|nodeTaints/);
  });

  it('reach no other pool, and are what Talos takes', () => {
    for (const cluster of [before, since]) {
      expect(machineConfigProblems(cluster)).toEqual([]);
      for (const pool of cluster.pools.filter(({ name }) => name !== 'builders')) {
        expect([pool.nodeLabels, pool.taints]).toEqual([{}, []]);
      }
    }
  });
});
