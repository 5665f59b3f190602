import { z } from 'zod';
import type { Network } from '../network';
import { Duration } from '../duration';
import type { MachinePool } from '../ports/infrastructure';
import type { Problem } from '../problem';
import { cidr, duration, secretRef } from '../values';
import { nearest } from '../nearest';

/** Locations of Hetzner Cloud and the network zone of each. Source: Hetzner Cloud API, `/locations`, as of 2026-08. */
export const hetznerLocations: Readonly<Record<string, string>> = {
  fsn1: 'eu-central',
  nbg1: 'eu-central',
  hel1: 'eu-central',
  ash: 'us-east',
  hil: 'us-west',
  sin: 'ap-southeast',
};

const poolShape = z.strictObject({
  role: z.enum(['control-plane', 'worker']),
  /** How many servers. */
  count: z.int().min(1),
  /** Server type, e.g. `cx33`. */
  type: z.string().min(1),
  /** Location, e.g. `nbg1`. */
  location: z.string(),
  /** Whether workloads run on a control plane pool. */
  schedulable: z.boolean().optional(),
});

const clusterApiShape = z.strictObject({
  /** Exact versions of the Cluster API providers. */
  core: z.string(),
  hetzner: z.string(),
  talosBootstrap: z.string(),
  talosControlPlane: z.string(),
  helm: z.string(),
  /** Namespace of the Cluster API objects. */
  namespace: z.string().default('default'),
  /** A text whose change replaces every control plane machine, one by one; usually the time of the last forced rollout. */
  rolloutTrigger: z.string().optional(),
  /** When a machine counts as broken and is replaced. */
  healthCheck: z
    .strictObject({
      nodeStartupTimeout: duration().default(Duration.minutes(15)),
      unhealthyAfter: duration().default(Duration.minutes(5)),
      maxUnhealthy: z.int().min(0).default(1),
    })
    .prefault({}),
});

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
  managedBy: clusterApiShape,
});

export type HetznerOptions = Omit<z.input<typeof hetznerShape>, 'kind'>;
export type Hetzner = z.output<typeof hetznerShape>;
export type HetznerPool = z.output<typeof poolShape>;
export type ClusterApi = z.output<typeof clusterApiShape>;
type PoolOptions = Omit<z.input<typeof poolShape>, 'role'>;

/** Machines as Hetzner Cloud servers. */
export function hetzner(options: HetznerOptions): z.input<typeof hetznerShape> {
  return { kind: 'hetzner', ...options };
}

/** A pool of Hetzner servers that runs the control plane. */
hetzner.controlPlane = (options: PoolOptions) => ({ role: 'control-plane' as const, ...options });

/** Cluster API with its Hetzner, Talos and Helm providers, at exact versions. */
export function clusterApi(options: z.input<typeof clusterApiShape>) {
  return options;
}

/** Architecture of a server type: the `cax` line is arm64, every other amd64. */
export function hetznerArchitecture(type: string): 'amd64' | 'arm64' {
  return type.startsWith('cax') ? 'arm64' : 'amd64';
}

/** The pools as every layer sees them; Cluster API names the machines. */
export function hetznerPools(machines: Hetzner): readonly MachinePool[] {
  return Object.entries(machines.pools).map(([name, pool]) => ({
    name,
    role: pool.role,
    count: pool.count,
    schedulable: pool.role === 'worker' || (pool.schedulable ?? false),
    machines: [],
  }));
}

/** Rules of Hetzner alone. */
export function checkHetzner(machines: Hetzner, network: Network): Problem[] {
  const problems: Problem[] = [];
  const zones = [...new Set(Object.values(hetznerLocations))];
  if (!zones.includes(machines.network.zone)) {
    problems.push({
      path: 'machines.network.zone',
      what: 'unknown network zone',
      got: machines.network.zone,
      allowed: zones.join(', '),
      fix: `did you mean ${nearest(machines.network.zone, zones)}?`,
    });
  }
  for (const [name, pool] of Object.entries(machines.pools)) {
    const at = `machines.pools.${name}`;
    const zone = hetznerLocations[pool.location];
    const locations = Object.keys(hetznerLocations);
    if (zone === undefined) {
      problems.push({
        path: `${at}.location`,
        what: 'unknown location',
        got: pool.location,
        allowed: locations.join(', '),
        fix: `did you mean ${nearest(pool.location, locations)}?`,
      });
    } else if (zone !== machines.network.zone && zones.includes(machines.network.zone)) {
      problems.push({
        path: `${at}.location`,
        what: `the location is in zone ${zone}, the network in ${machines.network.zone}`,
        got: pool.location,
        allowed: locations.filter((l) => hetznerLocations[l] === machines.network.zone).join(', '),
        fix: 'choose a location of the network zone, or move the network',
      });
    }
    if (pool.role === 'worker') {
      problems.push({
        path: `${at}.role`,
        what: 'worker pools of a Cluster API managed cluster are not supported yet',
        got: pool.role,
        allowed: 'control-plane',
        fix: 'make the control plane pool schedulable instead',
      });
    }
  }
  const control = Object.entries(machines.pools).filter(([, pool]) => pool.role === 'control-plane');
  if (control.length > 1) {
    problems.push({
      path: 'machines.pools',
      what: 'Cluster API runs one control plane pool',
      got: control.map(([name]) => name),
      allowed: 'one pool with role control-plane',
      fix: 'merge the control plane pools',
    });
  }
  for (const [name, inner] of [
    ['pods', network.pods],
    ['services', network.services],
    ['nodes', network.nodes],
  ] as const) {
    if (inner.valid && machines.network.cidr.valid && !machines.network.cidr.contains(inner)) {
      problems.push({
        path: `network.${name}`,
        what: `the private network ${machines.network.cidr.text} does not hold this network`,
        got: inner.text,
        allowed: `a part of ${machines.network.cidr.text}`,
        fix: `choose a part of it, or widen machines.network.cidr`,
      });
    }
  }
  return problems;
}
