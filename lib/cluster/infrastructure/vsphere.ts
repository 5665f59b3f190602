import { z } from 'zod';
import type { Network } from '../network';
import { machineName } from '../names';
import type { MachinePool } from '../ports/infrastructure';
import type { Problem } from '../problem';
import { ip, mac, size } from '../values';

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

/** Machines as VMware vSphere VMs, cloned from a template and built by Terraform. */
export function vsphere(options: VsphereOptions): z.input<typeof vsphereShape> {
  return { kind: 'vsphere', ...options };
}

/** A pool of vSphere VMs that runs the control plane. */
vsphere.controlPlane = (options: PoolOptions) => ({ role: 'control-plane' as const, ...options });

/** A pool of vSphere VMs that runs workloads. */
vsphere.worker = (options: PoolOptions) => ({ role: 'worker' as const, ...options });

/** The pools as every layer sees them. */
export function vspherePools(machines: Vsphere, cluster: string): readonly MachinePool[] {
  return Object.entries(machines.pools).map(([name, pool]) => ({
    name,
    role: pool.role,
    count: Object.keys(pool.machines).length,
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

/** Rules of vSphere alone. */
export function checkVsphere(machines: Vsphere, network: Network): Problem[] {
  const problems: Problem[] = [];
  const { address } = network.endpoint;
  if (address !== undefined && address.valid && network.nodes.valid && !network.nodes.contains(address)) {
    problems.push({
      path: 'network.endpoint.address',
      what: 'the endpoint is a virtual address shared by the control plane machines and must be in the node network',
      got: address.text,
      allowed: `an address of ${network.nodes.text}`,
      fix: 'choose a free address of network.nodes',
    });
  }
  for (const [name, pool] of Object.entries(machines.pools)) {
    const at = `machines.pools.${name}`;
    if (Object.keys(pool.machines).length === 0) {
      problems.push({
        path: `${at}.machines`,
        what: 'the pool has no machines',
        got: {},
        fix: 'list at least one machine, or drop the pool',
      });
    }
    // vSphere takes memory in steps of 4 MiB, and the provider disks in whole GiB
    if (pool.memory.mebibytes % 4 !== 0) {
      problems.push({
        path: `${at}.memory`,
        what: 'not a multiple of 4 MiB',
        got: pool.memory.toQuantity(),
        allowed: 'multiples of 4 MiB',
        fix: `give the pool MiB(${String(Math.ceil(pool.memory.mebibytes / 4) * 4)})`,
      });
    }
    if (!Number.isInteger(pool.disk.gibibytes) || pool.disk.gibibytes < 1) {
      problems.push({
        path: `${at}.disk`,
        what: 'not a whole number of GiB',
        got: pool.disk.toQuantity(),
        allowed: 'whole GiB, 1 or more',
        fix: `give the pool GiB(${String(Math.max(1, Math.ceil(pool.disk.gibibytes)))})`,
      });
    }
    // Talos refuses to boot a control plane below 2 GiB; etcd's own floor is two cores.
    if (pool.role === 'control-plane' && pool.memory.gibibytes < 2) {
      problems.push({
        path: `${at}.memory`,
        what: 'too little memory for a control plane',
        got: pool.memory.toQuantity(),
        allowed: '2Gi or more',
        fix: 'give the pool GiB(2) or more',
      });
    }
  }
  return problems;
}
