import { z } from 'zod';
import type { MachinePool } from '../ports/infrastructure';
import { ip, secretRef, size } from '../values';
import { vsphereClusterApiShape } from './cluster-api';
import { controlPlaneSettings, managedPool, places, workerHealthCheckShape, workerSettings } from './managed-pool';

const hardware = {
  /** Virtual CPUs of each machine; two or more. */
  cpus: z.int().min(2),
  /** Memory of each machine. */
  memory: size(),
  /** System disk of each machine. */
  disk: size(),
};

const controlPlaneShape = z.strictObject({ role: z.literal('control-plane'), ...hardware, ...controlPlaneSettings });
const workerShape = z.strictObject({
  role: z.literal('worker'),
  ...hardware,
  ...workerSettings,
  /** Zone of the machines, or several over which they are spread evenly. @default - the infrastructure's own place */
  zone: places().optional(),
  /** When a machine counts as broken and is replaced. */
  healthCheck: workerHealthCheckShape.prefault({}),
});

/** A tag of vSphere, by which it knows where something stands. */
const tagShape = z.strictObject({ category: z.string().min(1), name: z.string().min(1) });

const zoneShape = z.strictObject({
  /** Tags of the region and of the zone in it. */
  region: tagShape,
  zone: tagShape,
  /** @default - that of the infrastructure */
  datacenter: z.string().min(1).optional(),
  /** Compute cluster. @default - that of the infrastructure */
  cluster: z.string().min(1).optional(),
  /** @default - that of the infrastructure */
  datastore: z.string().min(1).optional(),
  /** Port group. @default - that of the infrastructure */
  network: z.string().min(1).optional(),
  /** Groups of hosts and of VMs, where a zone is a part of a compute cluster. */
  hosts: z.strictObject({ hostGroup: z.string().min(1), vmGroup: z.string().min(1) }).optional(),
  /** @default - the root resource pool of the compute cluster */
  resourcePool: z.string().min(1).optional(),
  /** Whether control plane machines may stand here. */
  controlPlane: z.boolean().default(true),
});

const addressesShape = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('dhcp') }),
  z.strictObject({
    kind: z.literal('pool'),
    /** Ranges of the node network that belong to the machines. */
    ranges: z.array(z.strictObject({ first: ip(), last: ip() })).min(1),
  }),
]);

export const managedVsphereShape = z.strictObject({
  kind: z.literal('vsphere-cluster-api'),
  /** Host name of the vCenter server. */
  server: z.string().min(1),
  /** Thumbprint of the server's certificate. @default - the certificate must be trusted */
  thumbprint: z.string().min(1).optional(),
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
  /** Secret with `username` and `password` for the vCenter server. */
  credentials: secretRef().default({ secret: 'vsphere-credentials' }),
  /** Who holds the credentials: this cluster alone, or an identity that other clusters can share. */
  identity: z.enum(['secret', 'cluster-identity']).default('secret'),
  /** Where the machines' addresses come from. */
  addresses: addressesShape.prefault({ kind: 'dhcp' }),
  /** Failure domains by name. @default - none, all machines stand in one place */
  zones: z.record(z.string(), zoneShape).default({}),
  pools: z.record(z.string(), z.discriminatedUnion('role', [controlPlaneShape, workerShape])),
  managedBy: vsphereClusterApiShape,
});

export type ManagedVsphereDefinition = z.input<typeof managedVsphereShape>;
export type ManagedVsphereOptions = Omit<ManagedVsphereDefinition, 'kind'>;
export type ManagedVsphere = z.output<typeof managedVsphereShape>;
export type ManagedVspherePool = ManagedVsphere['pools'][string];
export type VsphereZone = z.output<typeof zoneShape>;
export type ManagedControlPlaneOptions = Omit<z.input<typeof controlPlaneShape>, 'role'>;
export type ManagedWorkerOptions = Omit<z.input<typeof workerShape>, 'role'>;

/** The machines' addresses from ranges of the node network, handed out by the in-cluster IPAM provider. */
export function addressPool(...ranges: { readonly first: string; readonly last: string }[]) {
  return { kind: 'pool' as const, ranges };
}

/** The pools as every layer sees them; Cluster API names the machines. */
export function managedVspherePools(machines: ManagedVsphere): readonly MachinePool[] {
  return Object.entries(machines.pools).map(([name, pool]) =>
    managedPool(name, pool, machines.managedBy.rolloutTrigger),
  );
}
