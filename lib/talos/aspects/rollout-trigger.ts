import { hasKubernetesDocuments } from '../contract';
import { document } from '../document';
import { isControlPlane, type Aspect } from '../target';

/** An annotation without meaning to anyone: Cluster API replaces the machines when the configuration changes. */
export const rolloutTrigger: Aspect = (target) => {
  const { machines } = target.cluster;
  const trigger = machines.kind === 'hetzner' ? machines.managedBy.rolloutTrigger : undefined;
  if (trigger === undefined || !isControlPlane(target)) return [];
  const annotations = { 'rollout-trigger': trigger };
  return hasKubernetesDocuments(target.contract)
    ? [document('KubeNodeConfig', { annotations })]
    : [{ machine: { nodeAnnotations: annotations } }];
};
