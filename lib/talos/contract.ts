import { compareMinor, minorOf } from '../cluster';

/**
 * Which machine configuration a version of Talos reads: its `major.minor`, e.g. `1.12`.
 * What differs between two contracts is named below and compared nowhere else.
 * Source: Talos `pkg/machinery/config/contract.go`, releases 1.10 to 1.14.
 */
export type Contract = string & { readonly contract: unique symbol };

/** The contract of an exact version such as `v1.12.2`. */
export function contractOf(version: string): Contract {
  return minorOf(version) as Contract;
}

/** The older of two contracts: what a generator writes whose own contract may be behind Talos. */
export function olderContract(a: Contract, b: Contract): Contract {
  return compareMinor(a, b) <= 0 ? a : b;
}

/** Hostname, links, resolvers and virtual addresses are documents of their own, not fields of `machine.network`. */
export function hasNetworkDocuments(contract: Contract): boolean {
  return since(contract, '1.12');
}

/** Kubernetes' components are documents of their own (`KubeletConfig`, `KubeAPIServerConfig`, …). */
export function hasKubernetesDocuments(contract: Contract): boolean {
  return since(contract, '1.14');
}

/** The host DNS resolver is configured in `ResolverConfig`. */
export function hasHostDnsDocument(contract: Contract): boolean {
  return since(contract, '1.14');
}

/** The installation is described by `UnattendedInstallConfig`. */
export function hasInstallDocument(contract: Contract): boolean {
  return since(contract, '1.14');
}

/** Parts of containerd's configuration are `CRICustomizationConfig` documents. */
export function hasCriDocuments(contract: Contract): boolean {
  return since(contract, '1.14');
}

/** Generated control planes carry the label that keeps them out of external load balancers. */
export function excludesControlPlaneFromLoadBalancers(contract: Contract): boolean {
  return !since(contract, '1.14');
}

function since(contract: Contract, first: string): boolean {
  return compareMinor(contract, first) >= 0;
}
