import type { JsonObject } from '../../cluster';
import { hasKubernetesDocuments } from '../contract';
import { document } from '../document';
import type { Aspect } from '../target';

/** Labels and taints that the nodes of a pool give themselves. */
export const node: Aspect = ({ pool, contract }) => {
  const labels = present(Object.entries(pool.nodeLabels));
  const taints = present(
    pool.taints.map(({ key, value, effect }) => [key, value === '' ? effect : `${value}:${effect}`]),
  );
  if (labels === undefined && taints === undefined) return [];
  return hasKubernetesDocuments(contract)
    ? [document('KubeNodeConfig', { labels, taints })]
    : [{ machine: { nodeLabels: labels, nodeTaints: taints } }];
};

function present(entries: readonly (readonly [string, string])[]): JsonObject | undefined {
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}
