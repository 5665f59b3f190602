import { excludesControlPlaneFromLoadBalancers } from '../contract';
import { deletion } from '../document';
import { isControlPlane, type Aspect } from '../target';

/** Control planes that run workloads receive traffic of external load balancers. */
export const loadBalancers: Aspect = (target) => {
  // Talos refuses to delete a label that is not there
  if (!isControlPlane(target) || !target.pool.schedulable || !excludesControlPlaneFromLoadBalancers(target.contract))
    return [];
  return [{ machine: { nodeLabels: { 'node.kubernetes.io/exclude-from-external-load-balancers': deletion } } }];
};
