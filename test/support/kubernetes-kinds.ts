/** API groups that every Kubernetes serves, without a CustomResourceDefinition. */
const builtIn = new Set([
  'admissionregistration.k8s.io',
  'apiextensions.k8s.io',
  'apiregistration.k8s.io',
  'apps',
  'autoscaling',
  'batch',
  'certificates.k8s.io',
  'coordination.k8s.io',
  'discovery.k8s.io',
  'networking.k8s.io',
  'node.k8s.io',
  'policy',
  'rbac.authorization.k8s.io',
  'scheduling.k8s.io',
  'storage.k8s.io',
  // Talos serves it to whoever may call its API; there is no definition to wait for
  'talos.dev',
]);

/** Group of a kind that some definition must bring; `undefined` for what Kubernetes itself serves. */
export function groupOfKubernetes(apiVersion: string): string | undefined {
  const [group, version] = apiVersion.split('/');
  return group === undefined || version === undefined || builtIn.has(group) ? undefined : group;
}

/** Kinds that stand in no namespace. */
export const clusterScoped: ReadonlySet<string> = new Set([
  'APIService',
  'CiliumBGPAdvertisement',
  'CiliumBGPClusterConfig',
  'CiliumBGPPeerConfig',
  'CiliumClusterwideNetworkPolicy',
  'CiliumL2AnnouncementPolicy',
  'CiliumLoadBalancerIPPool',
  'ClusterCatalog',
  'ClusterExtension',
  'ClusterIssuer',
  'ClusterPolicy',
  'ClusterRole',
  'ClusterRoleBinding',
  'ClusterSecretStore',
  'CustomResourceDefinition',
  'GatewayClass',
  'IngressClass',
  'KubernetesUpgrade',
  'MutatingWebhookConfiguration',
  'Namespace',
  'PersistentVolume',
  'PriorityClass',
  'StorageClass',
  'TalosUpgrade',
  'ValidatingWebhookConfiguration',
  'VolumeSnapshotClass',
]);
