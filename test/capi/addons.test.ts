import { describe, expect, it } from 'vitest';
import {
  addonProblems,
  clusterLabels,
  clusterLabelsOf,
  clusterObject,
  clusterResourceSetObject,
  helmChartProxyObject,
  needsToken,
  tokenResourceSetObject,
} from '../../lib/capi';
import { approver, cloud, managedCluster, network } from '../support/clusters-capi';
import { vsphereManaged } from '../support/clusters-capi-pools';
import { component } from '../support/definition';

describe('labels of the Cluster', () => {
  it('are those that its addons select by', () => {
    expect(clusterObject(managedCluster()).metadata.labels).toEqual({
      cni: 'cilium',
      ccm: 'hcloud',
      'addons.plinth/approver': 'true',
    });
  });

  it('follow the addons', () => {
    expect(clusterLabels(managedCluster({ addons: [cloud] }))).toEqual({ ccm: 'hcloud' });
  });

  it('give every addon the clusters that carry it', () => {
    const cluster = managedCluster();
    for (const addon of [network, cloud, approver]) {
      expect(helmChartProxyObject(cluster, addon).spec).toMatchObject({
        clusterSelector: { matchLabels: clusterLabelsOf(addon) },
      });
      expect(clusterLabels(cluster)).toMatchObject(clusterLabelsOf(addon));
    }
  });
});

describe('HelmChartProxy', () => {
  it('names chart, version and release', () => {
    expect(helmChartProxyObject(managedCluster(), network)).toMatchObject({
      metadata: { name: 'cilium', namespace: 'default' },
      spec: {
        repoURL: 'https://helm.cilium.io',
        chartName: 'cilium',
        version: '1.19.0',
        namespace: 'kube-system',
        releaseName: 'cilium',
      },
    });
  });

  it('takes a chart of a registry by the path above it', () => {
    expect(helmChartProxyObject(managedCluster(), approver).spec).toMatchObject({
      repoURL: 'oci://registry.example.com/charts',
      chartName: 'kubelet-csr-approver',
      valuesTemplate: undefined,
    });
  });

  it('writes values that follow the cluster', () => {
    const values = (pods: string) => helmChartProxyObject(managedCluster({ pods }), cloud).spec;
    expect(values('10.10.0.0/18')).toMatchObject({ valuesTemplate: 'networking:\n  clusterCIDR: 10.10.0.0/18\n' });
  });

  it('keeps braces of a value out of the template', () => {
    expect(helmChartProxyObject(managedCluster(), network).spec).toMatchObject({
      valuesTemplate: 'kubeProxyReplacement: true\nnote: read {{`{{`}} .Values.note }}\n',
    });
  });

  it('does not wait for what it installs, which may be the network itself', () => {
    expect(helmChartProxyObject(managedCluster(), network).spec).not.toHaveProperty('options');
  });

  it('fails for a component without a chart', () => {
    expect(() => helmChartProxyObject(managedCluster(), component('plain'))).toThrow(
      'component plain has no chart, got objects alone; let the GitOps engine carry it',
    );
  });
});

describe('the token of Hetzner', () => {
  it('reaches the clusters of the cloud controller manager', () => {
    expect(tokenResourceSetObject(managedCluster()).spec).toEqual({
      clusterSelector: { matchLabels: { ccm: 'hcloud' } },
      resources: [{ kind: 'Secret', name: 'hcloud-secret-manifest' }],
      strategy: 'ApplyOnce',
    });
  });

  it('is not needed without one, nor on vSphere', () => {
    expect(needsToken(managedCluster({ addons: [network] }))).toBe(false);
    expect(needsToken(vsphereManaged({ addons: [network, cloud] }))).toBe(false);
  });

  it('fails without one', () => {
    expect(() => tokenResourceSetObject(managedCluster({ addons: [network] }))).toThrow(
      'no addon of prod/k8s needs the Hetzner token',
    );
  });
});

describe('ClusterResourceSet', () => {
  it('hands any manifests to the clusters with its labels, once or for good', () => {
    const props = { name: 'base', clusterLabels: { tier: 'prod' }, secrets: ['keys'], configMaps: ['policies'] };
    expect(clusterResourceSetObject(managedCluster(), props)).toMatchObject({
      metadata: { name: 'base', namespace: 'default' },
      spec: {
        clusterSelector: { matchLabels: { tier: 'prod' } },
        resources: [
          { kind: 'Secret', name: 'keys' },
          { kind: 'ConfigMap', name: 'policies' },
        ],
        strategy: 'ApplyOnce',
      },
    });
    expect(clusterResourceSetObject(managedCluster(), { ...props, reconcile: true }).spec).toMatchObject({
      strategy: 'Reconcile',
    });
  });

  it('fails where it hands over nothing', () => {
    expect(() => clusterResourceSetObject(managedCluster(), { name: 'empty', clusterLabels: {} })).toThrow(
      'ClusterResourceSet empty hands over nothing, got no secrets and no configMaps; name one',
    );
  });
});

describe('addonProblems', () => {
  it('finds none in charts alone', () => {
    expect(addonProblems(managedCluster())).toEqual([]);
  });

  it('names every component that Cluster API cannot carry', () => {
    const addons = [
      component('plain'),
      { ...approver, objects: () => [{ kind: 'ConfigMap' }] },
      { ...network, name: 'other', clusterLabels: { cni: 'other' } },
      network,
    ];
    const problems = addonProblems(managedCluster({ addons }));
    expect(problems).toHaveLength(3);
    expect(problems[0]).toMatch(/^component plain has no chart/);
    expect(problems[1]).toMatch(/^component approver has objects beside its chart/);
    expect(problems[2]).toMatch(/^component other and another select clusters by one label/);
  });
});
