import { hasKubernetesDocuments } from '../contract';
import { deletion, document } from '../document';
import { isControlPlane, type Aspect } from '../target';

/** Workloads on the control plane, where its pool is schedulable. */
export const scheduling: Aspect = (target) => {
  if (!isControlPlane(target) || !target.pool.schedulable) return [];
  return hasKubernetesDocuments(target.contract)
    ? [document('KubeNodeConfig', { taints: { 'node-role.kubernetes.io/control-plane': deletion } })]
    : [{ cluster: { allowSchedulingOnControlPlanes: true } }];
};
