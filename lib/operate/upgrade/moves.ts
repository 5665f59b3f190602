import { compare } from 'semver';
import {
  CORE_MINORS_AT_ONCE,
  controlPlaneDeadlocksOf,
  kubernetesReleases,
  providerLines,
  providerNames,
  servedContracts,
  talosReleases,
  talosUpgradesFrom,
  type ProviderName,
} from '../../cluster';
import { conflictsOf, lineOf } from './conflicts';
import { minor, minorsUp } from './minor';
import { upgradeComponents, type UpgradeComponent, type VersionSet } from './version-set';

/** The versions that a plan may bring each component to, ascending. */
export type Candidates = Readonly<Record<UpgradeComponent, readonly string[]>>;

/** How a change of version reaches the machines of a cluster. */
export interface Ground {
  /** Whether a new version of Talos or Kubernetes replaces the machines. */
  readonly replaced: boolean;
  /** How many control plane machines there are. */
  readonly controlPlanes: number;
}

/** One component at its next version. */
export interface Move {
  readonly component: UpgradeComponent;
  readonly versions: VersionSet;
}

/** Known releases of every component that may have to change, with those that a cluster has and a target names. */
export function knownCandidates(current: VersionSet, target: Partial<VersionSet>): Candidates {
  const known: Record<string, readonly (string | undefined)[]> = {
    kubernetes: Object.values(kubernetesReleases),
    talos: Object.values(talosReleases),
    ...Object.fromEntries(
      providerNames.map((name) => [
        name,
        limits(name, current) ? Object.values(providerLines[name]).map(({ release }) => release) : [],
      ]),
    ),
  };
  return Object.fromEntries(
    upgradeComponents.map((component) => [
      component,
      ascending([...(known[component] ?? []), current[component], target[component]]),
    ]),
  ) as Record<UpgradeComponent, readonly string[]>;
}

/** Whether a provider may stand in the way of another component; the others only make the search longer. */
function limits(name: ProviderName, current: VersionSet): boolean {
  const version = current[name];
  const line = version === undefined ? undefined : lineOf(name, version);
  if (line === undefined) return false;
  const contracts = Object.values(providerLines.core).map(({ contract }) => servedContracts[contract]);
  return (
    [line.kubernetes, line.talos, line.core].some((window) => window !== undefined) ||
    contracts.some((served) => !served.includes(line.contract))
  );
}

function ascending(versions: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(versions.filter((version) => version !== undefined))].sort(compare);
}

/** Every single step that is allowed from a set of versions: one component goes up and fits all others afterwards. */
export function movesFrom(versions: VersionSet, candidates: Candidates, ground: Ground): Move[] {
  return upgradeComponents.flatMap((component) => {
    const now = versions[component];
    if (now === undefined || deadlocks(component, versions, ground) !== undefined) return [];
    const all = candidates[component];
    return all
      .slice(all.indexOf(now) + 1)
      .filter((next) => isOneStep(component, now, next))
      .map((next): Move => ({ component, versions: { ...versions, [component]: next } }))
      .filter((move) => !conflictsOf(move.versions).some(({ components }) => components.includes(component)));
  });
}

/** Whether a component may go from one version to a newer one without stopping between. */
export function isOneStep(component: UpgradeComponent, from: string, to: string): boolean {
  switch (component) {
    case 'kubernetes':
      return minorsUp(from, to) <= 1;
    case 'talos': {
      const oldest = talosUpgradesFrom[minor(to).text];
      return oldest !== undefined && minorsUp(oldest, from) >= 0;
    }
    case 'core':
      return minorsUp(from, to) <= CORE_MINORS_AT_ONCE;
    default:
      return true;
  }
}

/** Why replacing machines would not end with the control plane provider of these versions; nothing where it does. */
export function deadlocks(
  component: UpgradeComponent,
  { talosControlPlane }: VersionSet,
  { replaced, controlPlanes }: Ground,
): string | undefined {
  if (!replaced || talosControlPlane === undefined || (component !== 'kubernetes' && component !== 'talos')) return;
  const deadlock = controlPlaneDeadlocksOf(talosControlPlane).find(
    ({ when }) => when === 'every-rollout' || (when === 'one-machine' && controlPlanes === 1),
  );
  if (deadlock === undefined) return;
  return `replacing machines with talosControlPlane ${talosControlPlane} does not end: ${deadlock.what} (issue ${String(deadlock.issue)})`;
}
