export { Cidr, Ip } from './address';
export { chainOf, link, type Link } from './chain';
export type { Cluster, ClusterDefinition } from './cluster';
export { beforeDecryption, decryptionOf, type Decryption } from './decryption';
export { check, defineCluster } from './define';
export { deliveredBy, deliveredSecrets, holdsAgeIdentity, type DeliveredSecret } from './delivered-secrets';
export { Duration } from './duration';
export {
  clusterApi,
  type ClusterApi,
  type HealthCheck,
  type HetznerClusterApi,
  type Reboot,
  type VsphereClusterApi,
} from './infrastructure/cluster-api';
export {
  hetzner,
  type Hetzner,
  type HetznerOptions,
  type HetznerPool,
  type HetznerWorkerPool,
} from './infrastructure/hetzner';
export { isHetznerUpload, type HetznerImage, type HetznerUpload } from './infrastructure/hetzner-image';
export {
  hetznerBalancerAddress,
  hetznerLocation,
  hetznerPlacementGroup,
  type HetznerMachinesInfrastructure,
  type HetznerMachinesOptions,
  type HetznerServerPool,
} from './infrastructure/hetzner-machines';
export type { HetznerAllow, HetznerFirewall } from './infrastructure/hetzner-parts';
export { hetznerArchitecture, smallestHetznerType } from './infrastructure/hetzner-types';
export { previousMachineName, type ListedPool, type ListedPools } from './infrastructure/listed-machines';
export { onDelete, placeList, rollingUpdate, type WorkerRollout } from './infrastructure/managed-pool';
export { comesFromMachine } from './infrastructure/node-labels';
export {
  addressPool,
  type ManagedVsphere,
  type ManagedVsphereOptions,
  type ManagedVspherePool,
  type VsphereZone,
} from './infrastructure/managed-vsphere';
export { namedProviders, providerContract, type NamedProvider } from './infrastructure/provider-rules';
export { resolveState } from './infrastructure/resolve-state';
export {
  gcsState,
  httpState,
  kubernetesState,
  localState,
  s3State,
  type TerraformState,
  type TerraformStateDefinition,
} from './infrastructure/terraform-state';
export { vsphere, type Vsphere, type VsphereOptions, type VspherePool } from './infrastructure/vsphere';
export { machineWarnings, type Infrastructure } from './infrastructure';
export { inClusterService, type InClusterService } from './in-cluster-host';
export type { Json, JsonObject } from './json';
export { isMisspelled, nearest } from './nearest';
export { machineName, talosImageName, talosTemplateName } from './names';
export {
  appOfApps,
  applicationSet,
  argoCd,
  argoCdWorkloads,
  type ArgoCd,
  type ArgoCdOptions,
  type ArgoCdWorkload,
} from './ports/argo-cd';
export type { ArgoCdLogin, ArgoCdServer } from './ports/argo-cd-server';
export { podSecurityLevels } from './ports/component';
export type {
  Component,
  DecryptedForm,
  HelmChart,
  ObjectReference,
  PodSecurityLevel,
  UpstreamManifests,
  Webhook,
} from './ports/component';
export { ageIdentity, type AgeIdentity, type ComponentSecret, type SecretValue } from './ports/component-secret';
export type { Engine } from './ports/engine';
export {
  driftModes,
  flux,
  fluxApps,
  fluxComponents,
  fluxStages,
  webhookTypes,
  type DriftMode,
  type Flux,
  type FluxOptions,
  type WebhookType,
} from './ports/flux';
export { deployKey, gitToken, type FluxAccess } from './ports/flux-access';
export {
  fluxControllers,
  fluxManifests,
  fluxOperator,
  type FluxController,
  type FluxInstall,
  type FluxPatch,
} from './ports/flux-install';
export type { Machine, MachinePool, MachineRole, Taint } from './ports/infrastructure';
export type { Repository } from './ports/repository';
export { externalSecrets, sops, type SecretDeliveryChoice, type SopsDelivery } from './ports/secret-delivery';
export { addons, stage, type Carrier, type Stage } from './ports/stage';
export { apiPorts, kubePrism, talos, type NodeSystem, type Talos, type TalosOptions } from './ports/system';
export { publicImageFactory } from './ports/talos-image';
export {
  machineScopes,
  placedDocuments,
  poolScopes,
  type DocumentScope,
  type TalosDocumentEntry,
} from './ports/talos-documents';
export type { PodPeer, Traffic, TrafficPeer, TrafficPort, TrafficRule } from './ports/traffic';
export type { ClusterFacts } from './facts';
export { endpointUrl, type Network } from './network';
export { DefinitionError, formatProblem, listProblems, type Problem } from './problem';
export { defineProject, type Project } from './project';
export { isManaged, isOnHetznerCloud, platformProvides, runsArgoCd, runsFlux, type ManagedCluster } from './queries';
export { needsOf, providersOf, reach, type Needs, type Reached } from './reach';
export {
  componentId,
  placedComponents,
  resolveRequirements,
  satisfiedBy,
  type PlacedComponent,
  type Requirement,
} from './requirements';
export { secret, secretSource, type SecretRef } from './secret';
export { decryptedForm, decryptingComponents, secretDelivery, type SecretForm } from './secret-delivery';
export { secretReaders } from './secret-readers';
export { GiB, MiB, Size } from './size';
export { treePaths, type TreePaths } from './tree-paths';
export { compareMinor, isExactRelease, minorOf } from './version';

// What works with what, dated.
export {
  controlPlaneDeadlocks,
  controlPlaneDeadlocksOf,
  type ControlPlaneDeadlock,
} from './catalogue/control-plane-deadlocks';
export {
  hetznerLimits,
  hetznerLoadBalancers,
  hetznerLocations,
  hetznerServerTypes,
  type HetznerDeprecation,
  type HetznerServerType,
} from './catalogue/hetzner';
export { kubernetesReleases } from './catalogue/kubernetes';
export {
  CORE_MINORS_AT_ONCE,
  providerLines,
  providerNames,
  servedContracts,
  type MinorWindow,
  type ProviderContract,
  type ProviderLine,
  type ProviderName,
} from './catalogue/providers';
export { talosReleases, talosSupport, talosUpgradesFrom } from './catalogue/talos';
export { talosRoles, talosRolesOf, type TalosRole } from './catalogue/talos-roles';
