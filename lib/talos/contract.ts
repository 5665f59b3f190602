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

/** The newest contract that is known here. */
export const newestContract = '1.14' as Contract;

/** Whether this file knows what the contract holds. */
export function isKnownContract(contract: Contract): boolean {
  return since(contract, '1.10') && compareMinor(contract, newestContract) <= 0;
}

/** Hostname, links, resolvers, virtual addresses and registries are documents of their own, not fields of `machine`. */
export function hasNetworkDocuments(contract: Contract): boolean {
  return since(contract, '1.12');
}

/** Features that no one turns off any more (RBAC, stable host names, no pod security policies) are still spelled out. */
export function spellsOutFixedFeatures(contract: Contract): boolean {
  return !since(contract, '1.12');
}

/** The API server's certificate names the endpoint only where the configuration lists it. */
export function listsEndpointInCertificate(contract: Contract): boolean {
  return !since(contract, '1.12');
}

/** GRUB takes the kernel's command line from the boot image, which excludes arguments in the configuration. */
export function takesKernelArgsFromImage(contract: Contract): boolean {
  return since(contract, '1.12');
}

/** KubeSpan is `KubeSpanConfig`; before, it and its empty section stand in `machine.network`. */
export function hasKubeSpanDocument(contract: Contract): boolean {
  return since(contract, '1.13');
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

/** The stock installer is published by the image factory; before, it is a container image of its own. */
export function hasInstallerFromFactory(contract: Contract): boolean {
  return since(contract, '1.14');
}

/** Parts of containerd's configuration are `CRICustomizationConfig` documents. */
export function hasCriDocuments(contract: Contract): boolean {
  return since(contract, '1.14');
}

/** The cluster's identity and its discovery service are documents of their own. */
export function hasDiscoveryDocuments(contract: Contract): boolean {
  return since(contract, '1.14');
}

/** Kernel parameters are a `SysctlConfig`. */
export function hasSysctlDocument(contract: Contract): boolean {
  return since(contract, '1.14');
}

/** New machines trim their file systems, mount /var without programs and isolate workloads. */
export function isHardenedByDefault(contract: Contract): boolean {
  return since(contract, '1.14');
}

/** Whether a contract has what came with another. For kinds of documents alone, which name their own in one place each. */
export function since(contract: Contract, first: string): boolean {
  return compareMinor(contract, first) >= 0;
}
