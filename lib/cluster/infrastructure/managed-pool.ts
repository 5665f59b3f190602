import { z } from 'zod';
import type { MachinePool } from '../ports/infrastructure';
import { duration } from '../values';
import { healthCheckShape } from './cluster-api';
import { comesFromMachine } from './node-labels';
import { nodeSettings, type NodeSettings } from './node-settings';

/** How Cluster API brings a changed machine to a pool: one after another, or where a machine is deleted by hand. */
const workerRolloutShape = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('rolling-update'),
    /** How many machines may exist beyond the pool's size. */
    maxSurge: z.int().min(0).default(1),
    /** How many machines of the pool may be missing. */
    maxUnavailable: z.int().min(0).default(0),
  }),
  z.strictObject({ kind: z.literal('on-delete') }),
]);
export type WorkerRollout = z.output<typeof workerRolloutShape>;

/** The same for a control plane, which is never smaller than it should be by more than the machine replaced. */
const controlPlaneRolloutShape = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('rolling-update'), maxSurge: z.int().min(0).max(1).default(1) }),
  z.strictObject({ kind: z.literal('on-delete') }),
]);

/** What every control plane pool of machines that Cluster API makes has. */
export const controlPlaneSettings = {
  ...nodeSettings,
  /** How many machines. */
  count: z.int().min(1),
  /** Whether workloads run on the control plane. */
  schedulable: z.boolean().optional(),
  /** How changed machines come to the pool. @default - the provider's own: one after another, with one machine more */
  rollout: controlPlaneRolloutShape.optional(),
};

/** What every worker pool of machines that Cluster API makes has. */
export const workerSettings = {
  ...nodeSettings,
  /** How many machines. @default - the autoscaler decides */
  count: z.int().min(0).optional(),
  /** Limits of the cluster autoscaler, which then owns the number of machines. @default - the number is `count` */
  autoscale: z.strictObject({ min: z.int().min(0), max: z.int().min(1) }).optional(),
  /** How changed machines come to the pool. */
  rollout: workerRolloutShape.prefault({ kind: 'rolling-update' }),
  /** How long a node may take to let its pods go before its machine is deleted all the same. @default - no limit */
  drainTimeout: duration().optional(),
  /** A text whose change replaces every machine of the pool. */
  rolloutTrigger: z.string().optional(),
};

/** Health check of a worker pool. */
export const workerHealthCheckShape = healthCheckShape.extend({
  /** How many machines may be broken at once before none is replaced any more: a number, or a share such as `40%`. */
  maxUnhealthy: z
    .custom<number | string>(
      (value) =>
        typeof value === 'number'
          ? Number.isInteger(value) && value >= 0
          : typeof value === 'string' && /^(\d|[1-9]\d|100)%$/.test(value),
      { error: 'must be a number of machines or a share such as 40%' },
    )
    .default('40%'),
});

/** A place, or several: one name or a list of names. */
export const places = () =>
  z.custom<string | readonly string[]>(
    (value) =>
      typeof value === 'string' ||
      (Array.isArray(value) && value.length > 0 && value.every((place) => typeof place === 'string')),
    { error: 'must be a name or a list of names' },
  );

/** The names of `places()`, as a list. */
export function placeList(value: string | readonly string[]): readonly string[] {
  return typeof value === 'string' ? [value] : value;
}

/** The places that a worker pool names, whatever its infrastructure calls them; none where it names one at most. */
export function poolPlaces(pool: {
  readonly location?: string | readonly string[];
  readonly zone?: string | readonly string[] | undefined;
}): readonly string[] {
  const place = pool.location ?? pool.zone;
  return place === undefined || typeof place === 'string' ? [] : place;
}

/** Rolling over, machine by machine. `clusters/*.ts` write it where the default does not fit. */
export function rollingUpdate(options: { readonly maxSurge?: number; readonly maxUnavailable?: number } = {}) {
  return { kind: 'rolling-update', ...options } as const;
}

/** A machine is replaced where somebody deletes it, and never by itself. */
export function onDelete() {
  return { kind: 'on-delete' } as const;
}

/** How many machines of the pool exist at most while a change comes to it. */
export function largestSize(pool: {
  readonly count?: number | undefined;
  readonly autoscale?: { readonly max: number } | undefined;
  readonly rollout?: { readonly kind: string; readonly maxSurge?: number } | undefined;
}): number {
  const size = pool.autoscale?.max ?? pool.count ?? 0;
  const surge = pool.rollout === undefined ? 1 : (pool.rollout.maxSurge ?? 0);
  return size + surge;
}

type ManagedControlPlane = NodeSettings & {
  readonly role: 'control-plane';
  readonly count: number;
  readonly schedulable?: boolean | undefined;
};

type ManagedWorkers = NodeSettings & {
  readonly role: 'worker';
  readonly count?: number | undefined;
  readonly autoscale?: { readonly min: number } | undefined;
  readonly rolloutTrigger?: string | undefined;
};

/**
 * A pool of machines that Cluster API names; an autoscaled one counts with its smallest size.
 *
 * @param controlPlaneTrigger the rollout trigger of the control plane
 */
export function managedPool(
  name: string,
  pool: ManagedControlPlane | ManagedWorkers,
  controlPlaneTrigger: string | undefined,
): MachinePool {
  const { role, labels, taints } = pool;
  const own = Object.entries(labels).filter(([key]) => role === 'control-plane' || !comesFromMachine(key));
  const shared = { name, role, nodeLabels: Object.fromEntries(own), taints, machines: [] };
  return pool.role === 'worker'
    ? {
        ...shared,
        count: pool.count ?? pool.autoscale?.min ?? 0,
        schedulable: true,
        rolloutTrigger: pool.rolloutTrigger,
      }
    : { ...shared, count: pool.count, schedulable: pool.schedulable ?? false, rolloutTrigger: controlPlaneTrigger };
}
