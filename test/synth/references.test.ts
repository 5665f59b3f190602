import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../lib/cluster';
import { findingsOf, yaml } from './artifacts';

const flux = 'kustomize.toolkit.fluxcd.io/v1';

function object(apiVersion: string, kind: string, name: string, spec: JsonObject, namespace?: string): JsonObject {
  return { apiVersion, kind, metadata: { name, namespace }, spec };
}

function kustomization(name: string, spec: JsonObject): JsonObject {
  return object(flux, 'Kustomization', name, spec, 'flux-system');
}

const repository = object('source.toolkit.fluxcd.io/v1', 'GitRepository', 'flux-system', {}, 'flux-system');
const sourceRef = { kind: 'GitRepository', name: 'flux-system' };

function missing(field: string, what: string): string {
  return `a.yaml: ${field}: a dependency on ${what}, which no path creates`;
}

describe('the guard of references', () => {
  it('lets what is there be named, in the object’s namespace or another', () => {
    expect(
      findingsOf(
        yaml(
          'a.yaml',
          repository,
          kustomization('crds', { sourceRef }),
          kustomization('apps', { sourceRef, dependsOn: [{ name: 'crds' }] }),
          object(
            'helm.toolkit.fluxcd.io/v2',
            'HelmRelease',
            'shop',
            {
              chart: { spec: { sourceRef: { ...sourceRef, namespace: 'flux-system' } } },
            },
            'shop',
          ),
        ),
      ),
    ).toEqual([]);
  });

  it('fails on a source, a dependency and a chart that are not', () => {
    expect(
      findingsOf(
        yaml('a.yaml', kustomization('apps', { sourceRef, dependsOn: [{ name: 'crds' }, { name: 'apps' }] })),
        yaml(
          'b.yaml',
          object(
            'helm.toolkit.fluxcd.io/v2',
            'HelmRelease',
            'shop',
            { chartRef: { kind: 'OCIRepository', name: 'shop' } },
            'shop',
          ),
        ),
      ),
    ).toEqual([
      missing('spec.dependsOn[0]', 'Kustomization.kustomize.toolkit.fluxcd.io/flux-system/crds'),
      missing('spec.sourceRef', 'GitRepository.source.toolkit.fluxcd.io/flux-system/flux-system'),
      missing('spec.chartRef', 'OCIRepository.source.toolkit.fluxcd.io/shop/shop').replace('a.yaml', 'b.yaml'),
    ]);
  });

  it('fails on a name in another namespace', () => {
    expect(
      findingsOf(yaml('a.yaml', repository, object(flux, 'Kustomization', 'apps', { sourceRef }, 'other'))),
    ).toEqual([missing('document 2: spec.sourceRef', 'GitRepository.source.toolkit.fluxcd.io/other/flux-system')]);
  });

  it('takes any namespace for an object that gets its own from a kustomization.yaml', () => {
    expect(findingsOf(yaml('a.yaml', repository, object(flux, 'Kustomization', 'apps', { sourceRef })))).toEqual([]);
  });

  it('knows the artifacts of a generator and the source of an instance', () => {
    expect(
      findingsOf(
        yaml(
          'a.yaml',
          object(
            'fluxcd.controlplane.io/v1',
            'FluxInstance',
            'flux',
            { sync: { kind: 'GitRepository' } },
            'flux-system',
          ),
          object(
            'source.extensions.fluxcd.io/v1beta1',
            'ArtifactGenerator',
            'gateway-api',
            { sources: [{ alias: 'repo', ...sourceRef }], artifacts: [{ name: 'standard' }] },
            'flux-system',
          ),
          kustomization('standard', { sourceRef: { kind: 'ExternalArtifact', name: 'standard' } }),
          kustomization('experimental', { sourceRef: { kind: 'ExternalArtifact', name: 'experimental' } }),
        ),
      ),
    ).toEqual([
      missing('document 4: spec.sourceRef', 'ExternalArtifact.source.toolkit.fluxcd.io/flux-system/experimental'),
    ]);
  });

  describe('in health checks', () => {
    const extension = {
      apiVersion: 'olm.operatorframework.io/v1',
      kind: 'ClusterExtension',
      name: 'flux-operator',
    };
    const operator = kustomization('operator', {
      sourceRef,
      path: './gitops/base/operator',
      healthChecks: [
        { apiVersion: 'apps/v1', kind: 'Deployment', name: 'operator', namespace: 'flux-system' },
        extension,
      ],
    });

    it('fails on an object of a custom kind that is gone', () => {
      expect(findingsOf(yaml('a.yaml', repository, operator))).toEqual([
        missing(
          'document 2: spec.healthChecks[1]',
          'ClusterExtension.olm.operatorframework.io/flux-system/flux-operator',
        ),
      ]);
    });

    it('lets pass what is there, and what a chart of the folder may make', () => {
      const made = object(extension.apiVersion, extension.kind, extension.name, {});
      expect(findingsOf(yaml('a.yaml', repository, operator), yaml('base/operator/x.yaml', made))).toEqual([]);
      const release = object('helm.toolkit.fluxcd.io/v2', 'HelmRelease', 'operator', {}, 'flux-system');
      expect(findingsOf(yaml('a.yaml', repository, operator), yaml('base/operator/release.yaml', release))).toEqual([]);
      expect(findingsOf(yaml('a.yaml', repository, operator), yaml('base/other/release.yaml', release))).toHaveLength(
        1,
      );
    });
  });

  it('fails on an Application of a project that is not there, and knows Argo CD’s own', () => {
    const application = (project: string) =>
      object('argoproj.io/v1alpha1', 'Application', `app-${project}`, { project }, 'argocd');
    expect(findingsOf(yaml('a.yaml', application('default'), application('apps')))).toEqual([
      missing('document 2: spec.project', 'AppProject.argoproj.io/argocd/apps'),
    ]);
  });

  it('fails on a template that is gone, in both forms of Cluster API’s references', () => {
    const plane = (name: string, infrastructureTemplate: JsonObject) =>
      object(
        'controlplane.cluster.x-k8s.io/v1alpha3',
        'TalosControlPlane',
        name,
        { infrastructureTemplate },
        'default',
      );
    const named = { kind: 'HCloudMachineTemplate', name: 'old' };
    expect(
      findingsOf(
        yaml(
          'a.yaml',
          plane('one', { ...named, apiVersion: 'infrastructure.cluster.x-k8s.io/v1beta1' }),
          plane('two', { ...named, apiGroup: 'infrastructure.cluster.x-k8s.io' }),
        ),
      ),
    ).toEqual(
      [1, 2].map((n) =>
        missing(
          `document ${String(n)}: spec.infrastructureTemplate`,
          'HCloudMachineTemplate.infrastructure.cluster.x-k8s.io/default/old',
        ),
      ),
    );
  });

  it('does not ask one cluster for the objects of another', () => {
    const other = { ...yaml('b.yaml', repository), owner: 'test/other' };
    expect(findingsOf(yaml('a.yaml', kustomization('apps', { sourceRef })), other)).toHaveLength(1);
  });
});
