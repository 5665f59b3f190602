import { lt } from 'semver';
import {
  providerLines,
  providerNames,
  servedContracts,
  talosSupport,
  type MinorWindow,
  type ProviderLine,
  type ProviderName,
} from '../../cluster';
import { minor, minorsUp } from './minor';
import type { UpgradeComponent, VersionSet } from './version-set';

/** Two versions that do not go together. */
export interface Conflict {
  /** The one that sets the limit, and the one beyond it. */
  readonly components: readonly [UpgradeComponent, UpgradeComponent];
  /** Lower case, no full stop, e.g. `talos v1.12.2 supports kubernetes 1.30 to 1.35, not v1.36.3`. */
  readonly what: string;
}

/** What of a set of versions does not go together, by the catalogues; what they do not know is no conflict. */
export function conflictsOf(versions: VersionSet): Conflict[] {
  const { talos, kubernetes, core } = versions;
  return [
    ...outside(['talos', talos], ['kubernetes', kubernetes], talosSupport[minor(talos).text]),
    ...providerNames.flatMap((name) => {
      const version = versions[name];
      const line = version === undefined ? undefined : lineOf(name, version);
      if (version === undefined || line === undefined) return [];
      return [
        ...outside([name, version], ['kubernetes', kubernetes], line.kubernetes),
        ...tooEarly([name, version], kubernetes, line.since),
        ...outside([name, version], ['talos', talos], line.talos),
        ...(core === undefined || name === 'core' ? [] : coreConflicts([name, version], line, core)),
      ];
    }),
  ];
}

/** What the catalogue knows of the releases that share a provider's minor. */
export function lineOf(name: ProviderName, version: string): ProviderLine | undefined {
  return providerLines[name][minor(version).text];
}

type Versioned = readonly [name: UpgradeComponent, version: string];

function outside([by, at]: Versioned, [what, version]: Versioned, window: MinorWindow | undefined): Conflict[] {
  if (window === undefined || inWindow(version, window)) return [];
  const [first, last] = window;
  return [{ components: [by, what], what: `${by} ${at} supports ${what} ${first} to ${last}, not ${version}` }];
}

function tooEarly([by, at]: Versioned, kubernetes: string, since: ProviderLine['since']): Conflict[] {
  const first = since?.[minor(kubernetes).text];
  if (first === undefined || !lt(at, first)) return [];
  return [
    {
      components: [by, 'kubernetes'],
      what: `${by} supports kubernetes ${minor(kubernetes).text} from ${first}, not ${at}`,
    },
  ];
}

function coreConflicts([name, version]: Versioned, line: ProviderLine, core: string): Conflict[] {
  const served = servedContracts[lineOf('core', core)?.contract ?? line.contract];
  const contract: Conflict[] = served.includes(line.contract)
    ? []
    : [
        {
          components: ['core', name],
          what: `core ${core} serves contract ${served.join(' and ')}, not ${line.contract} of ${name} ${version}`,
        },
      ];
  return [...contract, ...outside([name, version], ['core', core], line.core)];
}

/** Whether a version is of a minor inside a window. */
export function inWindow(version: string, [first, last]: MinorWindow): boolean {
  return minorsUp(first, version) >= 0 && minorsUp(version, last) >= 0;
}
