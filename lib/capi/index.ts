// The folder: what stands in which file.
export { clusterApiFiles, manifestPath, manifestsOf, type ClusterApiManifest } from './files';
export { managementProblems } from './managed';

// Cluster API itself.
export { ClusterApiCluster, clusterObject } from './core/cluster-api-cluster';
export { MachineHealthCheck, machineHealthCheckObject } from './core/machine-health-check';

// Hetzner.
export { HCloudMachineTemplate, hcloudMachineTemplateObject } from './hetzner/hcloud-machine-template';
export { HetznerCluster, hetznerClusterObject } from './hetzner/hetzner-cluster';
export { ClusterResourceSet, clusterResourceSetObject, needsToken } from './hetzner/token-resource-set';

// Talos.
export { TalosControlPlane, talosControlPlaneObject } from './talos/talos-control-plane';

// Addons.
export { HelmChartProxy, helmChartProxyObject } from './addons/helm-chart-proxy';
export { addonComponents, addonProblems, clusterLabels, clusterLabelsOf } from './addons/selection';

// Network policies of the controllers.
export { ControllerPolicy, controllerPolicyObject, controllers, type Controller } from './cilium/controller-policy';
export { DefaultDeny, defaultDenyObject, hasCiliumPolicies } from './cilium/default-deny';
