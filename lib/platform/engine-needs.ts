import { platformProvides, type ComponentSecret, type Stage } from '../cluster';

/** What a GitOps engine cannot do without before it carries anything. */
export interface EngineNeeds {
  /** Name for people, e.g. `flux`. */
  readonly name: string;
  readonly namespace: string;
  /** Capabilities of components that must run before it. */
  readonly requires: readonly string[];
  /** Secrets that it reads itself: its key, its access to the repository. */
  readonly secrets: readonly ComponentSecret[];
}

/**
 * What every pod needs of its node, and what the nodes leave to the platform as soon as a component provides it: the pod
 * network, names, and the cloud's word that a node may take pods.
 */
export const nodeCapabilities = ['cni', 'dns', 'cloud-provider'] as const;

/** What a pod of the cluster waits for: of the node's capabilities those that the platform brings. */
export function podRequirements(cluster: { readonly platform: readonly Stage[] }): readonly string[] {
  return nodeCapabilities.filter((capability) => platformProvides(cluster, capability));
}
