import { describe, expect, it } from 'vitest';
import {
  addressPool,
  check,
  clusterApi,
  formatProblem,
  GiB,
  hetzner,
  isManaged,
  MiB,
  rollingUpdate,
  vsphere,
  type ClusterDefinition,
} from '../../lib/cluster';
import { newProviders, oldProviders, vsphereManaged, zones } from '../support/clusters-capi-pools';
import { definition, hetznerDefinition } from '../support/definition';

const problemsOf = (machines: ClusterDefinition['machines'], base = hetznerDefinition()) =>
  check({ ...base, machines }).map(formatProblem);

const control = hetzner.controlPlane({ count: 3, type: 'cx33', location: 'nbg1' });
const worker = (options: Partial<Parameters<typeof hetzner.worker>[0]>) =>
  problemsOf(
    hetzner({
      network: { cidr: '10.10.0.0/16', zone: 'eu-central' },
      pools: { control, web: hetzner.worker({ count: 1, type: 'cx33', location: 'nbg1', ...options }) },
      managedBy: clusterApi({ hetzner: 'v1.0.7', ...oldProviders }),
    }),
  );
const providers = (change: Partial<typeof oldProviders>, hetznerVersion = 'v1.0.7') =>
  problemsOf(
    hetzner({
      network: { cidr: '10.10.0.0/16', zone: 'eu-central' },
      pools: { control },
      managedBy: clusterApi({ hetzner: hetznerVersion, ...oldProviders, ...change }),
    }),
  );

const small = { cpus: 2, memory: GiB(4), disk: GiB(20) };
const onVsphere = (change: object) => {
  const base = {
    server: 'vcenter.example.com',
    datacenter: 'dc',
    cluster: 'compute',
    datastore: 'store',
    network: 'nodes',
    pools: { control: vsphere.controlPlane({ count: 3, ...small }) },
    managedBy: clusterApi({ vsphere: 'v1.13.1', ...oldProviders }),
  };
  return problemsOf({ kind: 'vsphere-cluster-api', ...base, ...change }, definition());
};

describe('a mix of providers', () => {
  it('is accepted where the core serves the contract of each', () => {
    expect(providers({})).toEqual([]);
    expect(providers(newProviders, 'v1.1.8')).toEqual([]);
    expect(providers({ ...newProviders, talosBootstrap: 'v0.7.0' })).toEqual([]);
  });

  it('fails where the core does not serve the contract of one, naming all of them', () => {
    expect(providers({ helm: 'v0.6.4', talosBootstrap: 'v0.7.0' })).toEqual([
      expect.stringMatching(
        /^machines\.managedBy\.talosBootstrap: the release keeps contract v1beta2, which core v1\.10\.10 does not serve, got "v0\.7\.0"; allowed: releases of 0\.6 with this core; change it, or take a core of 1\.11/,
      ) as string,
      expect.stringMatching(/^machines\.managedBy\.helm: the release keeps contract v1beta2/) as string,
    ]);
    expect(onVsphere({ managedBy: clusterApi({ vsphere: 'v1.16.1', ...oldProviders }) })).toEqual([
      expect.stringMatching(
        /^machines\.managedBy\.vsphere: .* allowed: releases of 1\.13, 1\.14, 1\.15 with this core/,
      ) as string,
    ]);
  });

  it('fails for a release line that nobody knows, once and not as a mix', () => {
    expect(providers({ core: 'v1.99.0' })).toEqual([
      expect.stringMatching(
        /^machines\.managedBy\.core: unknown release line, got "v1\.99\.0"; allowed: releases of 1\.10/,
      ) as string,
    ]);
    expect(providers({ talosControlPlane: 'v0.5' })).toEqual([
      expect.stringContaining('not an exact version') as string,
    ]);
  });
});

