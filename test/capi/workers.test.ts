import { describe, expect, it } from 'vitest';
import {
  deploymentsOf,
  hetznerClusterObject,
  machineDeploymentObject,
  machineHealthCheckObject,
  managedPatches,
  talosConfigTemplateObject,
} from '../../lib/capi';
import { isManaged, type Cluster, type hetzner, type ManagedCluster } from '../../lib/cluster';
import { parseDocuments } from '../../lib/yaml';
import { hetznerManaged, hetznerPools, newProviders, vsphereManaged } from '../support/clusters-capi-pools';

function poolOf(cluster: Cluster, name: string) {
  if (!isManaged(cluster)) throw new Error('not managed');
  const managed: ManagedCluster = cluster;
  const pool = cluster.pools.find((candidate) => candidate.name === name)!;
  return { cluster: managed, pool, deployments: pool.role === 'worker' ? deploymentsOf(managed, pool) : [] };
}

function specOf(cluster: Cluster, name: string, index = 0) {
  const { pool, deployments } = poolOf(cluster, name);
  return machineDeploymentObject(cluster, pool, deployments[index]!);
}

const web = (change: Partial<Parameters<typeof hetzner.worker>[0]>) =>
  hetznerManaged({ pools: { ...hetznerPools, web: { ...hetznerPools.web, ...change } } });

describe('a worker pool', () => {
  it('is one deployment for each of its places, with an even share of its machines', () => {
    expect(poolOf(hetznerManaged(), 'web').deployments).toEqual([
      { name: 'fleet-web-nbg1', failureDomain: 'nbg1', replicas: 3, autoscale: undefined },
      { name: 'fleet-web-fsn1', failureDomain: 'fsn1', replicas: 2, autoscale: undefined },
    ]);
  });

  it('keeps the name of a deployment when another place joins, and its shares even', () => {
    const names = (location: string[]) => poolOf(web({ location }), 'web').deployments.map(({ name }) => name);
    expect(names(['nbg1'])).toEqual(['fleet-web-nbg1']);
    expect(names(['nbg1', 'fsn1', 'hel1'])).toContain('fleet-web-nbg1');
    for (const count of [0, 1, 2, 7]) {
      const { deployments } = poolOf(web({ count, location: ['nbg1', 'fsn1', 'hel1'] }), 'web');
      const shares = deployments.map(({ replicas }) => replicas ?? 0);
      expect(shares.reduce((sum, share) => sum + share)).toBe(count);
      expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1);
    }
  });

  it('says nothing of its size where the autoscaler owns it, and tells the autoscaler what a node would be', () => {
    const batch = specOf(hetznerManaged(), 'batch');
    expect(batch.spec).toHaveProperty('replicas', undefined);
    expect(batch.metadata.annotations).toEqual({
      'cluster.x-k8s.io/cluster-api-autoscaler-node-group-min-size': '0',
      'cluster.x-k8s.io/cluster-api-autoscaler-node-group-max-size': '6',
      'capacity.cluster-autoscaler.kubernetes.io/labels': 'example.com/tier=batch',
      'capacity.cluster-autoscaler.kubernetes.io/taints': 'example.com/batch=:NoExecute',
    });
    expect(specOf(vsphereManaged(), 'batch').metadata.annotations).toMatchObject({
      'capacity.cluster-autoscaler.kubernetes.io/cpu': '8',
      'capacity.cluster-autoscaler.kubernetes.io/memory': '32Gi',
    });
    expect(specOf(hetznerManaged(), 'web').metadata.annotations).toBeUndefined();
    expect(poolOf(hetznerManaged(), 'batch').pool.count).toBe(0);
  });

  it('selects its machines by the labels that it gives them', () => {
    const { spec } = specOf(hetznerManaged(), 'web', 1) as unknown as {
      spec: { selector: { matchLabels: object }; template: { metadata: { labels: object } } };
    };
    expect(spec.template.metadata.labels).toMatchObject(spec.selector.matchLabels);
    expect(spec.selector.matchLabels).toEqual({
      'cluster.x-k8s.io/cluster-name': 'fleet',
      'cluster.x-k8s.io/deployment-name': 'fleet-web-fsn1',
    });
  });

  it('is checked for broken machines as a whole, wherever they stand', () => {
    const { cluster, pool } = poolOf(hetznerManaged({ providers: newProviders }), 'web');
    expect(machineHealthCheckObject(cluster, pool)).toMatchObject({
      metadata: { name: 'fleet-web-mhc' },
      spec: {
        selector: { matchLabels: { 'plinth/pool': 'web' } },
        remediation: { triggerIf: { unhealthyLessThanOrEqualTo: 2 }, templateRef: { name: 'fleet-web-reboot' } },
      },
    });
    expect(specOf(cluster, 'web').spec).toMatchObject({
      template: { metadata: { labels: { 'plinth/pool': 'web' } } },
    });
  });

  it('has a placement group where its servers must stand apart', () => {
    const groups = (cluster: Cluster) =>
      (hetznerClusterObject(cluster).spec as { hcloudPlacementGroups: { name: string }[] }).hcloudPlacementGroups;
    expect(groups(hetznerManaged()).map(({ name }) => name)).toEqual(['control', 'web']);
  });

  it('fails for a control plane pool', () => {
    const { cluster, pool } = poolOf(hetznerManaged(), 'control');
    expect(() => deploymentsOf(cluster, pool)).toThrow(
      'pool control runs the control plane, got role control-plane; pass a worker pool',
    );
    expect(() => talosConfigTemplateObject(cluster, pool)).toThrow('pass a worker pool');
  });

  it('fails for a pool of another cluster', () => {
    const { pool } = poolOf(vsphereManaged(), 'web');
    const { cluster } = poolOf(hetznerManaged({ pools: { control: hetznerPools.control } }), 'control');
    expect(() => talosConfigTemplateObject(cluster, pool)).toThrow('pool is not of prod/fleet, got web');
  });
});

