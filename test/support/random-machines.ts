import fc from 'fast-check';
import { GiB, hetzner, hetznerServerTypes, s3State, vsphere, type ClusterDefinition } from '../../lib/cluster';
import { definition, hetznerDefinition } from './definition';

// Definitions that a user might write, valid by construction: names, addresses and MACs count up.

const name = (prefix: string) => fc.constantFrom('a', 'b', 'edge', 'x1').map((ending) => `${prefix}-${ending}`);
const flag = fc.boolean();
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const labels = fc.dictionary(fc.constantFrom('tier', 'example.com/zone', 'disk'), fc.constantFrom('fast', 'slow', ''), {
  maxKeys: 2,
});
const taint = fc.record({
  key: fc.constantFrom('dedicated', 'example.com/gpu'),
  value: fc.constantFrom('', 'yes'),
  effect: fc.constantFrom('NoSchedule', 'PreferNoSchedule', 'NoExecute'),
});
const nodes = { labels, taints: fc.uniqueArray(taint, { maxLength: 2, selector: ({ key }) => key }) };
const state = maybe(fc.constant(s3State({ bucket: 'states', region: 'eu-1' })));

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
const controlPlanes = fc.constantFrom(1, 3, 5);
const workers = fc.integer({ min: 1, max: 6 });
const poolNames = fc.uniqueArray(name('pool'), { maxLength: 3 });

const europeanTypes = Object.entries(hetznerServerTypes)
  .filter(([, { locations }]) => ['fsn1', 'nbg1', 'hel1'].every((location) => locations.includes(location)))
  .map(([type]) => type);

const serverPool = fc.record({
  type: fc.constantFrom(...europeanTypes),
  location: fc.constantFrom('fsn1', 'nbg1', 'hel1'),
  spread: maybe(flag),
  protect: maybe(flag),
  primaryIps: flag,
  publicNetwork: fc.constantFrom({ ipv4: true, ipv6: true }, { ipv4: true, ipv6: false }, { ipv4: false, ipv6: true }),
  volumes: fc.dictionary(
    fc.constantFrom('data', 'log'),
    fc.record({ size: fc.integer({ min: 10, max: 500 }).map(GiB) }),
    { maxKeys: 2 },
  ),
  ...nodes,
});

/** Hetzner servers that Terraform makes. */
export const randomHetzner: fc.Arbitrary<ClusterDefinition> = fc
  .record({
    control: fc.tuple(controlPlanes, serverPool, flag),
    pools: fc.tuple(poolNames, fc.array(fc.tuple(workers, serverPool), { minLength: 3, maxLength: 3 })),
    balancer: fc.constantFrom('lb11', 'lb21', 'lb31'),
    sshKeys: fc.subarray(['one', 'two']),
    dns: maybe(fc.record({ zone: fc.constant('example.com'), ttl: fc.integer({ min: 60, max: 86_400 }) })),
    allow: fc.uniqueArray(
      fc.record({
        port: fc.constantFrom<number | string>(443, '30000-32767'),
        protocol: fc.constantFrom('tcp', 'udp'),
        from: fc.subarray(['0.0.0.0/0', '::/0', '198.51.100.0/24'], { minLength: 1 }),
      }),
      { maxLength: 2, selector: ({ port, protocol }) => `${protocol} ${String(port)}` },
    ),
    subnets: fc.constantFrom<Record<string, string>>({}, { storage: '10.10.80.0/24' }),
    state,
  })
  .map(({ control, pools: [names, shapes], balancer, sshKeys, dns, allow, subnets, state: kept }) => {
    let host = 10;
    const machines = (count: number) =>
      Object.fromEntries(numbers(count).map((key) => [String(key), { address: `10.10.64.${String(host++)}` }]));
    const [count, settings, schedulable] = control;
    return {
      ...hetznerDefinition(),
      platform: [],
      machines: hetzner({
        network: { cidr: '10.10.0.0/16', zone: 'eu-central', subnets },
        loadBalancer: { type: balancer },
        firewall: { allow },
        sshKeys,
        dns,
        state: kept,
        pools: {
          control: hetzner.controlPlane({ ...settings, schedulable, machines: machines(count) }),
          ...Object.fromEntries(
            names.map((pool, index) => {
              const [size, shape] = shapes[index] ?? [1, settings];
              return [pool, hetzner.worker({ ...shape, machines: machines(size) })];
            }),
          ),
        },
      }),
    };
  });

type Worker = Extract<ClusterDefinition['machines'], { kind: 'vsphere' }>['pools'][string];
type Interfaces = Worker['machines'][string]['interfaces'];

const machinePool = fc.record({
  cpus: fc.constantFrom(1, 2, 4, 16),
  memory: fc.constantFrom(4, 8, 64).map(GiB),
  disk: fc.constantFrom(20, 80, 300).map(GiB),
  protect: maybe(flag),
  disks: fc.constantFrom<Worker['disks']>(
    {},
    { data: { unit: 1, size: GiB(100) } },
    { data: { unit: 2, size: GiB(50), thin: false }, log: { unit: 14, size: GiB(10), datastore: 'archive-1' } },
  ),
  connected: flag,
  ...nodes,
});

/** vSphere VMs that Terraform makes. */
export const randomVsphere: fc.Arbitrary<ClusterDefinition> = fc
  .record({
    control: fc.tuple(controlPlanes, machinePool, flag),
    pools: fc.tuple(poolNames, fc.array(fc.tuple(workers, machinePool), { minLength: 3, maxLength: 3 })),
    folder: maybe(fc.constantFrom('talos', 'platform')),
    resourcePool: maybe(fc.constant('machines')),
    tags: fc.constantFrom<Record<string, string>>({}, { owner: 'platform' }, { owner: 'platform', stage: 'test' }),
    antiAffinity: fc.constantFrom('should', 'must', 'off'),
    storage: fc.constantFrom({ portGroup: 'storage' }, { portGroup: 'storage', cidr: '198.51.100.0/24' }),
    state,
  })
  .map(({ control, pools: [names, shapes], folder, resourcePool, tags, antiAffinity, storage, state: kept }) => {
    let host = 20;
    const pool = (count: number, { connected, ...settings }: (typeof shapes)[number][1]) => ({
      ...settings,
      networks: connected ? ['storage'] : [],
      machines: Object.fromEntries(
        numbers(count).map((key) => {
          const number = host++;
          const mac = (kind: string) => `00:50:56:${kind}:00:${number.toString(16).padStart(2, '0')}`;
          const address = 'cidr' in storage ? { address: `198.51.100.${String(number)}` } : {};
          const interfaces: Interfaces = connected ? { storage: { mac: mac('02'), ...address } } : {};
          return [String(key), { mac: mac('01'), address: `192.0.2.${String(number)}`, interfaces }];
        }),
      ),
    });
    const [count, settings, schedulable] = control;
    return {
      ...definition(),
      platform: [],
      machines: vsphere({
        server: 'vcenter.example.com',
        datacenter: 'dc',
        cluster: 'compute',
        datastore: 'store',
        network: 'nodes',
        networks: { storage },
        tags,
        antiAffinity,
        folder,
        resourcePool,
        state: kept,
        pools: {
          control: vsphere.controlPlane({ ...pool(count, settings), schedulable }),
          ...Object.fromEntries(
            names.map((name, index) => {
              const [size, shape] = shapes[index] ?? [1, settings];
              return [name, vsphere.worker(pool(size, shape))];
            }),
          ),
        },
      }),
    };
  });
