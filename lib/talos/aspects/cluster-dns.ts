import { platformProvides } from '../../cluster';
import { hasKubernetesDocuments } from '../contract';
import { document } from '../document';
import { isControlPlane, type Aspect } from '../target';

/** Leaves the cluster's names to the platform, where one of its components answers for them. */
export const clusterDns: Aspect = (target) => {
  if (!isControlPlane(target) || !platformProvides(target.cluster, 'dns')) return [];
  return hasKubernetesDocuments(target.contract)
    ? [document('KubeCoreDNSConfig', { enabled: false })]
    : [{ cluster: { coreDNS: { disabled: true } } }];
};
