import { describe, expect, it } from 'vitest';
import {
  externalSecrets,
  fluxApps,
  fluxManifests,
  fluxStages,
  secret,
  stage,
  type Component,
  type FluxOptions,
  type Stage,
} from '../../../lib/cluster';
import { fluxEngine } from '../../../lib/gitops/flux';
import { appsCluster, componentsCluster, fluxCluster, stagesCluster, small } from '../../support/clusters-flux';
import { component } from '../../support/definition';
import { fluxObjects, objectOf } from '../../support/flux-tree';

/** What each Kustomization of a platform waits for. */
function order(platform: Stage[], options: Partial<FluxOptions> = {}): Record<string, readonly string[]> {
  const cluster = fluxCluster(options, platform);
  return Object.fromEntries(
    fluxObjects(cluster)
      .filter(({ kind }) => kind === 'Kustomization')
      .map(({ metadata, spec }) => [
        metadata.name,
        ((spec as { dependsOn?: { name: string }[] }).dependsOn ?? []).map(({ name }) => name),
      ]),
  );
}

describe('what a Kustomization waits for', () => {
  it('is what its component requires, and nothing that this waits for already', () => {
    const platform = [
      stage('crds', small('a', { provides: ['a'] })),
      stage(
        'base',
        small('b', { provides: ['b'], requires: ['a'] }),
        small('c', { provides: ['c'], requires: ['b', 'a'] }),
      ),
      stage('apps', small('d', { requires: ['a', 'b', 'c'] })),
    ];
    expect(order(platform)).toMatchObject({ a: [], b: ['a'], c: ['b'], d: ['c'] });
  });

  it('is the stage before, for a component that requires nothing', () => {
    const platform = [
      stage('one', small('a', { provides: ['a'] }), small('b', { requires: ['a'] }), small('c')),
      stage('empty', component('nothing')),
      stage('two', small('d'), small('e', { requires: ['a'] })),
    ];
    expect(order(platform)).toMatchObject({ d: ['b', 'c'], e: ['a'] });
  });

  it('passes over components with nothing to apply, and those that others carry', () => {
    const platform = [
      stage('one', small('a', { provides: ['a'] }), component('empty', { provides: ['e'], requires: ['a'] })),
      stage('two', small('b', { requires: ['e'] })),
    ];
    expect(order(platform)).toMatchObject({ b: ['a'] });
    // the network of that cluster is Cluster API's to install
    expect(objectOf(appsCluster(), 'Kustomization', 'site').spec.dependsOn).toEqual([
      { name: 'controller-config', namespace: 'controller-system' },
    ]);
  });

  it('is the stage before as a whole in the layout stages, and what is required within it', () => {
    const platform = [
      stage('one', small('a', { provides: ['a'] })),
      stage('two', small('b', { provides: ['b'] }), small('c', { requires: ['b'] })),
    ];
    expect(order(platform, { layout: fluxStages() })).toMatchObject({
      one: [],
      two: ['one'],
      'one-a': [],
      'two-b': [],
      'two-c': ['two-b'],
    });
    expect(order(platform, { layout: fluxStages(), install: fluxManifests() })).toMatchObject({
      one: ['flux'],
      cluster: [],
    });
  });

  it('never keeps Flux from mending itself', () => {
    for (const cluster of [componentsCluster(), stagesCluster(), appsCluster()])
      for (const name of ['flux-system', 'cluster', 'flux', 'flux-instance', 'upstream-sources'])
        for (const one of fluxObjects(cluster).filter(
          ({ kind, metadata }) => kind === 'Kustomization' && metadata.name === name,
        ))
          expect(one.spec).not.toHaveProperty('dependsOn', expect.arrayContaining([expect.anything()]));
  });

  it('is what makes its Secrets, where something else does', () => {
    const reader = small('reader', { secrets: () => [{ name: 's', data: { k: secret('x') } }] });
    const store = small('store', { decrypts: 'external-secrets', provides: ['crd/external-secrets.io'] });
    const secrets = externalSecrets({ recipients: ['ops'], store: 'vault' });
    expect(order([stage('all', store, reader)], { secrets })).toMatchObject({ reader: ['store'] });
    const cluster = fluxCluster({ secrets }, [stage('all', store, reader)]);
    expect(objectOf(cluster, 'ExternalSecret', 's')).toMatchObject({ metadata: { namespace: 'reader-system' } });
    expect(objectOf(cluster, 'Kustomization', 'reader').spec).not.toHaveProperty('decryption');
  });
});

