import type { Problem } from '../problem';
import type { WorkerRollout } from './managed-pool';
import { comesFromMachine } from './node-labels';
import type { NodeSettings } from './node-settings';
import { nodeSettingsProblems } from './node-settings-rules';

/** What the rules read of a pool of any infrastructure. */
interface ManagedPool extends NodeSettings {
  readonly role: 'control-plane' | 'worker';
  readonly count?: number | undefined;
  readonly autoscale?: { readonly min: number; readonly max: number } | undefined;
  readonly rollout?: WorkerRollout | { readonly kind: string } | undefined;
}

/** Rules of the pools that Cluster API keeps, whatever infrastructure carries them. */
export function managedPoolProblems(pools: Readonly<Record<string, ManagedPool>>): Problem[] {
  const control = Object.entries(pools).filter(([, pool]) => pool.role === 'control-plane');
  return [
    ...(control.length > 1 ? [oneControlPlane(control.map(([name]) => name))] : []),
    ...Object.entries(pools).flatMap(([name, pool]) => [
      ...nodeSettingsProblems(
        `machines.pools.${name}`,
        pool,
        (label) => pool.role === 'worker' && comesFromMachine(label),
      ),
      ...(pool.role === 'worker' ? sizeProblems(`machines.pools.${name}`, pool) : []),
    ]),
  ];
}

function oneControlPlane(names: readonly string[]): Problem {
  return {
    path: 'machines.pools',
    what: 'Cluster API runs one control plane pool',
    got: names,
    allowed: 'one pool with role control-plane',
    fix: 'merge the control plane pools',
  };
}

function sizeProblems(at: string, { count, autoscale, rollout }: ManagedPool): Problem[] {
  const problems: Problem[] = [];
  if ((count === undefined) === (autoscale === undefined)) {
    problems.push({
      path: at,
      what:
        count === undefined ? 'nobody says how many machines the pool has' : 'two owners for the number of machines',
      got: { count, autoscale },
      allowed: 'either count or autoscale',
      fix: count === undefined ? 'add count' : 'remove one of the two',
    });
  }
  if (autoscale !== undefined && autoscale.min > autoscale.max) {
    problems.push({
      path: `${at}.autoscale`,
      what: 'the smallest size is above the largest',
      got: autoscale,
      allowed: 'min of at most max',
      fix: 'correct one of the two',
    });
  }
  if (rollout !== undefined && 'maxSurge' in rollout && rollout.maxSurge === 0 && rollout.maxUnavailable === 0) {
    problems.push({
      path: `${at}.rollout`,
      what: 'a machine can neither be added first nor removed first, so that no change would ever arrive',
      got: { maxSurge: 0, maxUnavailable: 0 },
      allowed: 'one of the two above 0',
      fix: 'allow one machine more, or one machine less',
    });
  }
  return problems;
}
