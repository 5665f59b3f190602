import type { KubernetesObject } from '../artifact';

/** Moments of a release that a tree has none of: nothing in it tests, rolls back or uninstalls. Source: Helm, "Chart Hooks" */
const NEVER = ['test', 'test-success', 'test-failure', 'pre-delete', 'post-delete', 'pre-rollback', 'post-rollback'];

/**
 * Whether an object belongs to the tree. One that only runs at a moment that never comes does not: applied as it stands, a
 * hook for uninstalling would uninstall. Those of installation and upgrade stay, with the annotations that Argo CD reads.
 */
export function belongsToTree({ metadata }: KubernetesObject): boolean {
  const { annotations } = metadata as { readonly annotations?: Readonly<Record<string, unknown>> | null };
  const hook = annotations?.['helm.sh/hook'];
  if (typeof hook !== 'string') return true;
  return !hook.split(',').every((moment) => NEVER.includes(moment.trim()));
}
