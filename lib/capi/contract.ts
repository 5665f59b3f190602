import {
  namedProviders,
  providerContract,
  type ClusterApi,
  type Duration,
  type HealthCheck,
  type Json,
  type JsonObject,
  type ManagedCluster,
  type NamedProvider,
  type ProviderContract,
  type WorkerRollout,
} from '../cluster';
import { groupOf, type KubernetesObject } from '../artifact';
import { contractOf, olderContract, type Contract } from '../talos';

// What differs between the versions of Cluster API and its providers: named here, and compared nowhere else.

/** API versions of the Cluster API kinds, as the providers of a definition serve them. */
export interface ApiVersions {
  readonly cluster: string;
  readonly addons: string;
  readonly helm: string;
  readonly infrastructure: string;
  readonly bootstrap: string;
  readonly controlPlane: string;
}

/** The providers that bring kinds of ours. */
type VersionedKinds = Exclude<NamedProvider, 'ipam'>;

/**
 * The newest version of a provider's kinds, by the contract that its release keeps. Source: the CRDs of cluster-api 1.10 to
 * 1.14 (`v1beta2` since 1.11), CAPH 1.x, CAPV 1.13 to 1.17, CABPT 0.6 and 0.7, CACPPT 0.5 and CAAPH 0.x.
 */
const versionsByContract: Readonly<Record<VersionedKinds, Readonly<Partial<Record<ProviderContract, string>>>>> = {
  core: { v1beta1: 'v1beta1', v1beta2: 'v1beta2' },
  hetzner: { v1beta1: 'v1beta1' },
  vsphere: { v1beta1: 'v1beta1', v1beta2: 'v1beta2' },
  talosBootstrap: { v1beta1: 'v1alpha3', v1beta2: 'v1beta1' },
  talosControlPlane: { v1beta1: 'v1alpha3' },
  helm: { v1beta1: 'v1alpha1', v1beta2: 'v1alpha1' },
};

/** Version of the kinds of cluster-api-operator. Source: its CRDs, releases 0.10 to 0.28. */
export const OPERATOR_API = 'operator.cluster.x-k8s.io/v1alpha2';

/** Version of the pools of the in-cluster IPAM provider. Source: its `api/v1alpha2`, releases 1.0 and 1.1. */
export const IP_POOL_API = 'ipam.cluster.x-k8s.io/v1alpha2';

/** The API versions that the providers of a cluster serve. */
export function apiVersions({ machines: { managedBy } }: ManagedCluster): ApiVersions {
  const core = versionOf('core', managedBy.core);
  const infrastructure =
    'hetzner' in managedBy ? versionOf('hetzner', managedBy.hetzner) : versionOf('vsphere', managedBy.vsphere);
  return {
    cluster: `cluster.x-k8s.io/${core}`,
    addons: `addons.cluster.x-k8s.io/${core}`,
    helm: `addons.cluster.x-k8s.io/${versionOf('helm', managedBy.helm)}`,
    infrastructure: `infrastructure.cluster.x-k8s.io/${infrastructure}`,
    bootstrap: `bootstrap.cluster.x-k8s.io/${versionOf('talosBootstrap', managedBy.talosBootstrap)}`,
    controlPlane: `controlplane.cluster.x-k8s.io/${versionOf('talosControlPlane', managedBy.talosControlPlane)}`,
  };
}

/** @throws Error for a contract whose kinds are not known; the catalogue of releases names none */
function versionOf(provider: VersionedKinds, release: string): string {
  const contract = providerContract(provider, release);
  const version = versionsByContract[provider][contract];
  if (version !== undefined) return version;
  throw new Error(
    `kinds of ${provider} under contract ${contract} are not known, got release ${release}; use an older release`,
  );
}

/** The exact versions of the providers of a cluster, in a fixed order. */
export function providerVersions(managedBy: ClusterApi): readonly (readonly [NamedProvider, string])[] {
  const versions: Readonly<Partial<Record<NamedProvider, string>>> = managedBy;
  return namedProviders(managedBy).map((name) => [name, versions[name] ?? ''] as const);
}

