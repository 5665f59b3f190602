import { describe, expect, it } from 'vitest';
import {
  addons,
  ageIdentity,
  applicationSet,
  argoCd,
  check,
  defineCluster,
  deliveredBy,
  deliveredSecrets,
  externalSecrets,
  flux,
  fluxComponents,
  secret,
  secretDelivery,
  sops,
  stage,
  type ClusterDefinition,
  type Component,
  type SopsDelivery,
  type Stage,
} from '../../lib/cluster';
import { component, definition, hetznerDefinition } from '../support/definition';

type Secrets = Parameters<typeof argoCd>[0]['secrets'];

const repository = { url: 'https://git.example.com/platform.git' };
const by = (delivery?: SopsDelivery) => sops({ recipients: ['ops'], ...(delivery && { delivery }) });
const store = externalSecrets({ recipients: ['ops'], store: 'vault' });
const withArgoCd = (secrets: Secrets, ...platform: Stage[]): ClusterDefinition => ({
  ...definition(),
  gitops: argoCd({ version: 'v3.2.6', repository, layout: applicationSet(), secrets }),
  platform,
});
const withFlux = (secrets: Secrets, ...platform: Stage[]): ClusterDefinition => ({
  ...definition(),
  gitops: flux({ version: 'v2.7.3', repository, layout: fluxComponents(), secrets }),
  platform,
});

const operator = component('operator', { decrypts: 'sops-secrets' });
const reader = (name: string, more: Partial<Component> = {}) =>
  component(name, { secrets: () => [{ name: `${name}-token`, data: { token: secret('token') } }], ...more });
const forms = (d: ClusterDefinition) =>
  Object.fromEntries(
    deliveredSecrets(defineCluster(d)).map(({ secret: { namespace, name }, form }) => [`${namespace}/${name}`, form]),
  );

describe('how Secrets get onto a cluster, where its definition does not say', () => {
  it.each([
    ['files, with Flux', withFlux(by(), stage('a', operator)), 'files'],
    ['SopsSecrets, with Argo CD and an operator', withArgoCd(by(), stage('a', operator)), 'sops-secrets'],
    ['by hand, with Argo CD and nothing that decrypts', withArgoCd(by(), stage('a', component('c'))), 'by-hand'],
  ])('is %s', (_, d, form) => {
    expect(secretDelivery(defineCluster(d))).toBe(form);
  });

  it('is what the definition says, where it does', () => {
    expect(secretDelivery(defineCluster(withArgoCd(by('ksops'), stage('a', operator))))).toBe('ksops');
    const decrypting = component('store', { decrypts: 'external-secrets' });
    expect(secretDelivery(defineCluster(withFlux(store, stage('a', decrypting))))).toBe('external-secrets');
  });
});

describe('a delivery that cannot work', () => {
  it.each([
    ['files with Argo CD', withArgoCd(by('files')), 'Argo CD decrypts no files'],
    ['a generator with Flux', withFlux(by('ksops')), 'Flux runs no generators of Kustomize'],
    ['SopsSecrets without an operator', withFlux(by('sops-secrets')), 'no component of the platform makes Secrets'],
    [
      'a store without a component that reads it',
      withArgoCd(store, stage('a', operator)),
      'no component of the platform',
    ],
  ])('fails for %s', (_, d, what) => {
    const problems = check(d);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.path).toMatch(/^gitops\.secrets/);
    expect(problems[0]?.what).toContain(what);
    expect(problems[0]?.fix).not.toBe('');
  });

  it.each([
    withArgoCd(by('by-hand')),
    withArgoCd(by('ksops')),
    withFlux(by('by-hand')),
    withFlux(by('sops-secrets'), stage('a', operator)),
  ])('is none of the others', (d) => {
    expect(check(d)).toEqual([]);
  });
});

describe('the Secrets of a platform', () => {
  it('come by the cluster’s delivery', () => {
    expect(forms(withFlux(by(), stage('a', reader('x'))))).toEqual({ 'x-system/x-token': 'files' });
  });

  it('come by hand to what decrypts, and to all that it requires', () => {
    const d = withArgoCd(
      by(),
      stage('a', reader('network', { provides: ['cni'] }), reader('other')),
      stage('b', reader('base', { provides: ['base'], requires: ['cni'] })),
      stage('b2', reader('operator', { decrypts: 'sops-secrets', requires: ['base'] }), reader('beside')),
      stage('c', reader('app')),
    );
    expect(forms(d)).toEqual({
      'network-system/network-token': 'by-hand',
      'other-system/other-token': 'sops-secrets',
      'base-system/base-token': 'by-hand',
      'operator-system/operator-token': 'by-hand',
      'beside-system/beside-token': 'sops-secrets',
      'app-system/app-token': 'sops-secrets',
    });
  });

  it('come by the engine even to what decrypts, where the engine does', () => {
    expect(forms(withFlux(by(), stage('a', reader('operator', { decrypts: 'sops-secrets' }))))).toEqual({
      'operator-system/operator-token': 'files',
    });
  });

  it('come by hand where they hold the private key, whatever reads them', () => {
    const d = withFlux(
      by(),
      stage('a', component('x', { secrets: () => [{ name: 'key', data: { a: ageIdentity() } }] })),
    );
    expect(forms(d)).toEqual({ 'x-system/key': 'by-hand' });
  });

  it('come by hand to what Cluster API installs', () => {
    const d = { ...hetznerDefinition(), platform: [addons(reader('ccm')), stage('a', reader('x'))] };
    const cluster = defineCluster({ ...d, gitops: withFlux(by()).gitops });
    expect(deliveredBy(cluster, cluster.platform[0]!.components[0]!)).toBe('by-hand');
    expect(deliveredBy(cluster, cluster.platform[1]!.components[0]!)).toBe('files');
  });

  it('are one where two components read it, and that of the first', () => {
    const shared = { secrets: () => [{ name: 's', namespace: 'shared', data: { a: secret('a') } }] };
    const cluster = defineCluster(withFlux(by(), stage('a', component('x', shared), component('y', shared))));
    expect(deliveredSecrets(cluster).map(({ by: { id }, secret: { namespace } }) => `${id} ${namespace}`)).toEqual([
      'x-system/x shared',
    ]);
  });
});
