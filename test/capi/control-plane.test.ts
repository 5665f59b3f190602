import { describe, expect, it } from 'vitest';
import { talosControlPlaneObject } from '../../lib/capi';
import { bootstrapContract } from '../../lib/capi/contract';
import { parseDocuments } from '../../lib/yaml';
import { fixedCluster, managedCluster, type ManagedChanges } from '../support/clusters-capi';

interface Spec {
  readonly version: string;
  readonly replicas: number;
  readonly rolloutStrategy?: unknown;
  readonly controlPlaneConfig: {
    readonly controlplane: { readonly talosVersion: string; readonly strategicPatches: readonly string[] };
  };
}

const specOf = (changes: ManagedChanges = {}) =>
  talosControlPlaneObject(managedCluster(changes)).spec as unknown as Spec;
const patchesOf = (changes: ManagedChanges = {}) => specOf(changes).controlPlaneConfig.controlplane.strategicPatches;

describe('TalosControlPlane', () => {
  it('carries the rollout trigger, the load balancer label, the machine and the cluster as a patch each', () => {
    const parsed = patchesOf().map((text) => parseDocuments(text));
    expect(parsed).toHaveLength(4);
    expect(parsed[0]).toEqual([{ machine: { nodeAnnotations: { 'rollout-trigger': '2026-02-09T15:00:00Z' } } }]);
    expect(parsed[1]).toEqual([
      {
        machine: {
          nodeLabels: { 'node.kubernetes.io/exclude-from-external-load-balancers': { $patch: 'delete' } },
        },
      },
    ]);
    expect(parsed[2]).toMatchObject([
      {
        machine: {
          network: {
            interfaces: [
              { interface: 'eth0', dhcp: true },
              { interface: 'eth1', dhcp: true },
            ],
          },
          kubelet: { nodeIP: { validSubnets: ['10.10.0.0/16'] } },
          features: { hostDNS: { enabled: true, forwardKubeDNSToHost: false, resolveMemberNames: true } },
          files: [{ path: '/etc/cri/conf.d/20-customization.part', op: 'create' }],
        },
      },
    ]);
    expect(parsed[3]).toMatchObject([
      {
        cluster: {
          allowSchedulingOnControlPlanes: true,
          etcd: { advertisedSubnets: ['10.10.64.0/25'] },
          externalCloudProvider: { enabled: true },
          network: { podSubnets: ['10.10.128.0/17'], serviceSubnets: ['10.10.96.0/20'], cni: { name: 'none' } },
          proxy: { disabled: true },
        },
      },
    ]);
  });

  it('changes nothing but its version for another Kubernetes version', () => {
    expect({ ...specOf({ kubernetes: 'v1.35.1' }), version: 'v1.35.0' }).toEqual(specOf());
    expect(specOf({ kubernetes: 'v1.35.1' }).version).toBe('v1.35.1');
  });

  it('keeps its patches to the byte for another number of machines, patch release or server type', () => {
    for (const changes of [{ count: 5 }, { talos: 'v1.12.3' }, { type: 'cx43' }, { kubernetes: 'v1.35.1' }]) {
      expect(patchesOf(changes)).toEqual(patchesOf());
    }
  });

  it('names the contract by its minor version and leaves the rollout strategy to its default', () => {
    expect(specOf().controlPlaneConfig.controlplane.talosVersion).toBe('v1.12');
    expect(specOf().rolloutStrategy).toBeUndefined();
    expect(specOf({ count: 5 }).replicas).toBe(5);
  });

  it('stays with the contract that the bootstrap provider writes when Talos is newer', () => {
    const newer = { talos: 'v1.14.0' };
    expect(patchesOf(newer).join('')).toContain('allowSchedulingOnControlPlanes');
    expect(patchesOf({ ...newer, core: 'v1.14.0', talosBootstrap: 'v0.7.0' }).join('')).toContain(
      'kind: KubeNodeConfig',
    );
  });

  it('fails for machines that Cluster API does not make', () => {
    expect(() => talosControlPlaneObject(fixedCluster())).toThrow(
      'machines of test/edge are not managed by Cluster API, got vsphere; use machines with managedBy: clusterApi({ … })',
    );
  });
});

describe('bootstrapContract', () => {
  const { machines } = managedCluster();
  const providers = machines.kind === 'hetzner' ? machines.managedBy : undefined;

  it('is that of Talos until the provider is older', () => {
    expect(bootstrapContract(providers!, 'v1.12.2')).toBe('1.12');
    expect(bootstrapContract(providers!, 'v1.14.0')).toBe('1.13');
    expect(bootstrapContract({ ...providers!, talosBootstrap: 'v0.7.0' }, 'v1.14.0')).toBe('1.14');
  });
});
