import { describe, expect, it } from 'vitest';
import { fluxApps, fluxComponents, fluxStages, stage, type Component, type FluxOptions } from '../../../lib/cluster';
import { fluxEngine } from '../../../lib/gitops/flux';
import {
  appsCluster,
  certificates,
  componentsCluster,
  controller,
  fluxCluster,
  operator,
  stagesCluster,
  small,
} from '../../support/clusters-flux';
import { component } from '../../support/definition';
import { documentsOf } from '../../support/flux-tree';

describe('what a layout cannot carry', () => {
  const found = (options: Partial<FluxOptions>, ...components: Component[]) =>
    fluxEngine.problems(fluxCluster(options, [stage('a', ...components)]));

  it('is nothing in the usual case', () => {
    for (const cluster of [componentsCluster(), stagesCluster(), appsCluster()])
      expect(fluxEngine.problems(cluster)).toEqual([]);
  });

  it('fails for two components of one name where all Kustomizations share a namespace', () => {
    const twins = [small('x'), small('x', { namespace: 'other' })];
    expect(found({}, ...twins)).toMatchObject([{ path: 'platform.a.x', got: 'x' }]);
    expect(found({ layout: fluxStages() }, ...twins)).toMatchObject([{ got: 'a-x' }]);
    expect(found({ layout: fluxApps() }, ...twins)).toEqual([]);
  });

  it.each(['flux-system', 'flux-instance', 'cluster-api', 'upstream-sources', 'flux'])(
    'fails for a component whose Kustomization would be Flux’s own %s',
    (name) => {
      expect(found({ layout: fluxComponents() }, small(name))).toMatchObject([{ got: name }]);
    },
  );

  it('fails for a stage of the name of another Kustomization', () => {
    const cluster = fluxCluster({ layout: fluxStages() }, [
      stage('flux', small('x')),
      stage('a', small('b')),
      stage('a-b', small('c')),
    ]);
    expect(fluxEngine.problems(cluster)).toMatchObject([
      { path: 'platform.flux' },
      { path: 'platform.a.b', got: 'a-b' },
    ]);
  });

  it('fails for a name that is too long for a label', () => {
    const cluster = fluxCluster({ layout: fluxStages() }, [stage('s'.repeat(20), small('x'.repeat(43)))]);
    expect(fluxEngine.problems(cluster)).toMatchObject([
      { what: 'too long a name for a Kustomization (64 characters)' },
    ]);
  });

  it('fails for an object that would land in the namespace default', () => {
    const lost = component('x', {
      objects: () => [{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'lost' } }],
    });
    expect(found({}, lost)).toMatchObject([{ got: 'ConfigMap lost', fix: 'write x-system' }]);
  });

  it('fails for a second FluxInstance', () => {
    const second = component('x', {
      objects: () => [
        {
          apiVersion: 'fluxcd.controlplane.io/v1',
          kind: 'FluxInstance',
          metadata: { name: 'flux', namespace: 'flux-system' },
        },
      ],
    });
    expect(found({}, second)).toMatchObject([{ what: 'a second FluxInstance, where the operator takes one' }]);
  });

  it('tells all of it at once, before a file is written', () => {
    const cluster = fluxCluster({}, [
      stage('a', small('flux'), small('x'), small('x', { namespace: 'o' }), certificates(), controller(), operator()),
    ]);
    expect(() => fluxEngine.files(cluster)).toThrow(/2 problems[^]*a\.flux[^]*a\.x/);
  });

  it('has no folder that Kustomize would find empty', () => {
    for (const cluster of [componentsCluster(), stagesCluster(), appsCluster()])
      for (const file of fluxEngine.files(cluster).filter(({ path }) => path.endsWith('/kustomization.yaml')))
        expect((documentsOf(file)[0] as { resources: unknown[] }).resources).not.toEqual([]);
  });
});