describe('labels and taints of a pool', () => {
  const documentsOf = (cluster: Cluster, name: string, about: string) => {
    const { cluster: managed, pool } = poolOf(cluster, name);
    return managedPatches(managed, pool).find((patch) => patch.name === about)?.documents;
  };
  const node = (cluster: Cluster, name: string) => documentsOf(cluster, name, 'node');
  const trigger = (cluster: Cluster, name: string) => documentsOf(cluster, name, 'rollout-trigger');

  it('stand in the Talos configuration of its machines', () => {
    expect(node(hetznerManaged(), 'web')).toEqual([
      {
        machine: {
          nodeLabels: { 'example.com/tier': 'web' },
          nodeTaints: { 'example.com/web': 'only:NoSchedule' },
        },
      },
    ]);
    expect(node(hetznerManaged(), 'batch')).toMatchObject([
      { machine: { nodeTaints: { 'example.com/batch': 'NoExecute' } } },
    ]);
    expect(trigger(hetznerManaged(), 'batch')).toEqual([
      { machine: { nodeAnnotations: { 'rollout-trigger': 'first' } } },
    ]);
    expect(node(hetznerManaged(), 'control')).toBeUndefined();
  });

  it('are a document of their own from contract 1.14 on', () => {
    const cluster = hetznerManaged({
      versions: { kubernetes: 'v1.35.0', talos: 'v1.14.0' },
      providers: { ...newProviders, talosBootstrap: 'v0.7.0' },
    });
    expect(node(cluster, 'web')).toMatchObject([
      {
        kind: 'KubeNodeConfig',
        labels: { 'example.com/tier': 'web' },
        taints: { 'example.com/web': 'only:NoSchedule' },
      },
    ]);
  });

  it('that a node may not give itself come from its machine', () => {
    expect(specOf(hetznerManaged(), 'web').spec).toMatchObject({
      template: { metadata: { labels: { 'node-role.kubernetes.io/web': '' } } },
    });
    const { cluster, pool } = poolOf(hetznerManaged(), 'web');
    expect(JSON.stringify(talosConfigTemplateObject(cluster, pool))).not.toContain('node-role');
  });

  it('are canonical text in the template', () => {
    const { cluster, pool } = poolOf(hetznerManaged(), 'web');
    const spec = talosConfigTemplateObject(cluster, pool).spec as {
      template: { spec: { strategicPatches: string[]; generateType: string } };
    };
    expect(spec.template.spec.generateType).toBe('worker');
    expect(spec.template.spec.strategicPatches.at(-1)).toBe(
      'machine:\n  nodeLabels:\n    example.com/tier: web\n  nodeTaints:\n    example.com/web: only:NoSchedule\n',
    );
    expect(spec.template.spec.strategicPatches.flatMap((text) => parseDocuments(text))).toHaveLength(3);
  });
});
