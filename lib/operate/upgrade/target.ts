import { gt } from 'semver';
import {
  isExactRelease,
  kubernetesReleases,
  minorOf,
  nearest,
  providerLines,
  talosSupport,
  type Problem,
} from '../../cluster';
import { upgradeComponents, type UpgradeComponent, type VersionSet } from './version-set';

/** The versions that an upgrade asks for, by component. */
export type UpgradeTarget = Readonly<Partial<Record<UpgradeComponent, string>>>;

/**
 * Reads `kubernetes=v1.36.3,talos=v1.13.9`; what could be read is the target, and every mistake of form a problem. Whether
 * the versions make sense is for `targetProblems`.
 */
export function parseUpgradeTarget(text: string): { readonly target: UpgradeTarget; readonly problems: Problem[] } {
  const target: Partial<Record<UpgradeComponent, string>> = {};
  const problems: Problem[] = [];
  for (const part of text.split(',').map((piece) => piece.trim())) {
    const [, key = '', version = ''] = /^([^=]*)=?(.*)$/.exec(part) ?? [];
    if (!isComponent(key)) problems.push(unknownKey(key));
    else if (target[key] !== undefined)
      problems.push({ path: key, what: 'given twice', got: version, fix: 'give one version of each' });
    else target[key] = version;
  }
  return { target, problems };
}

/** What is wrong with the versions of a target, each for itself and, where they are known, against those of the cluster. */
export function targetProblems(target: UpgradeTarget, current?: VersionSet): Problem[] {
  const asked = entriesOf(target);
  if (asked.length === 0)
    return [{ path: 'to', what: 'no version is asked for', got: target, fix: 'name one, such as kubernetes=v1.36.3' }];
  return asked.flatMap(([component, version]) => {
    const mistakes = versionProblems(component, version);
    if (mistakes.length > 0 || current === undefined) return mistakes;
    const now = current[component];
    if (now === undefined)
      return [
        {
          path: component,
          what: 'the cluster has no such provider',
          got: version,
          allowed: upgradeComponents.filter((name) => current[name] !== undefined).join(', '),
          fix: 'leave it out',
        },
      ];
    if (gt(now, version))
      return [
        {
          path: component,
          what: 'a downgrade',
          got: version,
          allowed: `${now} or newer`,
          fix: 'restore a backup instead; neither Kubernetes nor its data goes back',
        },
      ];
    return [];
  });
}

/** The components of a target with their versions, in the order of `upgradeComponents`. */
export function entriesOf(target: UpgradeTarget): (readonly [UpgradeComponent, string])[] {
  return upgradeComponents.flatMap((component) => {
    const version = target[component];
    return version === undefined ? [] : [[component, version] as const];
  });
}

/** The part of a target that are versions at all; what is not can be no place to go. */
export function exactOnes(target: UpgradeTarget): Partial<VersionSet> {
  return Object.fromEntries(entriesOf(target).filter(([, version]) => isExactRelease(version)));
}

function versionProblems(component: UpgradeComponent, version: string): Problem[] {
  if (!isExactRelease(version)) {
    const fix = isExactRelease(`v${version}`) ? `write v${version}` : 'name one release, such as v1.36.3';
    return [{ path: component, what: 'not an exact version', got: version, allowed: 'a version such as v1.36.3', fix }];
  }
  const known = knownMinors(component);
  if (known.includes(minorOf(version))) return [];
  return [
    {
      path: component,
      what: 'an unknown release',
      got: version,
      allowed: known.join(', '),
      fix: `choose a release of a minor that the catalogue knows; nearest ${nearestMinor(minorOf(version), known)}`,
    },
  ];
}

function knownMinors(component: UpgradeComponent): readonly string[] {
  if (component === 'talos') return Object.keys(talosSupport);
  return Object.keys(component === 'kubernetes' ? kubernetesReleases : providerLines[component]);
}

/** The minors are in order: the nearest is the last below, or the first of all. */
function nearestMinor(minor: string, known: readonly string[]): string {
  const value = (text: string) => text.split('.').reduce((sum, part) => sum * 1000 + Number(part), 0);
  return known.filter((candidate) => value(candidate) <= value(minor)).at(-1) ?? known[0] ?? minor;
}

function unknownKey(key: string): Problem {
  return {
    path: key === '' ? 'to' : key,
    what: 'unknown key',
    allowed: upgradeComponents.join(', '),
    fix: key === '' ? 'write key=version, separated by commas' : `did you mean ${nearest(key, upgradeComponents)}?`,
  };
}

function isComponent(key: string): key is UpgradeComponent {
  return (upgradeComponents as readonly string[]).includes(key);
}
