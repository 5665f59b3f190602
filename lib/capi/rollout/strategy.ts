import { memberAt, numberAt, textAt } from '../member';

/** How machines are replaced, with the numbers that the controller works out. */
export type RolloutStrategy =
  | { readonly type: 'RollingUpdate'; readonly maxSurge: number; readonly maxUnavailable: number }
  /** Only where a person, or a health check, deletes a machine. */
  | { readonly type: 'OnDelete' };

/** The strategy of a TalosControlPlane. @default maxSurge 1, by the provider's webhook */
export function controlPlaneStrategy(object: unknown): RolloutStrategy {
  if (textAt(object, 'spec', 'rolloutStrategy', 'type') === 'OnDelete') return { type: 'OnDelete' };
  const maxSurge = scaled(memberAt(object, 'spec', 'rolloutStrategy', 'rollingUpdate', 'maxSurge'), 1, 'up') ?? 1;
  // without one more machine, one is missing
  return { type: 'RollingUpdate', maxSurge, maxUnavailable: maxSurge === 0 ? 1 : 0 };
}

/**
 * The strategy of a MachineDeployment, of contract v1beta1 or v1beta2. Shares are of the machines wanted: a surge is rounded
 * up, what may be missing is rounded down, and where both come to nothing one may be missing.
 * Source: Cluster API, `ResolveFenceposts`. @default maxSurge 1, maxUnavailable 0
 */
export function deploymentStrategy(object: unknown, replicas: number): RolloutStrategy {
  const strategy = memberAt(object, 'spec', 'rollout', 'strategy') ?? memberAt(object, 'spec', 'strategy');
  if (textAt(strategy, 'type') === 'OnDelete') return { type: 'OnDelete' };
  const maxSurge = scaled(memberAt(strategy, 'rollingUpdate', 'maxSurge'), replicas, 'up') ?? 1;
  const missing = scaled(memberAt(strategy, 'rollingUpdate', 'maxUnavailable'), replicas, 'down') ?? 0;
  const maxUnavailable = maxSurge === 0 && missing === 0 ? 1 : Math.min(missing, Math.max(1, replicas));
  return { type: 'RollingUpdate', maxSurge, maxUnavailable };
}

/** The machines that an object wants. @default - what its webhook fills in: 1; undefined where the autoscaler decides */
export function replicasOf(object: unknown): number {
  return numberAt(object, 'spec', 'replicas') ?? autoscaledFrom(object) ?? 1;
}

function autoscaledFrom(object: unknown): number | undefined {
  const smallest = textAt(
    object,
    'metadata',
    'annotations',
    'cluster.x-k8s.io/cluster-api-autoscaler-node-group-min-size',
  );
  return smallest === undefined ? undefined : Number(smallest);
}

function scaled(value: unknown, of: number, round: 'up' | 'down'): number | undefined {
  if (typeof value === 'number') return value;
  const [, number, percent] = /^(\d+)(%?)$/.exec(typeof value === 'string' ? value : '') ?? [];
  if (number === undefined) return undefined;
  if (percent === '') return Number(number);
  const share = (of * Number(number)) / 100;
  return round === 'up' ? Math.ceil(share) : Math.floor(share);
}