function hasV1beta2({ machines: { managedBy } }: ManagedCluster): boolean {
  return providerContract('core', managedBy.core) === 'v1beta2';
}

/** An object that others refer to. */
type Referred = Pick<KubernetesObject, 'apiVersion' | 'kind'> & { readonly metadata: { readonly name: string } };

/**
 * A reference from a kind of the core: with the version in `v1beta1`; in `v1beta2` by group alone, where the version comes
 * from the CRD's label. The namespace is the referrer's own.
 */
export function reference(cluster: ManagedCluster, { apiVersion, kind, metadata }: Referred): JsonObject {
  return hasV1beta2(cluster)
    ? { apiGroup: groupOf(apiVersion), kind, name: metadata.name }
    : { apiVersion, kind, name: metadata.name };
}

/** A reference that names the version under every contract: those of TalosControlPlane and of a health check's remediation. */
export function versionedReference({ apiVersion, kind, metadata }: Referred): JsonObject {
  return { apiVersion, kind, name: metadata.name };
}

/** What a health check says, in the words of the core's version. A duration is written as the controller writes it back. */
export function healthCheckFields(
  cluster: ManagedCluster,
  check: Omit<HealthCheck, 'maxUnhealthy'> & { readonly maxUnhealthy: number | string },
  remediation: Referred | undefined,
): JsonObject {
  const { nodeStartupTimeout, unhealthyAfter, maxUnhealthy } = check;
  const conditions = (timeout: JsonObject): Json =>
    ['False', 'Unknown'].map((status) => ({ type: 'Ready', status, ...timeout }));
  const templateRef = remediation && versionedReference(remediation);
  return hasV1beta2(cluster)
    ? {
        checks: {
          nodeStartupTimeoutSeconds: nodeStartupTimeout.seconds,
          unhealthyNodeConditions: conditions({ timeoutSeconds: unhealthyAfter.seconds }),
        },
        remediation: { triggerIf: { unhealthyLessThanOrEqualTo: maxUnhealthy }, templateRef },
      }
    : {
        maxUnhealthy,
        nodeStartupTimeout: nodeStartupTimeout.toGoString(),
        remediationTemplate: templateRef,
        unhealthyConditions: conditions({ timeout: unhealthyAfter.toGoString() }),
      };
}

/** How changed machines come to a MachineDeployment. */
export function rolloutFields(cluster: ManagedCluster, rollout: WorkerRollout): JsonObject {
  const strategy =
    rollout.kind === 'on-delete'
      ? { type: 'OnDelete' }
      : {
          type: 'RollingUpdate',
          rollingUpdate: { maxSurge: rollout.maxSurge, maxUnavailable: rollout.maxUnavailable },
        };
  return hasV1beta2(cluster) ? { rollout: { strategy } } : { strategy };
}

/** How long a machine of a MachineDeployment may take to let its pods go. */
export function drainFields(cluster: ManagedCluster, timeout: Duration | undefined): JsonObject {
  if (timeout === undefined) return {};
  return hasV1beta2(cluster)
    ? { deletion: { nodeDrainTimeoutSeconds: timeout.seconds } }
    : { nodeDrainTimeout: timeout.toGoString() };
}

/** The newest machine configuration that a release of the Talos bootstrap provider writes. Source: its `go.mod`. */
const bundledContract = contractOf('v1.13.0');

/**
 * The contract that the patches of a control plane must fit: the bootstrap provider writes the configuration with the
 * generator it bundles, which for all 0.6 releases knows nothing after 1.13, whatever Talos runs on the machine.
 */
export function bootstrapContract(
  { talosBootstrap }: Pick<ClusterApi, 'talosBootstrap'>,
  talosVersion: string,
): Contract {
  const wanted = contractOf(talosVersion);
  return talosBootstrap.startsWith('v0.6.') ? olderContract(wanted, bundledContract) : wanted;
}
