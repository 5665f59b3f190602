import { describe, expect, it } from 'vitest';
import { defineCluster, Duration } from '../../lib/cluster';
import { fluxInstance, fluxInstanceObject, fluxOperator } from '../../lib/platform';
import { definition } from '../support/definition';

const cluster = defineCluster(definition());

describe('fluxOperator', () => {
  it('comes by its chart, or by Operator Lifecycle Manager under the same name', () => {
    const [byChart, byExtension] = [fluxOperator(), fluxOperator({ extension: {} })];
    expect(byChart.chart?.version).toBe('0.33.0');
    expect(byExtension.chart).toBeUndefined();
    expect([byExtension.name, byExtension.provides]).toEqual([byChart.name, byChart.provides]);
    expect(byExtension.requires).toEqual([
      'crd/olm.operatorframework.io/ClusterExtension',
      'olm-catalog/operatorhubio',
    ]);
  });

  it('picks its catalog by the label that catalogs really have', () => {
    const extension = { version: '^0.33.0', catalog: 'own' };
    expect(fluxOperator({ extension }).objects?.(cluster).at(-1)).toEqual({
      apiVersion: 'olm.operatorframework.io/v1',
      kind: 'ClusterExtension',
      metadata: { name: 'flux-operator' },
      spec: {
        namespace: 'flux-system',
        serviceAccount: { name: 'flux-operator-installer' },
        source: {
          sourceType: 'Catalog',
          catalog: {
            packageName: 'flux-operator',
            version: '^0.33.0',
            channels: ['stable'],
            selector: { matchLabels: { 'olm.operatorframework.io/metadata.name': 'own' } },
          },
        },
      },
    });
  });
});

describe('fluxInstance', () => {
  it('has the only name that the operator takes, and the domain of the cluster', () => {
    expect(fluxInstance().objects?.(cluster)).toMatchObject([
      {
        metadata: { name: 'flux', namespace: 'flux-system' },
        spec: { cluster: { domain: cluster.network.dnsDomain } },
      },
    ]);
  });

  it('provides the kinds of the controllers that it has', () => {
    expect(fluxInstance().provides).toContain('crd/source.extensions.fluxcd.io');
    expect(fluxInstance({ components: ['source-controller', 'kustomize-controller'] }).provides).toEqual([
      'crd/source.toolkit.fluxcd.io',
      'crd/kustomize.toolkit.fluxcd.io',
    ]);
    expect(
      fluxInstance({ components: ['image-reflector-controller', 'image-automation-controller'] }).provides,
    ).toEqual(['crd/image.toolkit.fluxcd.io']);
  });

  it('syncs where one says, in the form of Go’s durations', () => {
    const sync = { url: 'https://git.example.com/a.git', ref: 'refs/heads/main', path: 'clusters/edge' };
    const object = fluxInstanceObject(cluster, {
      sync: { ...sync, interval: Duration.minutes(5), pullSecret: 'flux-system' },
      reconcileEvery: Duration.hours(1),
    });
    expect(object).toMatchObject({
      metadata: { annotations: { 'fluxcd.controlplane.io/reconcileEvery': '1h0m0s' } },
      spec: { sync: { kind: 'GitRepository', ...sync, interval: '5m0s', pullSecret: 'flux-system' } },
    });
    expect(JSON.stringify(fluxInstanceObject(cluster))).not.toContain('sync');
  });
});
