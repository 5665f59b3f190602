import { gt } from 'semver';
import { minorOf, talosSupport, type Problem } from '../../cluster';
import { conflictsOf } from './conflicts';
import { deadlocks, knownCandidates, type Ground } from './moves';
import { entriesOf, type UpgradeTarget } from './target';
import { upgradeComponents, type UpgradeComponent, type VersionSet } from './version-set';

/** Why no upgrade starts at the versions of a cluster; empty where one may. */
export function startProblems(from: VersionSet): Problem[] {
  if (talosSupport[minorOf(from.talos)] === undefined)
    return [
      {
        path: 'versions.talos',
        what: 'an unknown release',
        got: from.talos,
        allowed: Object.keys(talosSupport).join(', '),
        fix: 'choose a release that the catalogue knows',
      },
    ];
  return pairConflicts(from).map((what) => ({
    path: 'versions',
    what: `the versions of the cluster do not go together: ${what}`,
    got: { kubernetes: from.kubernetes, talos: from.talos },
    fix: 'bring them to a supported pair first',
  }));
}

/** Why a target that is no mistake by itself cannot be reached. */
export function unreachableProblems(
  from: VersionSet,
  wanted: UpgradeTarget,
  target: UpgradeTarget,
  ground: Ground,
): Problem[] {
  const end: VersionSet = { ...from, ...wanted };
  const pair = pairConflicts(end);
  const asked = entriesOf(target)
    .map(([name, version]) => `${name}=${version}`)
    .join(',');
  if (pair.length > 0)
    return pair.map((what) => ({
      path: 'to',
      what: `outside the support window: ${what}`,
      got: asked,
      allowed: `kubernetes ${(talosSupport[minorOf(end.talos)] ?? []).join(' to ')} with talos ${end.talos}`,
      fix: target.talos === undefined ? 'name a newer talos too' : 'ask for a pair inside the window',
    }));
  const blocked = upgradeComponents.flatMap((name) => blockedBy(name, end, target, ground));
  return (blocked.length > 0 ? blocked : ['no sequence of supported steps leads there']).map((what) => ({
    path: 'to',
    what,
    got: asked,
    fix: 'ask for the nearest versions that can be reached, or wait for a release that supports these',
  }));
}

/** What stands against the end of a path, whichever release of the component is chosen. */
function blockedBy(name: UpgradeComponent, end: VersionSet, target: UpgradeTarget, ground: Ground): string[] {
  const version = end[name];
  if (version === undefined || name === 'talos' || name === 'kubernetes') return [];
  const newer =
    target[name] === undefined ? knownCandidates(end, {})[name].filter((candidate) => gt(candidate, version)) : [];
  const attempts = [version, ...newer].map((candidate) => {
    const versions = { ...end, [name]: candidate };
    const rolling = name === 'talosControlPlane' ? deadlocks('talos', versions, ground) : undefined;
    const found = conflictsOf(versions).filter(({ components: [by, what] }) => by === name && isAsked(what, target));
    return [...found.map(({ what }) => what), ...(rolling === undefined ? [] : [rolling])];
  });
  // the last attempt is the newest release: what it cannot do, none can
  return attempts.every((found) => found.length > 0) ? (attempts.at(-1) ?? []) : [];
}

function isAsked(name: UpgradeComponent, target: UpgradeTarget): boolean {
  return target[name] !== undefined || name === 'core';
}

function pairConflicts(versions: VersionSet): string[] {
  return conflictsOf({ kubernetes: versions.kubernetes, talos: versions.talos }).map(({ what }) => what);
}
