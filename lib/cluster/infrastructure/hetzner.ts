import { z } from 'zod';
import type { MachinePool } from '../ports/infrastructure';
import { secretRef } from '../values';
import { hetznerClusterApiShape, rebootShape } from './cluster-api';
import type { HetznerUploadOptions } from './hetzner-image';
import type { HetznerMachinesDefinition, HetznerMachinesOptions, HetznerServerPoolOptions } from './hetzner-machines';
import { firewallShape, loadBalancerType, networkSettings } from './hetzner-parts';
import { terraformStateShape } from './terraform-state';
import { controlPlaneSettings, managedPool, places, workerHealthCheckShape, workerSettings } from './managed-pool';

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
  network: z.strictObject(networkSettings),
  loadBalancer: z
    .strictObject({
      /** Load balancer type. */
      type: loadBalancerType(),
    })
    .prefault({}),
  firewall: firewallShape,
  /** The Hetzner Cloud API token. */
  token: secretRef().default({ secret: 'hcloud-token' }),
  /** Where Terraform keeps its state of what Cluster API leaves out. @default - see `localState` */
  state: terraformStateShape.optional(),
  pools: z.record(z.string(), poolShape),
  managedBy: hetznerClusterApiShape,
});

type HetznerDefinition = z.input<typeof hetznerShape>;
export type HetznerOptions = Omit<HetznerDefinition, 'kind'>;
export type Hetzner = z.output<typeof hetznerShape>;
export type HetznerPool = z.output<typeof poolShape>;
export type HetznerWorkerPool = z.output<typeof workerShape>;
type ControlPlaneOptions = Omit<z.input<typeof controlPlaneShape>, 'role'>;
type WorkerOptions = Omit<z.input<typeof workerShape>, 'role'>;

/** Machines as Hetzner Cloud servers; made by Cluster API where `managedBy` says so, else by Terraform. */
export function hetzner(options: HetznerMachinesOptions): HetznerMachinesDefinition;
export function hetzner(options: HetznerOptions): HetznerDefinition;
export function hetzner(
  options: HetznerMachinesOptions | HetznerOptions,
): HetznerMachinesDefinition | HetznerDefinition {
  return 'managedBy' in options ? { kind: 'hetzner', ...options } : { kind: 'hetzner-machines', ...options };
}

/** A pool of Hetzner servers in one role: with the machines that it lists, or with a number of machines that Cluster API names. */
interface PoolConstructor<Role extends string, Counted, Listed> {
  (options: Listed): Listed & { readonly role: Role };
  (options: Counted): Counted & { readonly role: Role };
}

/** A pool of Hetzner servers that runs the control plane. */
hetzner.controlPlane = ((options: ControlPlaneOptions) => ({
  role: 'control-plane' as const,
  ...options,
})) as PoolConstructor<'control-plane', ControlPlaneOptions, HetznerServerPoolOptions>;

/** A pool of Hetzner servers that runs workloads. */
hetzner.worker = ((options: WorkerOptions) => ({ role: 'worker' as const, ...options })) as PoolConstructor<
  'worker',
  WorkerOptions,
  HetznerServerPoolOptions
>;

/** A snapshot that Terraform makes of the image factory's disk, through the imager provider; nobody runs Packer. */
hetzner.upload = (options: HetznerUploadOptions = {}) => ({ kind: 'upload' as const, ...options });

/** The pools as every layer sees them; Cluster API names the machines. */
export function hetznerPools(machines: Hetzner): readonly MachinePool[] {
  return Object.entries(machines.pools).map(([name, pool]) =>
    managedPool(name, pool, machines.managedBy.rolloutTrigger),
  );
}
