import {
  addons,
  addressPool,
  applicationSet,
  argoCd,
  clusterApi,
  defineCluster,
  Duration,
  GiB,
  hetzner,
  onDelete,
  rollingUpdate,
  sops,
  stage,
  talos,
  vsphere,
  type Cluster,
  type ClusterDefinition,
  type Component,
} from '../../lib/cluster';
import { network } from './clusters-capi';
import { component, recipient } from './definition';

/** Releases that go together: the contract of before Cluster API 1.11, and that of after. */
export const oldProviders = {
  core: 'v1.10.10',
  talosBootstrap: 'v0.6.11',
  talosControlPlane: 'v0.5.12',
  helm: 'v0.4.2',
};
export const newProviders = {
  core: 'v1.14.0',
  talosBootstrap: 'v0.6.12',
  talosControlPlane: 'v0.5.13',
  helm: 'v0.6.4',
};

/** What a test changes of either cluster. */
export interface PoolChanges {
  readonly versions?: ClusterDefinition['versions'];
  readonly providers?: typeof oldProviders;
  readonly system?: ClusterDefinition['system'];
  readonly addons?: readonly Component[];
  readonly gitopsRevision?: string;
}

const base = (changes: PoolChanges) => ({
  group: 'prod',
  versions: changes.versions ?? { kubernetes: 'v1.35.0', talos: 'v1.12.2' },
  system: changes.system ?? talos(),
  gitops: argoCd({
    version: 'v3.2.6',
    repository: { url: 'https://git.example.com/platform.git', revision: changes.gitopsRevision ?? 'main' },
    layout: applicationSet(),
    secrets: sops({ recipients: ['ops'] }),
  }),
  recipients: { ops: recipient },
  platform: [addons(...(changes.addons ?? [network])), stage('apps', component('demo'))],
});

type HetznerPools = Parameters<typeof hetzner>[0]['pools'];

/** What a test changes of the cluster on Hetzner. */
export interface HetznerChanges extends PoolChanges {
  readonly pools?: HetznerPools;
  readonly operator?: boolean;
  readonly reboot?: boolean;
}

/** The pools of `hetznerManaged`: a control plane, workers in two places, and an autoscaled pool. */
export const hetznerPools = {
  control: hetzner.controlPlane({ count: 3, type: 'cx33', location: 'nbg1' }),
  web: hetzner.worker({
    count: 5,
    type: 'cx43',
    location: ['nbg1', 'fsn1'],
    labels: { 'example.com/tier': 'web', 'node-role.kubernetes.io/web': '' },
    taints: [{ key: 'example.com/web', value: 'only', effect: 'NoSchedule' }],
    rollout: rollingUpdate({ maxSurge: 0, maxUnavailable: 1 }),
    drainTimeout: Duration.minutes(10),
    spread: true,
    healthCheck: { maxUnhealthy: 2, reboot: { retries: 2 } },
  }),
  batch: hetzner.worker({
    autoscale: { min: 0, max: 6 },
    type: 'cax21',
    location: 'hel1',
    labels: { 'example.com/tier': 'batch' },
    taints: [{ key: 'example.com/batch', effect: 'NoExecute' }],
    rollout: onDelete(),
    rolloutTrigger: 'first',
  }),
} satisfies HetznerPools;

/** Servers on Hetzner in three pools; every setting of a pool is used. */
export function hetznerManaged(changes: HetznerChanges = {}): Cluster {
  return defineCluster({
    name: 'fleet',
    ...base(changes),
    network: {
      pods: '10.10.128.0/17',
      services: '10.10.96.0/20',
      nodes: '10.10.64.0/25',
      endpoint: { host: 'api.fleet.example.com', address: '203.0.113.27' },
    },
    machines: hetzner({
      network: { cidr: '10.10.0.0/16', zone: 'eu-central' },
      pools: changes.pools ?? hetznerPools,
      managedBy: clusterApi({
        hetzner: 'v1.0.7',
        ...(changes.providers ?? oldProviders),
        ...(changes.operator === true && { operator: {} }),
        ...(changes.reboot === true && { healthCheck: { reboot: {} } }),
      }),
    }),
  });
}

type VsphereOptions = Extract<Cluster['machines'], { kind: 'vsphere-cluster-api' }>;
type VspherePools = (ClusterDefinition['machines'] & { kind: 'vsphere-cluster-api' })['pools'];

/** What a test changes of the cluster on vSphere. */
export interface VsphereChanges extends PoolChanges {
  readonly pools?: VspherePools;
  readonly vsphere?: string;
  readonly ipam?: string;
  readonly rolloutTrigger?: string;
  readonly identity?: VsphereOptions['identity'];
  readonly zones?: (ClusterDefinition['machines'] & { kind: 'vsphere-cluster-api' })['zones'];
  readonly operator?: boolean;
}

/** The pools of `vsphereManaged`: a control plane, workers, and an autoscaled pool. */
export const vspherePools = {
  control: vsphere.controlPlane({ count: 3, cpus: 4, memory: GiB(8), disk: GiB(80) }),
  web: vsphere.worker({
    count: 2,
    cpus: 4,
    memory: GiB(16),
    disk: GiB(100),
    labels: { 'example.com/tier': 'web' },
    taints: [{ key: 'example.com/web', value: 'only', effect: 'NoSchedule' }],
    drainTimeout: Duration.minutes(10),
  }),
  batch: vsphere.worker({
    autoscale: { min: 1, max: 4 },
    cpus: 8,
    memory: GiB(32),
    disk: GiB(200),
    rollout: rollingUpdate({ maxSurge: 2 }),
  }),
};

/** Two zones of a vCenter server; the second runs no control plane. */
export const zones = {
  a: {
    region: { category: 'region', name: 'south' },
    zone: { category: 'zone', name: 'south-a' },
    cluster: 'compute-a',
  },
  b: {
    region: { category: 'region', name: 'south' },
    zone: { category: 'zone', name: 'south-b' },
    hosts: { hostGroup: 'hosts-b', vmGroup: 'vms-b' },
    controlPlane: false,
  },
};

/** The same cluster on vSphere, whose machines Cluster API makes. */
export function vsphereManaged(changes: VsphereChanges = {}): Cluster {
  return defineCluster({
    name: 'fleet',
    ...base(changes),
    network: {
      pods: '10.244.0.0/16',
      services: '10.96.0.0/12',
      nodes: '192.0.2.0/24',
      endpoint: { host: 'api.fleet.example.com', address: '192.0.2.10' },
      nameservers: ['192.0.2.2'],
    },
    machines: vsphere({
      server: 'vcenter.example.com',
      thumbprint: 'AA:BB:CC',
      datacenter: 'dc-1',
      cluster: 'compute-1',
      datastore: 'vsan-1',
      network: 'talos-nodes',
      folder: 'talos',
      ...(changes.identity !== undefined && { identity: changes.identity }),
      ...(changes.zones !== undefined && { zones: changes.zones }),
      ...(changes.ipam !== undefined && { addresses: addressPool({ first: '192.0.2.50', last: '192.0.2.99' }) }),
      pools: changes.pools ?? vspherePools,
      managedBy: clusterApi({
        vsphere: changes.vsphere ?? 'v1.13.1',
        ...(changes.providers ?? oldProviders),
        ...(changes.ipam !== undefined && { ipam: changes.ipam }),
        ...(changes.rolloutTrigger !== undefined && { rolloutTrigger: changes.rolloutTrigger }),
        ...(changes.operator === true && { operator: { infrastructureVariables: { secret: 'capv-variables' } } }),
      }),
    }),
  });
}