describe('a worker pool', () => {
  it('is accepted with a number or with the limits of the autoscaler', () => {
    expect(worker({})).toEqual([]);
    expect(worker({ count: undefined, autoscale: { min: 0, max: 3 } })).toEqual([]);
  });

  it.each([
    [
      'nobody says how many machines',
      { count: undefined },
      'machines.pools.web: nobody says how many machines the pool has',
    ],
    [
      'two say how many',
      { autoscale: { min: 1, max: 2 } },
      'machines.pools.web: two owners for the number of machines',
    ],
    ['the limits cross', { count: undefined, autoscale: { min: 3, max: 2 } }, 'the smallest size is above the largest'],
    [
      'a rollout cannot move',
      { rollout: rollingUpdate({ maxSurge: 0 }) },
      'a machine can neither be added first nor removed first',
    ],
    [
      'a placement group overflows',
      { count: 10, spread: true },
      'a placement group holds 10 servers, a rollout counted, got 11',
    ],
    ['a place is named twice', { location: ['nbg1', 'nbg1'] }, 'the location is listed twice'],
    ['a place is in another zone', { location: ['nbg1', 'ash'] }, 'the location is in zone us-east'],
    ['a place is no name', { location: [] }, 'machines.pools.web.location: must be a name or a list of names'],
    ['a label is none', { labels: { 'bad key': 'x' } }, 'not a qualified name, got "bad key"'],
    ['a value is none', { labels: { tier: 'a b' } }, 'not a label value, got "a b"'],
    [
      'the API server refuses a label',
      { labels: { 'kubernetes.io/role': 'x' } },
      'lets no node of this role give itself the label',
    ],
    [
      'two taints share a key',
      {
        taints: [
          { key: 'a', effect: 'NoSchedule' as const },
          { key: 'a', effect: 'NoExecute' as const },
        ],
      },
      'Talos keeps one taint for each key',
    ],
    [
      'a share is none',
      { healthCheck: { maxUnhealthy: '140%' } },
      'must be a number of machines or a share such as 40%',
    ],
  ])('fails where %s', (_name, options, message) => {
    expect(worker(options)).toEqual([expect.stringContaining(message) as string]);
  });

  it('may carry labels that Cluster API gives nodes, which a control plane may not', () => {
    const labels = { 'node-role.kubernetes.io/web': '' };
    expect(worker({ labels })).toEqual([]);
    const pools = { control: { ...control, labels } };
    expect(
      problemsOf(
        hetzner({
          network: { cidr: '10.10.0.0/16', zone: 'eu-central' },
          pools,
          managedBy: clusterApi({ hetzner: 'v1.0.7', ...oldProviders }),
        }),
      ),
    ).toEqual([expect.stringContaining('machines.pools.control.labels.node-role.kubernetes.io/web') as string]);
  });

  it('fails where its machines would have names that are too long', () => {
    const name = 'a'.repeat(45);
    expect(
      problemsOf(
        hetzner({
          network: { cidr: '10.10.0.0/16', zone: 'eu-central' },
          pools: { control, [name]: hetzner.worker({ count: 1, type: 'cx33', location: ['nbg1'] }) },
          managedBy: clusterApi({ hetzner: 'v1.0.7', ...oldProviders }),
        }),
      ),
    ).toEqual(expect.arrayContaining([expect.stringContaining('the machine name made from it is too long')]));
  });
});

describe('vSphere machines that Cluster API makes', () => {
  it('are managed, and have pools that count', () => {
    const cluster = vsphereManaged();
    expect(isManaged(cluster)).toBe(true);
    expect(cluster.pools.map(({ name, count, machines }) => [name, count, machines.length])).toEqual([
      ['batch', 1, 0],
      ['control', 3, 0],
      ['web', 2, 0],
    ]);
  });

  const ipam = clusterApi({ vsphere: 'v1.13.1', ipam: 'v1.0.3', ...oldProviders });
  const range = (first: string, last: string) => ({ addresses: addressPool({ first, last }), managedBy: ipam });
  const pools = { control: vsphere.controlPlane({ count: 3, ...small }) };

  it.each([
    [
      'an unknown zone',
      { zones, pools: { ...pools, web: vsphere.worker({ count: 1, ...small, zone: 'c' }) } },
      'machines.pools.web.zone: unknown zone, got "c"; allowed: a, b',
    ],
    [
      'odd memory',
      { pools: { control: vsphere.controlPlane({ count: 3, ...small, memory: MiB(4095) }) } },
      'not a multiple of 4 MiB',
    ],
    [
      'one CPU',
      { pools: { control: vsphere.controlPlane({ count: 3, ...small, cpus: 1 }) } },
      'machines.pools.control.cpus: too small',
    ],
    [
      'a pool of addresses without a provider',
      { addresses: addressPool({ first: '192.0.2.50', last: '192.0.2.99' }) },
      'nothing hands out the addresses',
    ],
    ['a provider without a pool of addresses', { managedBy: ipam }, 'an IPAM provider without a pool'],
    ['a range that ends before it begins', range('192.0.2.99', '192.0.2.50'), 'the range ends before it begins'],
    ['a range outside the node network', range('192.0.2.50', '198.51.100.9'), 'the range leaves the node network'],
    ['a range with the endpoint', range('192.0.2.5', '192.0.2.50'), 'the range holds the address of the endpoint'],
    [
      'too small a range',
      range('192.0.2.50', '192.0.2.52'),
      'too few addresses for all machines while every pool rolls, got 3; allowed: 4 or more',
    ],
    ['an address that is none', range('192.0.2.50', 'here'), 'not an IP address, got "here"'],
  ])('fail for %s', (_name, change, message) => {
    expect(onVsphere(change)).toEqual([expect.stringContaining(message) as string]);
  });
});
