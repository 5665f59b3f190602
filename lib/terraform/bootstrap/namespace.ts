import type { KubernetesObject } from '../../artifact';

/** Pod Security levels of a namespace. Source: Kubernetes documentation, "Pod Security Standards". */
type PodSecurity = 'privileged' | 'baseline' | 'restricted';

/** A namespace with its Pod Security level, for all three modes. */
export function namespaceObject(name: string, podSecurity?: PodSecurity): KubernetesObject {
  const modes = podSecurity === undefined ? [] : ['audit', 'enforce', 'warn'];
  const labels = Object.fromEntries(modes.map((mode) => [`pod-security.kubernetes.io/${mode}`, podSecurity]));
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name, ...(modes.length > 0 && { labels }) } };
}
