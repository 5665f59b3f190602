import { App, Chart, JsonPatch, Testing } from 'cdk8s';
import { describe, expect, it } from 'vitest';
import { clusterApiCharts } from '../../charts/cluster-api';
import {
  ClusterResourceSet,
  DeadlockResolver,
  deploymentsOf,
  HCloudMachineTemplate,
  HCloudRemediationTemplate,
  InClusterIPPool,
  MachineDeployment,
  MachineHealthCheck,
  OperatorProvider,
  providersOfCluster,
  TalosConfigTemplate,
  VSphereCluster,
  VSphereClusterIdentity,
  VSphereDeploymentZone,
  VSphereFailureDomain,
  VSphereMachineTemplate,
} from '../../lib/capi';
import { isManaged, type Cluster, type ManagedCluster } from '../../lib/cluster';
import { emitDocuments, parseDocuments } from '../../lib/yaml';
import { hetznerManaged, newProviders, vsphereManaged, zones } from '../support/clusters-capi-pools';

const everything = {
  'Hetzner before 1.11': hetznerManaged({ operator: true, reboot: true }),
  'Hetzner since 1.11': hetznerManaged({ operator: true, reboot: true, providers: newProviders }),
  'vSphere before 1.11': vsphereManaged({ operator: true, ipam: 'v1.0.3', identity: 'cluster-identity', zones }),
  'vSphere since 1.11': vsphereManaged({ vsphere: 'v1.16.1', providers: newProviders, zones }),
};

interface Written {
  readonly kind: string;
  readonly metadata: { readonly name: string };
}

describe('the charts of a cluster with workers', () => {
  it('are a file for each part of it, in the order of application', () => {
    const files = clusterApiCharts(new App(), everything['Hetzner before 1.11']).map(({ path }) =>
      path.split('/').at(-1),
    );
    expect(files).toEqual([
      'providers.yaml',
      'cluster.yaml',
      'workers.yaml',
      'addons.yaml',
      'machine-health-check.yaml',
      'network-policies.yaml',
    ]);
  });

  it.each(Object.entries(everything))('give cdk8s the same objects as the tree, each once: %s', (_name, cluster) => {
    const seen = new Set<string>();
    for (const chart of clusterApiCharts(Testing.app(), cluster)) {
      const { body } = chart.toArtifact();
      const objects = parseDocuments(body.format === 'yaml' ? emitDocuments(body.documents) : '') as Written[];
      expect(Testing.synth(chart)).toEqual(objects);
      for (const { kind, metadata } of objects) {
        expect(seen).not.toContain(`${kind} ${metadata.name}`);
        seen.add(`${kind} ${metadata.name}`);
      }
    }
  });

  it('give the controllers of vSphere their policies', () => {
    const policies = clusterApiCharts(new App(), everything['vSphere before 1.11']).at(-1)!;
    expect(policies.toJson().map((object: Written) => object.metadata.name)).toEqual([
      'default-deny',
      'capi-controller-manager',
      'capv-controller-manager',
      'caaph-controller-manager',
      'cabpt-controller-manager',
      'cacppt-controller-manager',
      'capi-ipam-in-cluster-controller-manager',
    ]);
  });
});

describe('constructs in a chart of somebody else', () => {
  function managed(cluster: Cluster): ManagedCluster {
    if (!isManaged(cluster)) throw new Error('not managed');
    return cluster;
  }
  const kinds = (chart: Chart) => (Testing.synth(chart) as Written[]).map(({ kind }) => kind);

  it('are a worker pool on Hetzner', () => {
    const chart = new Chart(Testing.app(), 'mine');
    const cluster = managed(everything['Hetzner since 1.11']);
    const pool = cluster.pools.find(({ name }) => name === 'web')!;
    new HCloudMachineTemplate(chart, 'machine', cluster, pool);
    new TalosConfigTemplate(chart, 'config', cluster, pool);
    for (const deployment of deploymentsOf(cluster, pool)) {
      new MachineDeployment(chart, deployment.name, cluster, pool, deployment);
    }
    new HCloudRemediationTemplate(chart, 'reboot', cluster, pool);
    new MachineHealthCheck(chart, 'check', cluster, pool);
    expect(kinds(chart)).toEqual([
      'HCloudMachineTemplate',
      'TalosConfigTemplate',
      'MachineDeployment',
      'MachineDeployment',
      'HCloudRemediationTemplate',
      'MachineHealthCheck',
    ]);
  });

  it('are the infrastructure on vSphere', () => {
    const chart = new Chart(Testing.app(), 'mine');
    const cluster = everything['vSphere before 1.11'];
    new VSphereClusterIdentity(chart, 'identity', cluster);
    new VSphereFailureDomain(chart, 'domain', cluster, 'a');
    new VSphereDeploymentZone(chart, 'zone', cluster, 'a');
    new InClusterIPPool(chart, 'addresses', cluster);
    new VSphereCluster(chart, 'cluster', cluster);
    new VSphereMachineTemplate(chart, 'machine', cluster);
    expect(kinds(chart)).toHaveLength(6);
  });

  it('are addons, providers and the deadlock resolver, which take labels and patches as any other object does', () => {
    const chart = new Chart(Testing.app(), 'mine', { labels: { team: 'edge' } });
    const cluster = everything['Hetzner before 1.11'];
    const set = new ClusterResourceSet(chart, 'set', cluster, {
      name: 'base',
      clusterLabels: { tier: 'prod' },
      configMaps: ['policies'],
    });
    set.addJsonPatch(JsonPatch.replace('/spec/strategy', 'Reconcile'));
    new OperatorProvider(chart, 'core', cluster, providersOfCluster(cluster)[0]!);
    new DeadlockResolver(chart, 'resolver', { image: 'registry.example.com/resolver:1.0.0', clusters: [cluster.name] });
    expect(Testing.synth(chart)[0]).toMatchObject({
      metadata: { labels: { team: 'edge' } },
      spec: { strategy: 'Reconcile' },
    });
    expect(kinds(chart)).toHaveLength(6);
  });
});
