import { z } from 'zod';
import { duration, ip, mac, size } from '../values';
import { listedMachineSettings, listedPoolSettings } from './listed-machines';
import type {
  ManagedControlPlaneOptions,
  ManagedVsphereDefinition,
  ManagedVsphereOptions,
  ManagedWorkerOptions,
} from './managed-vsphere';
import { terraformStateShape } from './terraform-state';
import {
  disksShape,
  interfacesShape,
  networksShape,
  templateShape,
  type LibraryItemOptions,
  type OvaOptions,
} from './vsphere-parts';

const machineShape = z.strictObject({
  /** Fixed MAC address, by which the node finds its address. */
  mac: mac(),
  /** Fixed address inside the node network. */
  address: ip(),
  /** Interfaces on further networks of the pool. */
  interfaces: interfacesShape,
  ...listedMachineSettings,
});

const poolShape = z.strictObject({
  ...listedPoolSettings,
  /** Virtual CPUs of each machine. */
  cpus: z.int().min(1),
  /** Memory of each machine. */
  memory: size(),
  /** System disk of each machine. */
  disk: size(),
  /** Further disks of each machine; they outlive it. */
  disks: disksShape,
  /** Names of further networks that each machine is connected to, in the order of its interfaces. */
  networks: z.array(z.string()).default([]),
  /** The machines by key; the key ends the machine's name and stays when others leave. */
  machines: z.record(z.string(), machineShape),
});

export const vsphereShape = z.strictObject({
  kind: z.literal('vsphere'),
  /** Host name of the vCenter server. */
  server: z.string().min(1),
  datacenter: z.string().min(1),
  /** Compute cluster that the machines run on. */
  cluster: z.string().min(1),
  /** Resource pool of the machines, by name or path. @default - the root resource pool of the compute cluster */
  resourcePool: z.string().min(1).optional(),
  /** @default - the datastore cluster decides */
  datastore: z.string().min(1).optional(),
  /** Cluster of datastores, among which vSphere chooses. @default - the datastore is named */
  datastoreCluster: z.string().min(1).optional(),
  /** Port group of the node network. */
  network: z.string().min(1),
  /** Further networks by name. */
  networks: networksShape,
  /** Inventory folder of the machines. */
  folder: z.string().optional(),
  /** What the machines are made of. @default - the template `talos-<version>`, see `talosTemplateName` */
  template: templateShape.optional(),
  /** Tags of the machines by category; both exist already. */
  tags: z.record(z.string(), z.string()).default({}),
  /** Whether control plane machines keep to different hosts: where they can, always, or not at all. */
  antiAffinity: z.enum(['should', 'must', 'off']).default('should'),
  /** How long Terraform waits for a machine's address, which VMware Tools report. @default - it does not wait */
  waitForAddress: duration().optional(),
  /** Where Terraform keeps its state. @default - see `localState` */
  state: terraformStateShape.optional(),
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

/** A template in a content library. */
vsphere.libraryItem = (options: LibraryItemOptions) => ({ kind: 'library-item' as const, ...options });

/** An OVA that vCenter downloads for every machine; the image factory's unless another is named. */
vsphere.ova = (options: OvaOptions) => ({ kind: 'ova' as const, ...options });