describe('a component', () => {
  const cluster = componentsCluster();

  it('is a release and its source, with an exact version', () => {
    expect(objectOf(cluster, 'HelmRelease', 'certificates').spec).toMatchObject({
      chart: {
        spec: { chart: 'certs', version: 'v1.19.2', sourceRef: { kind: 'HelmRepository', name: 'certificates' } },
      },
      install: { crds: 'CreateReplace', strategy: { name: 'RetryOnFailure' } },
      driftDetection: { mode: 'warn' },
      values: { crds: { enabled: true } },
    });
    expect(objectOf(cluster, 'OCIRepository', 'operator').spec).toMatchObject({
      url: 'oci://registry.example.com/charts/operator',
      ref: { tag: '1.2.3_build.4' },
      layerSelector: { operation: 'copy' },
    });
    expect(objectOf(cluster, 'HelmRelease', 'operator').spec).toMatchObject({
      chartRef: { kind: 'OCIRepository', name: 'operator' },
    });
  });

  it('tries a failed install again as an older Flux can', () => {
    const older = fluxCluster({ version: 'v2.6.4' });
    expect(objectOf(older, 'HelmRelease', 'site').spec).toMatchObject({ install: { remediation: { retries: 3 } } });
  });

  it('is ready when its release and what it names are, or all that is applied', () => {
    const { healthChecks, wait } = objectOf(cluster, 'Kustomization', 'network').spec;
    expect(wait).toBeUndefined();
    expect(healthChecks).toMatchObject([
      { kind: 'HelmRelease', name: 'network' },
      { kind: 'DaemonSet', name: 'network' },
    ]);
    expect(objectOf(cluster, 'Kustomization', 'certificates').spec).toMatchObject({ wait: true });
  });

  it('leaves objects of the kinds that it brings to a Kustomization after it, and their health too', () => {
    expect(objectOf(cluster, 'Kustomization', 'operator-config').spec).toMatchObject({
      dependsOn: [{ name: 'operator' }],
      path: './gitops/clusters/test/edge/base/operator-config',
    });
    expect(JSON.stringify(objectOf(cluster, 'Kustomization', 'controller').spec.healthChecks)).not.toContain('Catalog');
    expect(objectOf(cluster, 'Kustomization', 'operator').spec).toMatchObject({
      dependsOn: [{ name: 'controller-config' }],
    });
  });

  it('of another project’s manifests is cut out of one clone for all', () => {
    const generators = fluxObjects(cluster).filter(({ kind }) => kind === 'ArtifactGenerator');
    expect(generators.map(({ metadata }) => metadata.name)).toEqual(['controller', 'widgets']);
    expect(objectOf(cluster, 'ArtifactGenerator', 'widgets').spec).toMatchObject({
      sources: [{ alias: 'upstream', kind: 'GitRepository', name: 'widgets' }],
      artifacts: [
        { name: 'widgets-standard', copy: [{ from: '@upstream/config/crd/standard/**', to: '@artifact/' }] },
        { name: 'widgets-experimental', copy: [{ from: '@upstream/config/crd/experimental/**', to: '@artifact/' }] },
      ],
    });
    expect(objectOf(cluster, 'Kustomization', 'controller').spec).toMatchObject({
      sourceRef: { kind: 'ExternalArtifact', name: 'controller', namespace: 'flux-system' },
      path: './overlays/standard',
      images: [
        { name: 'registry.example.com/agent', newTag: 'v2.0.1' },
        { name: 'registry.example.com/controller', newTag: 'v2.0.1' },
      ],
    });
  });

  it('keeps two repositories, and two tags of one, apart', () => {
    const at = (name: string, repository: string, tag: string) =>
      component(name, { namespace: 'kube-system', manifests: { repository, tag, path: '' } });
    const names = (...components: Component[]) =>
      fluxObjects(fluxCluster({}, [stage('all', ...components)]))
        .filter(({ kind }) => kind === 'ArtifactGenerator')
        .map(({ metadata }) => metadata.name);
    const one = 'https://git.example.com/one/api.git';
    expect(names(at('a', one, 'v1'), at('b', one, 'v2'))).toEqual(['api-v1', 'api-v2']);
    expect(names(at('a', one, 'v1'), at('b', 'https://git.example.com/two/api', 'v1'))).toEqual([
      'one-api-v1',
      'two-api-v1',
    ]);
  });

  it('has its namespace once, labelled for the pods that need most', () => {
    const shared = (name: string, podSecurity: Component['podSecurity']) =>
      small(name, { namespace: 'shared', ...(podSecurity && { podSecurity }) });
    const platform = [stage('all', shared('a', 'restricted'), shared('b', 'privileged'), shared('c', undefined))];
    const { metadata } = objectOf(fluxCluster({}, platform), 'Namespace', 'shared');
    expect(metadata.labels).toEqual({ 'pod-security.kubernetes.io/enforce': 'privileged' });
    expect(metadata.annotations).toEqual({ 'kustomize.toolkit.fluxcd.io/prune': 'disabled' });
  });

  it('that brings its own Namespace is applied from Flux’s in the layout apps', () => {
    const tenant = component('tenant', {
      namespace: 'tenant',
      objects: () => [{ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'tenant' } }],
    });
    const tenants = fluxCluster({ layout: fluxApps() }, [stage('all', tenant)]);
    expect(objectOf(tenants, 'Namespace', 'tenant').metadata.labels).toBeUndefined();
    expect(objectOf(tenants, 'Kustomization', 'tenant').metadata.namespace).toBe('flux-system');
  });
});

describe('deliveries', () => {
  it('are one for each component with anything to apply, in the order of the stages', () => {
    expect(fluxEngine.deliveries(stagesCluster()).map(({ name, directory }) => `${name} ${directory}`)).toEqual([
      'crds-widgets-standard clusters/test/edge/stages/crds/widgets-standard/app',
      'crds-widgets-experimental clusters/test/edge/stages/crds/widgets-experimental/app',
      'base-network clusters/test/edge/stages/base/network/app',
      'base-certificates clusters/test/edge/stages/base/certificates/app',
      'base-controller clusters/test/edge/stages/base/controller/app',
      'apps-operator clusters/test/edge/stages/apps/operator/app',
      'apps-site clusters/test/edge/stages/apps/site/app',
    ]);
  });

  it('leave out what Cluster API carries', () => {
    const cluster = appsCluster();
    expect(cluster.platform[0]).toMatchObject({ carrier: 'cluster-api', components: [{ name: 'network' }] });
    expect(fluxEngine.deliveries(cluster).map(({ component: { name } }) => name)).not.toContain('network');
  });
});
