import { describe, expect, it } from 'vitest';
import {
  contractOf,
  excludesControlPlaneFromLoadBalancers,
  hasCriDocuments,
  hasHostDnsDocument,
  hasInstallDocument,
  hasKubernetesDocuments,
  hasNetworkDocuments,
  olderContract,
} from '../../lib/talos/contract';

const predicates = {
  hasNetworkDocuments,
  hasKubernetesDocuments,
  hasHostDnsDocument,
  hasInstallDocument,
  hasCriDocuments,
  excludesControlPlaneFromLoadBalancers,
};

/** The predicates that hold, by contract. */
const matrix: Readonly<Record<string, readonly (keyof typeof predicates)[]>> = {
  'v1.10.9': ['excludesControlPlaneFromLoadBalancers'],
  'v1.11.6': ['excludesControlPlaneFromLoadBalancers'],
  'v1.12.2': ['excludesControlPlaneFromLoadBalancers', 'hasNetworkDocuments'],
  'v1.13.9': ['excludesControlPlaneFromLoadBalancers', 'hasNetworkDocuments'],
  'v1.14.0': [
    'hasNetworkDocuments',
    'hasKubernetesDocuments',
    'hasHostDnsDocument',
    'hasInstallDocument',
    'hasCriDocuments',
  ],
};

describe('contract', () => {
  it.each(Object.entries(matrix))('%s holds what its release reads', (version, expected) => {
    const holding = Object.entries(predicates).filter(([, holds]) => holds(contractOf(version)));
    expect(holding.map(([name]) => name).sort()).toEqual([...expected].sort());
  });

  it('is the minor version, whatever the patch release', () => {
    expect(contractOf('v1.12.0')).toBe(contractOf('v1.12.11'));
  });

  it('compares minors as numbers', () => {
    expect(olderContract(contractOf('v1.9.0'), contractOf('v1.10.0'))).toBe('1.9');
    expect(olderContract(contractOf('v1.14.0'), contractOf('v1.13.0'))).toBe('1.13');
  });
});
