// The folder: what stands in which file.
export { clusterApiFiles, manifestPath, manifestsOf, type ClusterApiManifest } from './files';
export { keepPrevious } from './generations';
export { withPreviousGenerations } from './kept-generations';
export { managementProblems, workerPools } from './managed';
export { apiVersions, type ApiVersions } from './contract';

// Cluster API itself.
export { ClusterApiCluster, clusterObject } from './core/cluster-api-cluster';
export { deploymentsOf, type Deployment } from './core/deployments';
export { MachineDeployment, machineDeploymentObject } from './core/machine-deployment';
export { MachineHealthCheck, machineHealthCheckObject } from './core/machine-health-check';

// Hetzner.
export { HCloudMachineTemplate, hcloudMachineTemplateObject } from './hetzner/hcloud-machine-template';
export {
  HCloudRemediationTemplate,
  hcloudRemediationTemplateObject,
  rebootOf,
} from './hetzner/hcloud-remediation-template';
export { HetznerCluster, hetznerClusterObject } from './hetzner/hetzner-cluster';
export { needsToken, TokenResourceSet, tokenResourceSetObject } from './hetzner/token-resource-set';

// vSphere.
export {
  VSphereDeploymentZone,
  vsphereDeploymentZoneObject,
  VSphereFailureDomain,
  vsphereFailureDomainObject,
} from './vsphere/failure-domain';
export { hasAddressPool, InClusterIPPool, ipPoolObject } from './vsphere/ip-pool';
export { VSphereCluster, vsphereClusterObject } from './vsphere/vsphere-cluster';
export {
  hasClusterIdentity,
  VSphereClusterIdentity,
  vsphereClusterIdentityObject,
} from './vsphere/vsphere-cluster-identity';
export { VSphereMachineTemplate, vsphereMachineTemplateObject } from './vsphere/vsphere-machine-template';

// Talos.
export { managedPatches } from './talos/pool-patches';
export { TalosConfigTemplate, talosConfigTemplateObject } from './talos/talos-config-template';
export { TalosControlPlane, talosControlPlaneObject } from './talos/talos-control-plane';

// Addons.
export {
  ClusterResourceSet,
  clusterResourceSetObject,
  type ClusterResourceSetProps,
} from './addons/cluster-resource-set';
export { HelmChartProxy, helmChartProxyObject } from './addons/helm-chart-proxy';
export { addonComponents, addonProblems, clusterLabels, clusterLabelsOf } from './addons/selection';

// Credentials, encrypted.
export { credentialFiles, credentialRules, credentialsPath } from './credentials/credential-files';
export { credentialObjects } from './credentials/credential-objects';

// Providers.
export {
  hasOperator,
  infrastructureNamespaces,
  OperatorProvider,
  operatorProviderObject,
  providersOfCluster,
} from './operator/provider-object';
export type { Provider, VersionedProvider } from './providers';
export { DeadlockResolver, type DeadlockResolverProps } from './deadlock-resolver/deadlock-resolver';
export { deadlockResolver, type DeadlockResolverSettings } from './deadlock-resolver/component';

// Network policies of the controllers.
export { ControllerPolicy, controllerPolicyObject, controllersOf, type Controller } from './cilium/controller-policy';
export { DefaultDeny, defaultDenyObject, hasCiliumPolicies } from './cilium/default-deny';

// Objects as they are read back.
export { listAt, memberAt, textAt } from './member';
export { objectsOf, type PlacedObject, type TreeFiles } from './tree-objects';

// What a change of the tree does to the machines.
export { rolloutPlan, type RolloutOptions, type RolloutPlan } from './rollout/plan';
export { rolloutReport, rolloutSummary } from './rollout/report';
export type { ControlPlaneRollout, Rollout, WorkerRollout } from './rollout/rollout';
export { simulateRollout, type Simulation, type SimulationOptions, type SimulationStep } from './rollout/simulation';
export { failureKinds, type Failure, type FailureKind } from './rollout/failure';

// What moves when a cluster takes over its own management.
export { pivotPlan, type PivotOptions, type PivotPlan } from './pivot/plan';
export { pivotReport } from './pivot/report';
