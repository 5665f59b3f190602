import { describe, expect, it } from 'vitest';
import { clusterApiFiles, manifestsOf } from '../../lib/capi';
import { emitDocuments } from '../../lib/yaml';
import { cloud, fixedCluster, managedCluster, network } from '../support/clusters-capi';

function fileOf(name: string, cluster = managedCluster()): string {
  const file = clusterApiFiles(cluster).find(({ path }) => path.endsWith(`/cluster-api/${name}`));
  return file?.body.format === 'yaml' ? emitDocuments(file.body.documents) : '';
}

describe('the Cluster API folder', () => {
  it('is empty where Cluster API does not make the machines', () => {
    expect(clusterApiFiles(fixedCluster())).toEqual([]);
    expect(manifestsOf(fixedCluster())).toEqual([]);
  });

  it('lists in its kustomization what it holds, and not the configuration of clusterctl', () => {
    expect(fileOf('kustomization.yaml')).toBe(
      [
        'apiVersion: kustomize.config.k8s.io/v1beta1',
        'kind: Kustomization',
        'resources:',
        '  - cluster.yaml',
        '  - addons.yaml',
        '  - machine-health-check.yaml',
        '  - network-policies.yaml',
        '',
      ].join('\n'),
    );
  });

  it('has no file without an object in it', () => {
    expect(manifestsOf(managedCluster({ addons: [] }))).toEqual(['cluster', 'healthCheck']);
    expect(manifestsOf(managedCluster({ addons: [cloud] }))).toEqual(['cluster', 'addons', 'healthCheck']);
    expect(manifestsOf(managedCluster({ addons: [network] }))).toContain('policies');
  });

  it('pins every provider to the release that the definition names', () => {
    const text = fileOf('clusterctl.yaml', managedCluster({ talosBootstrap: 'v0.6.12' }));
    expect(text).not.toContain('latest');
    expect(text.match(/releases\/(v[0-9.]+)\//g)).toEqual([
      'releases/v1.10.10/',
      'releases/v0.6.12/',
      'releases/v0.5.12/',
      'releases/v1.0.7/',
      'releases/v0.4.2/',
    ]);
  });

  it('holds the committed files', async () => {
    await expect(fileOf('clusterctl.yaml')).toMatchFileSnapshot('../golden/cluster-api/clusterctl.yaml');
  });
});
