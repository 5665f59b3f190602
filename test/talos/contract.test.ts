import { describe, expect, it } from 'vitest';
import * as contracts from '../../lib/talos/contract';
import { contractOf, isKnownContract, newestContract, olderContract } from '../../lib/talos/contract';

const { hasNetworkDocuments, hasKubeSpanDocument, hasKubernetesDocuments, hasHostDnsDocument } = contracts;
const { hasInstallDocument, hasInstallerFromFactory, hasCriDocuments, hasDiscoveryDocuments, hasSysctlDocument } =
  contracts;
const { spellsOutFixedFeatures, listsEndpointInCertificate, takesKernelArgsFromImage, isHardenedByDefault } = contracts;

const predicates = {
  hasNetworkDocuments,
  hasKubeSpanDocument,
  hasKubernetesDocuments,
  hasHostDnsDocument,
  hasInstallDocument,
  hasInstallerFromFactory,
  hasCriDocuments,
  hasDiscoveryDocuments,
  hasSysctlDocument,
  spellsOutFixedFeatures,
  listsEndpointInCertificate,
  takesKernelArgsFromImage,
  isHardenedByDefault,
};
type Name = keyof typeof predicates;

const single: readonly Name[] = ['spellsOutFixedFeatures', 'listsEndpointInCertificate'];
const several: readonly Name[] = ['hasNetworkDocuments', 'takesKernelArgsFromImage'];

/** The predicates that hold, by contract. */
const matrix: Readonly<Record<string, readonly Name[]>> = {
  'v1.10.9': single,
  'v1.11.6': single,
  'v1.12.2': several,
  'v1.13.9': [...several, 'hasKubeSpanDocument'],
  'v1.14.1': [
    ...several,
    'hasKubeSpanDocument',
    'hasKubernetesDocuments',
    'hasHostDnsDocument',
    'hasInstallDocument',
    'hasInstallerFromFactory',
    'hasCriDocuments',
    'hasDiscoveryDocuments',
    'hasSysctlDocument',
    'isHardenedByDefault',
  ],
};

describe('contract', () => {
  it.each(Object.entries(matrix))('%s holds what its release reads', (version, expected) => {
    const holding = Object.entries(predicates).filter(([, holds]) => holds(contractOf(version)));
    expect(holding.map(([name]) => name).sort()).toEqual([...expected].sort());
  });

  it('has every predicate and the newest contract in the table above', () => {
    const functions = Object.entries(contracts).filter(
      ([, value]) => typeof value === 'function' && value.length === 1,
    );
    const others = ['contractOf', 'isKnownContract'];
    expect(
      functions
        .map(([name]) => name)
        .filter((name) => !others.includes(name))
        .sort(),
    ).toEqual(Object.keys(predicates).sort());
    expect(Object.keys(matrix).map(contractOf)).toContain(newestContract);
  });

  it('is known from 1.10 to the newest', () => {
    expect(Object.keys(matrix).map(contractOf).every(isKnownContract)).toBe(true);
    expect(['v1.9.0', 'v1.15.0', 'v2.0.0'].map(contractOf).some(isKnownContract)).toBe(false);
  });

  it('is the minor version, whatever the patch release', () => {
    expect(contractOf('v1.12.0')).toBe(contractOf('v1.12.11'));
  });

  it('compares minors as numbers', () => {
    expect(olderContract(contractOf('v1.9.0'), contractOf('v1.10.0'))).toBe('1.9');
    expect(olderContract(contractOf('v1.14.0'), contractOf('v1.13.0'))).toBe('1.13');
  });
});
