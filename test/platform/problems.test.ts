import { describe, expect, it } from 'vitest';
import { defineCluster, stage, type Stage } from '../../lib/cluster';
import { platformProblems, versionWarnings } from '../../lib/platform';
import { component, definition } from '../support/definition';

function problemsOf(...platform: Stage[]): readonly string[] {
  return platformProblems(defineCluster({ ...definition(), platform })).map(({ path, what }) => `${path}: ${what}`);
}

const chart = (name: string, version: string) => ({ name, version, repository: 'https://charts.example.com' });
const gateway = 'crd/gateway.networking.k8s.io/Gateway';
const gatewayApi = (tag: string) =>
  component('gateway-api', {
    provides: [gateway],
    manifests: { repository: 'https://git.example.com/gateway-api', tag, path: 'config/crd/standard' },
  });

describe('the cross-checks of a platform', () => {
  it('find nothing wrong with one that is whole', () => {
    const widget = { apiVersion: 'example.com/v1', kind: 'Widget', metadata: { name: 'w' } };
    const role = { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRole', metadata: { name: 'r' } };
    expect(
      problemsOf(
        stage('a', component('operator', { provides: ['crd/example.com'] })),
        stage('b', component('widgets', { objects: () => [widget, role] })),
      ),
    ).toEqual([]);
  });

  it('fails on an object whose kind comes later or never', () => {
    const widget = (name: string) => ({ apiVersion: 'example.com/v1', kind: 'Widget', metadata: { name } });
    const objects = () => [widget('one'), widget('two')];
    const operator = component('operator', { provides: ['crd/example.com/Widget'] });
    const what = 'its Widget one is of a kind that no component of this or an earlier stage defines';
    expect(problemsOf(stage('a', component('early', { objects })), stage('b', operator))).toEqual([
      `platform.a.early: ${what}`,
    ]);
    expect(problemsOf(stage('a', component('alone', { objects })))).toEqual([`platform.a.alone: ${what}`]);
    expect(problemsOf(stage('a', component('beside', { objects }), operator))).toEqual([]);
  });

  it('fails on each component that can make no objects, with what it says of that itself', () => {
    const objects = () => {
      throw new Error('widgets need a login, got no oidc; add it to the definition');
    };
    const platform = [stage('a', component('one', { objects }), component('two', { objects }))];
    expect(platformProblems(defineCluster({ ...definition(), platform }))).toEqual(
      ['one', 'two'].map((name) => ({
        path: `platform.a.${name}`,
        what: 'widgets need a login, got no oidc',
        fix: 'add it to the definition',
      })),
    );
  });

  it('fails on a second pod network and a second owner of CRDs, whole groups and kinds alike', () => {
    expect(
      problemsOf(
        stage('a', component('cilium', { provides: ['cni', 'crd/example.com'] })),
        stage('b', component('calico', { provides: ['cni', 'crd/example.com/Widget', 'other'] })),
        stage('c', component('same', { provides: ['other'] })),
      ),
    ).toEqual([
      'platform.b.calico: cilium-system/cilium provides the same already',
      'platform.b.calico: cilium-system/cilium provides the same already',
    ]);
  });

  it('fails on a whole group after one of its kinds, and lets the kinds of a group come from several', () => {
    const one = component('one', { provides: ['crd/example.com/One'] });
    const two = component('two', { provides: ['crd/example.com/Two'] });
    expect(problemsOf(stage('a', one, two))).toEqual([]);
    expect(problemsOf(stage('a', one, component('all', { provides: ['crd/example.com'] })))).toEqual([
      'platform.a.all: one-system/one provides the same already',
    ]);
  });

  it('fails where the Gateway API is older than what its reader was made for', () => {
    const cilium = component('cilium', { requires: [gateway], chart: chart('cilium', '1.19.0') });
    expect(problemsOf(stage('a', gatewayApi('v1.3.0'), cilium))).toEqual([
      'platform.a.cilium: cilium 1.19.0 reads the Gateway API of v1.4, and gateway-api-system/gateway-api brings an older one',
    ]);
    expect(problemsOf(stage('a', gatewayApi('v1.4.1'), cilium))).toEqual([]);
    // without gateways it reads none
    expect(problemsOf(stage('a', gatewayApi('v1.3.0'), { ...cilium, requires: [] }))).toEqual([]);
  });

  it('warns of releases that nobody tested with the cluster’s Kubernetes', () => {
    const platform = [
      stage(
        'a',
        component('cert-manager', { chart: chart('cert-manager', 'v1.18.2') }),
        component('newer', { chart: chart('cert-manager', 'v1.20.0') }),
        component('unknown', { chart: chart('cert-manager', 'v9.0.0') }),
      ),
    ];
    expect(versionWarnings(defineCluster({ ...definition(), platform })).map(({ path, got }) => [path, got])).toEqual([
      ['platform.a.cert-manager', 'v1.35.0'],
    ]);
  });
});
