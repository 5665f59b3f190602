import { platformProvides } from '../../cluster';
import { hasKubernetesDocuments } from '../contract';
import { deletion, document } from '../document';
import { isControlPlane, type Aspect } from '../target';

/** Leaves pod networking and service routing to the platform's CNI: neither Flannel nor kube-proxy. */
export const cni: Aspect = (target) => {
  if (!isControlPlane(target) || !platformProvides(target.cluster, 'cni')) return [];
  return hasKubernetesDocuments(target.contract)
    ? [document('KubeFlannelCNIConfig', deletion), document('KubeProxyConfig', { enabled: false })]
    : [{ cluster: { network: { cni: { name: 'none' } }, proxy: { disabled: true } } }];
};
