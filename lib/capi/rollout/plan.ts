import { identityKey, identityOf } from '../../artifact';
import { controlPlaneRollout } from './control-plane';
import { controlPlaneProviderVersion } from './provider-version';
import type { Rollout } from './rollout';
import { silentChanges, type SilentChange } from './silent-change';
import { clusterApiObjects, type TreeFiles } from '../tree-objects';
import { workerRollout } from './worker';

/** What a change of a tree does to the machines that Cluster API makes. */
export interface RolloutPlan {
  /** Control planes before workers, by namespace and name. Empty where no machine is touched. */
  readonly rollouts: readonly Rollout[];
  /** Changes that reach no machine. */
  readonly silent: readonly SilentChange[];
}

export interface RolloutOptions {
  /**
   * Exact version of the Talos control plane provider that runs while the change arrives.
   * @default - the one that the older tree names, else the one of the newer
   */
  readonly controlPlaneProvider?: string;
}

/**
 * Compares two trees and says which machines are replaced, why, in which order and with what at risk. An object that only
 * one of them has is made or deleted, which is no rollout.
 */
export function rolloutPlan(before: TreeFiles, after: TreeFiles, options: RolloutOptions = {}): RolloutPlan {
  const wanted = controlPlaneProviderVersion(after);
  const running = options.controlPlaneProvider ?? controlPlaneProviderVersion(before) ?? wanted;
  const old = new Map(
    clusterApiObjects(before).map((placed) => [identityKey(identityOf(placed.object)), placed.object]),
  );
  const rollouts = clusterApiObjects(after).flatMap(({ path, object }): Rollout[] => {
    const previous = old.get(identityKey(identityOf(object)));
    if (previous === undefined) return [];
    const pair = { before: previous, after: object, beforeFiles: before, afterFiles: after };
    const rollout =
      object.kind === 'TalosControlPlane'
        ? controlPlaneRollout(pair, path, { running, wanted })
        : object.kind === 'MachineDeployment'
          ? workerRollout(pair, path)
          : undefined;
    return rollout === undefined ? [] : [rollout];
  });
  return { rollouts: rollouts.sort(byPlace), silent: silentChanges(before, after) };
}

/** A control plane goes first: workers must not be newer than it. */
function byPlace(a: Rollout, b: Rollout): number {
  const [left, right] = [a, b].map(({ kind, namespace, name }) =>
    [kind === 'TalosControlPlane' ? '0' : '1', namespace, name].join('\0'),
  );
  return (left ?? '') < (right ?? '') ? -1 : left === right ? 0 : 1;
}
