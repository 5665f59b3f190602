import { providerLines, servedContracts, type ProviderContract, type ProviderName } from '../catalogue/providers';
import type { Problem } from '../problem';
import { compareMinor, isExactRelease, minorOf } from '../version';

/** A provider by its key in `clusterApi({ … })`, the core among them. */
export type NamedProvider = ProviderName | 'ipam';

/** The exact versions that a definition names. */
export type ProviderVersions = { readonly core: string } & Readonly<Partial<Record<NamedProvider, string>>>;

type Lines = Readonly<Record<string, { readonly contract: ProviderContract }>>;

/** Source of `ipam`: `metadata.yaml` of the in-cluster IPAM provider 1.0 and 1.1, as of 2026-08. */
const lines: Readonly<Record<NamedProvider, Lines>> = {
  ...providerLines,
  ipam: { '1.0': { contract: 'v1beta1' }, '1.1': { contract: 'v1beta2' } },
};

/** The providers that a definition names, the core first. */
export function namedProviders(versions: ProviderVersions): readonly NamedProvider[] {
  return (Object.keys(lines) as NamedProvider[]).filter((name) => versions[name] !== undefined);
}

/**
 * Contract that a release of a provider keeps; of the core, the newest that it serves.
 *
 * @throws Error for a release line that is not known; a checked definition names none
 */
export function providerContract(provider: NamedProvider, version: string): ProviderContract {
  const line = lines[provider][minorOf(version)];
  if (line === undefined) {
    throw new Error(
      `unknown release line of ${provider}, got ${version}; use one of ${inOrder(lines[provider]).join(', ')}`,
    );
  }
  return line.contract;
}

/** What is wrong with the providers of a definition: release lines that nobody knows, and mixes that do not fit together. */
export function providerProblems(versions: ProviderVersions): Problem[] {
  const core = lines.core[minorOf(versions.core)];
  return namedProviders(versions).flatMap((name) => {
    const version = versions[name] ?? '';
    // another rule speaks of what is no version
    if (!isExactRelease(version)) return [];
    const line = lines[name][minorOf(version)];
    if (line === undefined) return [unknownLine(name, version)];
    if (name === 'core' || core === undefined || serves(core, line)) return [];
    return [mismatch(name, version, versions.core, line.contract)];
  });
}

function serves(core: Lines[string], provider: Lines[string]): boolean {
  return servedContracts[core.contract].includes(provider.contract);
}

function unknownLine(name: NamedProvider, got: string): Problem {
  return {
    path: `machines.managedBy.${name}`,
    what: 'unknown release line',
    got,
    allowed: `releases of ${inOrder(lines[name]).join(', ')}`,
    fix: 'choose one of these lines',
  };
}

function mismatch(name: NamedProvider, got: string, coreVersion: string, contract: ProviderContract): Problem {
  const core = { contract: providerContract('core', coreVersion) };
  const fitting = inOrder(lines[name], (line) => serves(core, line));
  const cores = inOrder(lines.core, (line) => serves(line, { contract }));
  return {
    path: `machines.managedBy.${name}`,
    what: `the release keeps contract ${contract}, which core ${coreVersion} does not serve`,
    got,
    allowed: `${fitting.length === 0 ? 'no release' : `releases of ${fitting.join(', ')}`} with this core`,
    fix: `change it, or take a core of ${cores.join(', ')}`,
  };
}

function inOrder(all: Lines, wanted: (line: Lines[string]) => boolean = () => true): readonly string[] {
  return Object.entries(all)
    .filter(([, line]) => wanted(line))
    .map(([name]) => name)
    .sort(compareMinor);
}
