import { z } from 'zod';
import { machineName } from '../names';
import type { MachinePool } from '../ports/infrastructure';
import { ip, mac, size } from '../values';
import type {
  ManagedControlPlaneOptions,
  ManagedVsphereDefinition,
  ManagedVsphereOptions,
  ManagedWorkerOptions,
} from './managed-vsphere';

const machineShape = z.strictObject({
  /** Fixed MAC address, by which the node finds its address. */
  mac: mac(),
  /** Fixed address inside the node network. */
  address: ip(),
});

const poolShape = z.strictObject({
  role: z.enum(['control-plane', 'worker']),
  /** Virtual CPUs of each machine. */
  cpus: z.int().min(1),
  /** Memory of each machine. */
  memory: size(),
  /** System disk of each machine. */
  disk: size(),
  /** Whether workloads run on a control plane pool. */
  schedulable: z.boolean().optional(),
  /** The machines by key; the key ends the machine's name and stays when others leave. */
  machines: z.record(z.string(), machineShape),
});

export const vsphereShape = z.strictObject({
  kind: z.literal('vsphere'),
  /** Host name of the vCenter server. */
  server: z.string().min(1),
  datacenter: z.string().min(1),
  /** Compute cluster whose root resource pool holds the machines. */
  cluster: z.string().min(1),
  datastore: z.string().min(1),
  /** Port group that the machines are connected to. */
  network: z.string().min(1),
  /** Inventory folder of the machines. */
  folder: z.string().optional(),
  /** Name of the Talos template to clone. @default - `talos-<version>`, see `talosTemplateName` */
  template: z.string().min(1).optional(),
  pools: z.record(z.string(), poolShape),
});

export type VsphereOptions = Omit<z.input<typeof vsphereShape>, 'kind'>;
export type Vsphere = z.output<typeof vsphereShape>;
export type VspherePool = z.output<typeof poolShape>;
type PoolOptions = Omit<z.input<typeof poolShape>, 'role'>;

/** Machines as VMware vSphere VMs, cloned from a template; built by Cluster API where `managedBy` says so, else by Terraform. */
export function vsphere(options: ManagedVsphereOptions): ManagedVsphereDefinition;
export function vsphere(options: VsphereOptions): z.input<typeof vsphereShape>;
export function vsphere(
  options: ManagedVsphereOptions | VsphereOptions,
): ManagedVsphereDefinition | z.input<typeof vsphereShape> {
  return 'managedBy' in options ? { kind: 'vsphere-cluster-api', ...options } : { kind: 'vsphere', ...options };
}

/** A pool of vSphere VMs in one role: with the machines that it lists, or with a number of machines that Cluster API names. */
interface PoolConstructor<Role extends string, Counted, Listed> {
  (options: Counted): Counted & { readonly role: Role };
  (options: Listed): Listed & { readonly role: Role };
}

/** A pool of vSphere VMs that runs the control plane. */
vsphere.controlPlane = ((options: PoolOptions) => ({
  role: 'control-plane' as const,
  ...options,
})) as PoolConstructor<'control-plane', ManagedControlPlaneOptions, PoolOptions>;

/** A pool of vSphere VMs that runs workloads. */
vsphere.worker = ((options: PoolOptions) => ({ role: 'worker' as const, ...options })) as PoolConstructor<
  'worker',
  ManagedWorkerOptions,
  PoolOptions
>;

/** The pools as every layer sees them. */
export function vspherePools(machines: Vsphere, cluster: string): readonly MachinePool[] {
  return Object.entries(machines.pools).map(([name, pool]) => ({
    name,
    role: pool.role,
    count: Object.keys(pool.machines).length,
    nodeLabels: {},
    taints: [],
    schedulable: pool.role === 'worker' || (pool.schedulable ?? false),
    machines: Object.entries(pool.machines).map(([key, { mac, address }]) => ({
      key,
      name: machineName(cluster, name, key),
      pool: name,
      role: pool.role,
      mac,
      address,
    })),
  }));
}
