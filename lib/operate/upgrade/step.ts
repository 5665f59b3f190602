import { minorOf } from '../../cluster';
import { conflictsOf } from './conflicts';
import { deadlocks, isOneStep, type Ground, type Move } from './moves';
import type { UpgradeTarget } from './target';
import type { UpgradeComponent, VersionSet } from './version-set';

/** What a step does to the machines, from the least to the most. */
export type StepImpact =
  /** Controllers start anew; no machine is touched. */
  | 'in-place'
  /** The Kubernetes services of each machine start anew. */
  | 'restart'
  /** Each machine starts anew, one after the other. */
  | 'reboot'
  /** Each machine is replaced, one after the other. */
  | 'roll';

/** One component that goes from one version to the next. */
export interface UpgradeStep {
  readonly component: UpgradeComponent;
  readonly from: string;
  readonly to: string;
  /** Every version once the step is done. */
  readonly versions: VersionSet;
  readonly impact: StepImpact;
  /** Why the step is in the path; lower case, no full stop. */
  readonly why: string;
  /** What a person does; lower case, no full stop. */
  readonly how: string;
}

/** The steps of a path, each with what it does and why it is there. */
export function stepsOf(
  start: VersionSet,
  path: readonly Move[],
  target: UpgradeTarget,
  ground: Ground,
): readonly UpgradeStep[] {
  return path.map(({ component, versions }, i) => {
    const from = (path[i - 1]?.versions ?? start)[component] ?? '';
    const to = versions[component] ?? '';
    return {
      component,
      from,
      to,
      versions,
      impact: impactOf(component, ground),
      why: target[component] === to ? 'asked for' : neededBy(component, from, path.slice(i + 1), ground),
      how: howTo(component, to, ground),
    };
  });
}

/** What would be wrong with a later step, had this one not been made. */
function neededBy(component: UpgradeComponent, held: string, later: readonly Move[], ground: Ground): string {
  for (const move of later) {
    if (move.component === component) {
      const next = move.versions[component] ?? '';
      if (!isOneStep(component, held, next)) return limitOf(component, next);
      break;
    }
    const without = { ...move.versions, [component]: held };
    const stuck = component === 'talosControlPlane' ? deadlocks(move.component, without, ground) : undefined;
    if (stuck !== undefined) return stuck;
    const [conflict] = conflictsOf(without).filter(
      ({ components }) => components.includes(component) && components.includes(move.component),
    );
    if (conflict !== undefined) return conflict.what;
  }
  return 'a later step needs it';
}

function limitOf(component: UpgradeComponent, next: string): string {
  switch (component) {
    case 'kubernetes':
      return 'kubernetes goes up one minor at a time';
    case 'talos':
      return `talos ${minorOf(next)} does not take over from an older minor`;
    default:
      return `${component} does not go up so many minors at once`;
  }
}

function impactOf(component: UpgradeComponent, { replaced }: Ground): StepImpact {
  if (component !== 'talos' && component !== 'kubernetes') return 'in-place';
  if (replaced) return 'roll';
  return component === 'talos' ? 'reboot' : 'restart';
}

function howTo(component: UpgradeComponent, to: string, { replaced, controlPlanes }: Ground): string {
  if (component !== 'talos' && component !== 'kubernetes')
    return `set machines.managedBy.${component} to ${to} and bring the controllers up with clusterctl upgrade apply`;
  const set = `set versions.${component} to ${to}`;
  if (!replaced)
    return component === 'talos'
      ? `${set} and run talosctl upgrade, or let tuppr do it, on one machine after the other`
      : `${set} and run talosctl upgrade-k8s --to ${to.slice(1)}`;
  const wait = `wait until the ${String(controlPlanes)} control plane machines are replaced`;
  return component === 'talos'
    ? `${set} and ${wait}, or keep them with OnDelete and talosctl upgrade`
    : `${set} and ${wait}`;
}
