import { hasKubernetesDocuments } from '../contract';
import { document } from '../document';
import type { Aspect } from '../target';

/** An annotation without meaning to anyone: Cluster API replaces the machines when the configuration changes. */
export const rolloutTrigger: Aspect = ({ pool, contract }) => {
  if (pool.rolloutTrigger === undefined) return [];
  const annotations = { 'rollout-trigger': pool.rolloutTrigger };
  return hasKubernetesDocuments(contract)
    ? [document('KubeNodeConfig', { annotations })]
    : [{ machine: { nodeAnnotations: annotations } }];
};
