import { kubePrism } from '../../../cluster';
import { hasKubernetesDocuments } from '../../contract';
import { document, type ConfigDocument } from '../../document';
import { defaultSubnets, isControlPlane, kubernetesImage, when, type GenerateInputs } from '../../generate/inputs';

/** Repository of the kubelet's image. Source: Talos `constants`. */
export const KUBELET = 'ghcr.io/siderolabs/kubelet';

export const CONTROL_PLANE = 'node-role.kubernetes.io/control-plane';
export const NOT_BALANCED = 'node.kubernetes.io/exclude-from-external-load-balancers';

/** What every node of Kubernetes has: `KubeClusterConfig`, `KubeNodeConfig`, `KubeletConfig` and `KubeNetworkConfig`. */
export function kubernetesNode(inputs: GenerateInputs): readonly ConfigDocument[] {
  if (!hasKubernetesDocuments(inputs.contract)) return [];
  const { cluster, options = {} } = inputs;
  const tainted = isControlPlane(inputs) && options.allowSchedulingOnControlPlanes !== true;
  return [
    document('KubeClusterConfig', { clusterName: cluster.name, endpoint: cluster.endpoint }),
    document('KubeNodeConfig', {
      nodeIP: {},
      labels: when(isControlPlane(inputs), { [CONTROL_PLANE]: '', [NOT_BALANCED]: '' }),
      taints: when(tainted, { [CONTROL_PLANE]: 'NoSchedule' }),
    }),
    document('KubeletConfig', {
      image: kubernetesImage(KUBELET, cluster),
      config: {},
      defaultRuntimeSeccompProfileEnabled: true,
    }),
    document('KubeNetworkConfig', subnets(inputs)),
  ];
}

/** `KubePrismConfig`, unless the port is 0. */
export function kubePrismDocument({ options }: GenerateInputs): readonly ConfigDocument[] {
  const port = options?.kubePrismPort ?? kubePrism.port;
  return port > 0 ? [document('KubePrismConfig', { port })] : [];
}

/** Networks of pods and services, and the DNS domain of services. */
export function subnets({ cluster }: GenerateInputs) {
  return {
    dnsDomain: cluster.dnsDomain ?? defaultSubnets.dnsDomain,
    podSubnets: cluster.podSubnets ?? defaultSubnets.pods,
    serviceSubnets: cluster.serviceSubnets ?? defaultSubnets.services,
  };
}
