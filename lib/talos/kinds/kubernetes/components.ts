import { hasKubernetesDocuments } from '../../contract';
import { document, type ConfigDocument } from '../../document';
import { isControlPlane, kubernetesImage, type GenerateInputs } from '../../generate/inputs';

export const CONTROLLER_MANAGER = 'registry.k8s.io/kube-controller-manager';
export const SCHEDULER = 'registry.k8s.io/kube-scheduler';
export const PROXY = 'registry.k8s.io/kube-proxy';

/** The rest of the control plane, the pod network that Talos brings, and cluster DNS. */
export function components(inputs: GenerateInputs): readonly ConfigDocument[] {
  const { contract, cluster, options } = inputs;
  if (!hasKubernetesDocuments(contract) || !isControlPlane(inputs)) return [];
  const manifest = options?.customCniUrl;
  return [
    document('KubeControllerManagerConfig', { image: kubernetesImage(CONTROLLER_MANAGER, cluster) }),
    document('KubeSchedulerConfig', { image: kubernetesImage(SCHEDULER, cluster), config: {} }),
    document('KubeProxyConfig', { image: kubernetesImage(PROXY, cluster), config: {} }),
    ...(manifest ? [] : [document('KubeFlannelCNIConfig', { backendType: 'vxlan', backendPort: 4789 })]),
    document('KubeCoreDNSConfig', { enabled: true }),
    ...(manifest ? [document('KubeExternalManifestConfig', { url: manifest }, 'custom-cni')] : []),
  ];
}
