import { defineCluster, GiB, vsphere, type Cluster, type ClusterDefinition } from '../../lib/cluster';
import reference from '../../clusters/vsphere-argocd';
import { asDefinition } from './definition';

type Definition = Extract<ClusterDefinition['machines'], { kind: 'vsphere' }>;
export type VspherePools = Definition['pools'];
type Worker = Parameters<typeof vsphere.worker>[0];

export { default as vsphereReference } from '../../clusters/vsphere-argocd';

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
const pair = (number: number) => number.toString(16).padStart(2, '0');
const small = { cpus: 2, memory: GiB(8), disk: GiB(40) } satisfies Partial<Worker>;

/** So many machines of one pool; `first` keeps its addresses and MACs apart from those of other pools. */
function listed(first: number, count: number): VspherePools[string]['machines'] {
  return Object.fromEntries(
    numbers(count).map((number) => [
      String(number),
      { mac: `00:50:56:02:00:${pair(first + number)}`, address: `192.0.2.${String(first + number)}` },
    ]),
  );
}

function derived(name: string, change: (machines: Definition) => Partial<Definition>): Cluster {
  const definition = asDefinition(reference);
  const machines = definition.machines as Definition;
  return defineCluster({ ...definition, name, machines: { ...machines, ...change(machines) } });
}

/** The reference with workers until it has so many nodes. */
export function largeVsphere(nodes: number): Cluster {
  const others = reference.pools.flatMap(({ machines }) => machines).length;
  const many = vsphere.worker({ ...small, machines: listed(100, nodes - others) });
  return derived('large', ({ pools }) => ({ pools: { ...pools, many } }));
}

/** Five pools of two workers beside the control plane; `change` may drop or rename some. */
export function fiveVspherePools(change: (workers: VspherePools) => VspherePools = (workers) => workers): Cluster {
  const workers = numbers(5).map((number) => {
    const machines = listed(100 + number * 10, 2);
    return [`workers-${String(number)}`, vsphere.worker({ ...small, machines })] as const;
  });
  return derived('pools', ({ pools }) => ({
    pools: { ...controlPlaneOf(pools), ...change(Object.fromEntries(workers)) },
  }));
}

/** What the reference leaves out: further disks and networks, tags, a resource pool, strict anti-affinity. */
export function wholeVsphere(): Cluster {
  const machines = Object.fromEntries(
    Object.entries(listed(100, 2)).map(([key, machine]) => [
      key,
      { ...machine, interfaces: { storage: { mac: `00:50:56:04:00:0${key}`, address: `198.51.100.1${key}` } } },
    ]),
  );
  const worker = vsphere.worker({
    ...small,
    machines,
    disks: {
      data: { unit: 1, size: GiB(100) },
      archive: { unit: 2, size: GiB(200), datastore: 'archive-1', thin: false },
    },
    networks: ['storage'],
  });
  return derived('whole', ({ pools }) => ({
    resourcePool: 'talos-machines',
    networks: { storage: { portGroup: 'talos-storage', cidr: '198.51.100.0/24' } },
    tags: { owner: 'platform' },
    antiAffinity: 'must',
    pools: { ...controlPlaneOf(pools), worker },
  }));
}

function controlPlaneOf(pools: VspherePools): VspherePools {
  return Object.fromEntries(Object.entries(pools).filter(([, { role }]) => role === 'control-plane'));
}
