import { describe, expect, it } from 'vitest';
import { defineCluster, type ClusterDefinition } from '../../lib/cluster';
import { MachineConfigError, machineConfigProblems, talosFiles } from '../../lib/talos';
import { definition } from '../support/definition';

/** A cluster with documents of its own. */
function clusterWith(documents: NonNullable<ClusterDefinition['system']['documents']>) {
  return defineCluster({ ...definition(), system: { ...definition().system, documents } });
}

describe('machineConfigProblems', () => {
  it('are none for a cluster that says nothing of its own', () => {
    expect(machineConfigProblems(defineCluster(definition()))).toEqual([]);
  });

  it('tell what all machines of a pool share once, and what one of them has alone by its name', () => {
    const cluster = clusterWith({
      workers: [{ machine: { kubelet: { nodeIP: { validSubnets: ['nowhere'] } } } }],
      machines: { 'talos-edge-worker-2': [{ machine: { kublet: {} } }] },
    });
    const paths = machineConfigProblems(cluster).map(({ path }) => path);
    expect(paths.filter((path) => path.startsWith('machine talos-edge-worker-2: '))).not.toEqual([]);
    expect(paths.filter((path) => path.includes('worker-1'))).toEqual(
      expect.arrayContaining([expect.stringContaining('validSubnets')]),
    );
    expect(paths.some((path) => path.includes('controlplane'))).toBe(false);
  });

  it('let documents of a newer kind pass, and no slip of the pen', () => {
    const raw = (kind: string) => clusterWith({ all: [{ apiVersion: 'v1alpha1', kind, anything: true }] });
    expect(machineConfigProblems(raw('TeleportConfig'))).toEqual([]);
    expect(machineConfigProblems(raw('ResolvrConfig'))).not.toEqual([]);
  });

  it('fails a synthesis with all of them', () => {
    const cluster = clusterWith({ all: [{ machine: { kublet: {}, instal: {} } }] });
    expect(() => talosFiles(cluster)).toThrow(MachineConfigError);
    expect(() => talosFiles(cluster)).toThrow(/kublet[^]*instal|instal[^]*kublet/);
  });
});
