import { describe, expect, it } from 'vitest';
import hetznerCapi from '../../clusters/hetzner-capi';
import vsphereArgoCd from '../../clusters/vsphere-argocd';
import {
  appOfApps,
  argoCd,
  defineCluster,
  fluxApps,
  fluxComponents,
  fluxStages,
  sops,
  stage,
  talos,
  type ArgoCd,
  type Cluster,
  type Component,
  type Flux,
} from '../../lib/cluster';
import { catalogue } from '../../lib/platform';
import { controller, cutOut, fluxCluster, operator, wholePlatform } from '../support/clusters-flux';
import { definition, hetznerDefinition } from '../support/definition';
import { argoCdWorkloads, fluxWorkloads, type Workloads } from '../support/workloads';

const layouts = { components: fluxComponents(), stages: fluxStages(), apps: fluxApps() };

/** Argo CD's half of a definition, and Flux's in each layout. */
const argoCdHalf: ArgoCd = defineCluster({
  ...definition(),
  gitops: argoCd({
    version: 'v3.2.6',
    repository: { url: 'https://git.example.com/teams/platform.git', revision: 'main', path: 'gitops' },
    layout: appOfApps(),
    secrets: sops({ recipients: ['ops'] }),
  }),
}).gitops;
const fluxHalves: readonly (readonly [string, Flux])[] = Object.entries(layouts).map(([name, layout]) => [
  name,
  fluxCluster({
    version: 'v2.9.0',
    layout,
    repository: { url: 'https://git.example.com/teams/platform.git', path: 'gitops' },
  }).gitops,
]);

/** What the one engine carries, and the other in each layout. */
function bothWays(cluster: Cluster): { readonly argoCd: Workloads; readonly flux: readonly Workloads[] } {
  return {
    argoCd: argoCdWorkloads({ ...cluster, gitops: argoCdHalf }),
    flux: fluxHalves.map(([, gitops]) => fluxWorkloads({ ...cluster, gitops })),
  };
}

function expectSame(cluster: Cluster): Workloads {
  const { argoCd: ofArgoCd, flux } = bothWays(cluster);
  for (const ofFlux of flux) expect(ofFlux).toEqual(ofArgoCd);
  return ofArgoCd;
}

/** What a platform consists of, however it is carried. */
const count = ({ charts, manifests, objects, secrets }: Workloads): number =>
  charts.length + manifests.length + objects.length + secrets.length;

const components = Object.values(catalogue).map((make) => make());
// whatever a component may ask of its cluster
const system = talos({
  keepImageLayers: true,
  apiAccess: {
    namespaces: [...new Set(components.map(({ namespace }) => namespace))],
    roles: ['os:admin', 'os:reader', 'os:etcd:backup'],
  },
});
const oidc = { issuerUrl: 'https://auth.example.com/', clientId: 'kubectl' };
const hetznerBase = defineCluster({ ...hetznerDefinition(), platform: [], oidc, system });
const vsphereBase = defineCluster({ ...definition(), platform: [], oidc, system });

/** The cluster on which a component makes sense. */
function holding(component: Component): Cluster {
  const platform = [stage('all', component)];
  try {
    component.values?.(hetznerBase);
    component.objects?.(hetznerBase);
    component.secrets?.(hetznerBase);
    return { ...hetznerBase, platform };
  } catch {
    return { ...vsphereBase, platform };
  }
}

/** A component that is Flux itself cannot be carried by it. */
const isFlux = (component: Component): boolean =>
  component.objects?.(vsphereBase).some(({ kind }) => kind === 'FluxInstance') ?? false;

describe('the same definition under Argo CD and under Flux', () => {
  it.each([
    ['hetzner-capi', hetznerCapi],
    ['vsphere-argocd', vsphereArgoCd],
  ])('carries the same workloads: %s', (_name, cluster) => {
    expect(expectSame(cluster).charts.length).toBeGreaterThan(3);
  });

  it('carries the same workloads of every kind: charts, manifests, objects, secrets', () => {
    const workloads = expectSame({ ...vsphereBase, platform: wholePlatform() });
    expect(workloads.charts).toHaveLength(4);
    expect(workloads.manifests).toHaveLength(cutOut().length + 1);
    expect(workloads.objects).toHaveLength(3);
    expect(workloads.secrets).toHaveLength(2);
  });

  describe.each(Object.entries(catalogue))('%s of the catalogue', (_name, make) => {
    const component = make();
    if (isFlux(component)) {
      it('fails under Flux, which it would be a second time', () => {
        expect(() => bothWays(holding(component))).toThrow('a second FluxInstance, where the operator takes one');
      });
      return;
    }
    it('is the same workload', () => {
      expectSame(holding(component));
    });
  });

  it('compares more than nothing of nearly every component of the catalogue', () => {
    const empty = components.filter(
      (component) => !isFlux(component) && count(bothWays(holding(component)).argoCd) === 0,
    );
    // those that consist of what their user gives them
    expect(empty.length).toBeLessThan(components.length / 4);
  });
});

describe('the comparison', () => {
  const base = { ...vsphereBase, platform: [stage('all', operator(), controller())] };
  const changed = (more: Partial<Component>) => ({
    ...vsphereBase,
    platform: [stage('all', { ...operator(), ...more }, controller())],
  });

  it.each<[string, Partial<Component>]>([
    ['a version', { chart: { name: 'operator', version: '1.2.4', repository: 'oci://registry.example.com/charts/' } }],
    [
      'a repository',
      { chart: { name: 'operator', version: '1.2.3+build.4', repository: 'oci://mirror.example.com/' } },
    ],
    ['a value', { values: () => ({ host: 'other' }) }],
    ['an object', { objects: () => [] }],
    ['a Secret', { secrets: () => [] }],
    ['a namespace', { namespace: 'elsewhere' }],
  ])('sees another %s', (_what, more) => {
    const before = bothWays(base);
    const after = bothWays(changed(more));
    expect(after.argoCd).not.toEqual(before.argoCd);
    for (const [index, workloads] of after.flux.entries()) expect(workloads).not.toEqual(before.flux[index]);
  });
});
