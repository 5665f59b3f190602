import { z } from 'zod';
import type { Network } from '../network';
import { cidr, ip, secretRef, size } from '../values';
import { hetznerImageShape } from './hetzner-image';
import { firewallShape, loadBalancerType, networkSettings } from './hetzner-parts';
import { listedMachineSettings, listedPoolSettings } from './listed-machines';
import { terraformStateShape } from './terraform-state';

const machineShape = z.strictObject({
  /** Fixed address inside the node network. */
  address: ip(),
  /** @default - that of the pool */
  location: z.string().min(1).optional(),
  /**
   * Placement group of the machine, where its pool is spread.
   * @default - `1` for keys that are no number; keys 1 to 10 share `1`, keys 11 to 20 `2` and so on
   */
  placementGroup: z.string().min(1).optional(),
  ...listedMachineSettings,
});

const poolShape = z.strictObject({
  ...listedPoolSettings,
  /** Server type, e.g. `cx33`. */
  type: z.string().min(1),
  /** Location of the machines that name none of their own, e.g. `nbg1`. @default - each machine names its own */
  location: z.string().min(1).optional(),
  /** Put no two servers of a placement group on one host. @default - true for control planes */
  spread: z.boolean().optional(),
  /** Public addresses of the servers. */
  publicNetwork: z.strictObject({ ipv4: z.boolean().default(true), ipv6: z.boolean().default(true) }).prefault({}),
  /** Keep the public addresses when a server is made again. */
  primaryIps: z.boolean().default(false),
  /** Volumes of each machine by name; they outlive it. */
  volumes: z
    .record(
      z.string(),
      z.strictObject({
        size: size(),
        /** File system. @default - none, Talos makes one */
        format: z.enum(['ext4', 'xfs']).optional(),
      }),
    )
    .default({}),
  /** The machines by key; the key ends the machine's name and stays when others leave. */
  machines: z.record(z.string(), machineShape),
});

export const hetznerMachinesShape = z.strictObject({
  kind: z.literal('hetzner-machines'),
  network: z.strictObject({
    ...networkSettings,
    /** Subnets beside that of the nodes, by name. */
    subnets: z.record(z.string(), cidr()).default({}),
  }),
  /** In front of both APIs of the control plane. */
  loadBalancer: z
    .strictObject({
      type: loadBalancerType(),
      /** @default - anywhere in the network zone */
      location: z.string().min(1).optional(),
      /** Its address in the node network. @default - the last one that can be given */
      address: ip().optional(),
    })
    .prefault({}),
  firewall: firewallShape,
  /** The Hetzner Cloud API token. */
  token: secretRef().default({ secret: 'hcloud-token' }),
  /** Snapshot of Talos: found, or made. @default - the newest with the labels that `packerFiles` gives it */
  image: hetznerImageShape.optional(),
  /** Names of SSH keys of the project. Talos ignores them; without one, Hetzner mails a password for each server. */
  sshKeys: z.array(z.string().min(1)).default([]),
  /** DNS records of the endpoint, in a zone of the project. @default - the records are made elsewhere */
  dns: z
    .strictObject({
      /** Name of the zone; the endpoint's host is in it. */
      zone: z.string().min(1),
      /** Seconds that resolvers keep a record. */
      ttl: z.int().min(60).max(2_147_483_647).default(300),
    })
    .optional(),
  /** Where Terraform keeps its state. @default - see `localState` */
  state: terraformStateShape.optional(),
  pools: z.record(z.string(), poolShape),
});

export type HetznerMachinesDefinition = z.input<typeof hetznerMachinesShape>;
export type HetznerMachinesOptions = Omit<HetznerMachinesDefinition, 'kind'>;
export type HetznerMachinesInfrastructure = z.output<typeof hetznerMachinesShape>;
export type HetznerServerPool = z.output<typeof poolShape>;
export type HetznerServerPoolOptions = Omit<z.input<typeof poolShape>, 'role'>;

/** Where a machine stands; undefined where neither it nor its pool says so, which a rule reports. */
export function hetznerLocation(pool: HetznerServerPool, key: string): string | undefined {
  return pool.machines[key]?.location ?? pool.location;
}

/** Keys that are numbers share a placement group by tens, so that a group is never too full and no machine changes its group. */
const KEYS_PER_GROUP = 10;

/** Placement group of a machine; undefined where its pool is not spread. */
export function hetznerPlacementGroup(pool: HetznerServerPool, key: string): string | undefined {
  if (!(pool.spread ?? pool.role === 'control-plane')) return undefined;
  const named = pool.machines[key]?.placementGroup;
  if (named !== undefined) return named;
  return /^[1-9]\d*$/.test(key) ? String(Math.ceil(Number(key) / KEYS_PER_GROUP)) : '1';
}

/** Address of the load balancer in the node network: a fixed one, so that it never takes that of a machine to come. */
export function hetznerBalancerAddress(
  { loadBalancer }: HetznerMachinesInfrastructure,
  { nodes }: Pick<Network, 'nodes'>,
): string {
  // the last address of a network is that of its broadcasts
  return loadBalancer.address?.text ?? nodes.host(Number(nodes.last - nodes.first) - 1);
}
