import { hasKubernetesDocuments } from '../contract';
import { deletion, document } from '../document';
import { isControlPlane, type Aspect } from '../target';

/** Generated control planes carry this label, which keeps them out of external load balancers. */
const LABELS = { 'node.kubernetes.io/exclude-from-external-load-balancers': deletion };

/** Control planes that run workloads receive traffic of external load balancers. */
export const loadBalancers: Aspect = (target) => {
  if (!isControlPlane(target) || !target.pool.schedulable) return [];
  return hasKubernetesDocuments(target.contract)
    ? [document('KubeNodeConfig', { labels: LABELS })]
    : [{ machine: { nodeLabels: LABELS } }];
};
