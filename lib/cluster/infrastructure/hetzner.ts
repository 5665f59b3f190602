import { z } from 'zod';
import type { MachinePool } from '../ports/infrastructure';
import { cidr, secretRef } from '../values';
import { hetznerClusterApiShape, rebootShape } from './cluster-api';
import { controlPlaneSettings, managedPool, places, workerHealthCheckShape, workerSettings } from './managed-pool';

/** Locations of Hetzner Cloud and the network zone of each. Source: Hetzner Cloud API, `/locations`, as of 2026-08. */
export const hetznerLocations: Readonly<Record<string, string>> = {
  fsn1: 'eu-central',
  nbg1: 'eu-central',
  hel1: 'eu-central',
  ash: 'us-east',
  hil: 'us-west',
  sin: 'ap-southeast',
};

const server = {
  /** Server type, e.g. `cx33`. */
  type: z.string().min(1),
  /**
   * Location, e.g. `nbg1`, or several. A worker pool is spread evenly; the control plane provider places each of its
   * machines at random, and the load balancer stands in the first.
   */
  location: places(),
};

const controlPlaneShape = z.strictObject({ role: z.literal('control-plane'), ...server, ...controlPlaneSettings });
const workerShape = z.strictObject({
  role: z.literal('worker'),
  ...server,
  ...workerSettings,
  /** Put no two servers of the pool on one host; a placement group holds ten. */
  spread: z.boolean().default(false),
  /** When a machine counts as broken and is replaced. */
  healthCheck: workerHealthCheckShape.extend({ reboot: rebootShape.optional() }).prefault({}),
});
const poolShape = z.discriminatedUnion('role', [controlPlaneShape, workerShape]);

export const hetznerShape = z.strictObject({
  kind: z.literal('hetzner'),
  network: z.strictObject({
    /** Private network; holds the node, pod and service networks. */
    cidr: cidr(),
    /** Network zone, e.g. `eu-central`. */
    zone: z.string(),
  }),
  loadBalancer: z
    .strictObject({
      /** Load balancer type. */
      type: z.enum(['lb11', 'lb21', 'lb31']).default('lb11'),
    })
    .prefault({}),
  firewall: z
    .strictObject({
      /** Networks that may reach the Kubernetes and Talos APIs of the servers themselves. */
      apiFrom: z.array(cidr()).prefault(['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16']),
    })
    .prefault({}),
  /** The Hetzner Cloud API token. */
  token: secretRef().default({ secret: 'hcloud-token' }),
  pools: z.record(z.string(), poolShape),
  managedBy: hetznerClusterApiShape,
});

export type HetznerOptions = Omit<z.input<typeof hetznerShape>, 'kind'>;
export type Hetzner = z.output<typeof hetznerShape>;
export type HetznerPool = z.output<typeof poolShape>;
export type HetznerWorkerPool = z.output<typeof workerShape>;
type ControlPlaneOptions = Omit<z.input<typeof controlPlaneShape>, 'role'>;
type WorkerOptions = Omit<z.input<typeof workerShape>, 'role'>;

/** Machines as Hetzner Cloud servers. */
export function hetzner(options: HetznerOptions): z.input<typeof hetznerShape> {
  return { kind: 'hetzner', ...options };
}

/** A pool of Hetzner servers that runs the control plane. */
hetzner.controlPlane = (options: ControlPlaneOptions) => ({ role: 'control-plane' as const, ...options });

/** A pool of Hetzner servers that runs workloads. */
hetzner.worker = (options: WorkerOptions) => ({ role: 'worker' as const, ...options });

/** Architecture of a server type: the `cax` line is arm64, every other amd64. */
export function hetznerArchitecture(type: string): 'amd64' | 'arm64' {
  return type.startsWith('cax') ? 'arm64' : 'amd64';
}

/** The pools as every layer sees them; Cluster API names the machines. */
export function hetznerPools(machines: Hetzner): readonly MachinePool[] {
  return Object.entries(machines.pools).map(([name, pool]) =>
    managedPool(name, pool, machines.managedBy.rolloutTrigger),
  );
}
