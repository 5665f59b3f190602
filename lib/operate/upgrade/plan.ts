import type { Problem } from '../../cluster';
import { conflictsOf } from './conflicts';
import { knownCandidates, type Ground } from './moves';
import { nearestOf } from './nearest-target';
import { startProblems, unreachableProblems } from './refusal';
import { search } from './search';
import { stepsOf, type UpgradeStep } from './step';
import { entriesOf, exactOnes, targetProblems, type UpgradeTarget } from './target';
import { isReplaced, versionsOf, type UpgradeSubject, type VersionSet } from './version-set';

/** How a cluster reaches other versions, or why it cannot. */
export type UpgradePlan =
  | {
      readonly possible: true;
      /** Id of the cluster. */
      readonly cluster: string;
      readonly from: VersionSet;
      readonly target: UpgradeTarget;
      /** One component after the other, in order; empty where the cluster has every version already. */
      readonly steps: readonly UpgradeStep[];
      /** What does not go together even afterwards, and the plan leaves as it is. */
      readonly leftover: readonly string[];
    }
  | {
      readonly possible: false;
      readonly cluster: string;
      readonly from: VersionSet;
      readonly target: UpgradeTarget;
      readonly problems: readonly Problem[];
      /** The versions most like the target that allowed steps lead to. @default - the cluster's own pair is not supported */
      readonly nearest?: { readonly kubernetes: string; readonly talos: string };
    };

/**
 * The shortest path of single steps from the versions of a cluster to those asked for: Kubernetes goes up one minor at a
 * time, Talos from a minor that its release accepts, and after each step what it changed fits everything else. Talos and
 * Kubernetes stay where the target does not name them; providers of Cluster API go up where a step needs it.
 */
export function upgradePlan(subject: UpgradeSubject, target: UpgradeTarget): UpgradePlan {
  const from = versionsOf(subject);
  const common = { cluster: subject.id, from, target };
  const start = startProblems(from);
  if (start.length > 0) return { ...common, possible: false, problems: [...start, ...targetProblems(target, from)] };

  const ground = groundOf(subject);
  const wanted: UpgradeTarget = { kubernetes: from.kubernetes, talos: from.talos, ...target };
  const mistakes = targetProblems(target, from);
  const isGoal = (versions: VersionSet) =>
    mistakes.length === 0 && entriesOf(wanted).every(([name, version]) => versions[name] === version);
  const { path, visited } = search(from, isGoal, knownCandidates(from, exactOnes(wanted)), ground);
  if (path === undefined)
    return {
      ...common,
      possible: false,
      problems: mistakes.length > 0 ? mistakes : unreachableProblems(from, wanted, target, ground),
      nearest: nearestOf(visited, from, target),
    };
  const end = path.at(-1)?.versions ?? from;
  return {
    ...common,
    possible: true,
    steps: stepsOf(from, path, target, ground),
    leftover: conflictsOf(end).map(({ what }) => what),
  };
}

function groundOf(subject: UpgradeSubject): Ground {
  const controlPlanes = subject.pools.filter(({ role }) => role === 'control-plane');
  return {
    replaced: isReplaced(subject),
    controlPlanes: controlPlanes.reduce((sum, { count }) => sum + count, 0),
  };
}
