import type { RolloutStrategy } from './strategy';

/** One step of the update of a worker pool, and how things stand after it. */
export interface WorkerStep {
  /** Number of the step, from 1. */
  readonly step: number;
  readonly action: 'add-machines' | 'remove-machines';
  /** How many machines at once. */
  readonly count: number;
  /** Machines that exist. */
  readonly machines: number;
}

/**
 * The steps that replace `outdated` machines and bring the pool to `replicas`, as long as every new machine becomes ready:
 * never more than the surge above, never fewer than what may be missing below.
 */
export function workerSteps(
  { outdated, kept = 0, replicas }: { readonly outdated: number; readonly kept?: number; readonly replicas: number },
  strategy: RolloutStrategy,
): readonly WorkerStep[] {
  const { maxSurge, maxUnavailable } =
    strategy.type === 'RollingUpdate' ? strategy : { maxSurge: 0, maxUnavailable: 0 };
  const steps: WorkerStep[] = [];
  let old = strategy.type === 'RollingUpdate' ? outdated : 0;
  let fresh = strategy.type === 'RollingUpdate' ? kept : kept + outdated;
  const record = (action: WorkerStep['action'], count: number) => {
    if (count > 0) steps.push({ step: steps.length + 1, action, count, machines: old + fresh });
  };
  while (old > 0 || fresh !== replicas) {
    const surplus = Math.max(0, fresh - replicas);
    fresh -= surplus;
    record('remove-machines', surplus);
    const added = Math.min(replicas - fresh, Math.max(0, replicas + (old > 0 ? maxSurge : 0) - old - fresh));
    fresh += added;
    record('add-machines', added);
    const removed = Math.min(old, Math.max(0, old + fresh - (replicas - (fresh < replicas ? maxUnavailable : 0))));
    old -= removed;
    record('remove-machines', removed);
  }
  return steps;
}
