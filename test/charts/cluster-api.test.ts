import { App, Chart, Testing } from 'cdk8s';
import { describe, expect, it } from 'vitest';
import { AddonsChart } from '../../charts/cluster-api-addons';
import { ClusterChart } from '../../charts/cluster-api-cluster';
import { clusterApiCharts } from '../../charts/cluster-api';
import { HelmChartProxy } from '../../lib/capi';
import type { ManifestFile } from '../../lib/artifact/cdk8s';
import { emitDocuments, parseDocuments } from '../../lib/yaml';
import { fixedCluster, managedCluster, network } from '../support/clusters-capi';
import { component } from '../support/definition';

function text(file: ManifestFile): string {
  const { body } = file.toArtifact();
  return body.format === 'yaml' ? emitDocuments(body.documents) : '';
}

/** What validation says about everything in an app. */
function problemsOf(app: App): string[] {
  return app.node.findAll().flatMap(({ node }) => node.validate());
}

describe('clusterApiCharts', () => {
  it('are the four manifests of the folder, owned by the cluster', () => {
    const charts = clusterApiCharts(new App(), managedCluster());
    expect(charts.map(({ path }) => path)).toEqual([
      'clusters/prod/k8s/cluster-api/cluster.yaml',
      'clusters/prod/k8s/cluster-api/addons.yaml',
      'clusters/prod/k8s/cluster-api/machine-health-check.yaml',
      'clusters/prod/k8s/cluster-api/network-policies.yaml',
    ]);
    expect(charts.every(({ owner }) => owner === 'prod/k8s')).toBe(true);
  });

  it('are none where Cluster API does not make the machines', () => {
    expect(clusterApiCharts(new App(), fixedCluster())).toEqual([]);
  });

  it('hold the committed objects', async () => {
    for (const chart of clusterApiCharts(new App(), managedCluster())) {
      const name = chart.path.split('/').at(-1)!;
      await expect(text(chart)).toMatchFileSnapshot(`../golden/cluster-api/${name}`);
    }
  });

  it('give cdk8s the same objects as the tree', () => {
    for (const chart of clusterApiCharts(Testing.app(), managedCluster())) {
      expect(Testing.synth(chart)).toEqual(parseDocuments(text(chart)));
    }
  });

  it('carry the pod network in the cluster, its control plane and the addons, and nowhere else', () => {
    const before = '10.10.128.0/17';
    const after = '10.10.0.0/18';
    const changed = clusterApiCharts(new App(), managedCluster({ pods: after })).map(text);
    expect(changed.map((file) => file.split(after).length - 1)).toEqual([2, 1, 0, 0]);
    const restored = changed.map((file) => file.replaceAll(after, before));
    expect(restored).toEqual(clusterApiCharts(new App(), managedCluster()).map(text));
  });
});

describe('validation', () => {
  it('finds nothing in a cluster that Cluster API manages', () => {
    const app = new App();
    clusterApiCharts(app, managedCluster());
    expect(problemsOf(app)).toEqual([]);
  });

  it('fails for a cluster that Cluster API does not manage, without making an object', () => {
    const app = new App();
    const chart = new ClusterChart(app, fixedCluster());
    expect(problemsOf(app)).toEqual([expect.stringMatching(/^machines of test\/edge are not managed by Cluster API/)]);
    expect(chart.apiObjects).toEqual([]);
    expect(() => chart.toArtifact()).toThrow('not managed by Cluster API');
  });

  it('fails for an addon that has no chart', () => {
    const app = new App();
    new AddonsChart(app, managedCluster({ addons: [network, component('plain')] }));
    expect(problemsOf(app)).toEqual([expect.stringMatching(/^component plain has no chart/)]);
  });
});

describe('a single construct', () => {
  it('works in a chart of its own', () => {
    const chart = new Chart(Testing.app(), 'mine');
    new HelmChartProxy(chart, 'network', managedCluster(), network);
    expect(Testing.synth(chart)).toMatchObject([{ kind: 'HelmChartProxy', metadata: { name: 'cilium' } }]);
  });
});
