import { groupOf, type KubernetesObject } from '../../artifact';
import { memberAt } from '../member';
import { isClusterApi } from '../tree-objects';

/** Labels by which an object moves whoever owns it, alone or with all that it owns. Source: Cluster API `cmd/clusterctl/api/v1alpha3/labels.go`. */
export const moveLabels = {
  alone: 'clusterctl.cluster.x-k8s.io/move',
  withHierarchy: 'clusterctl.cluster.x-k8s.io/move-hierarchy',
} as const;

/** Annotation for which clusterctl waits until it is gone. */
export const BLOCK_MOVE = 'clusterctl.cluster.x-k8s.io/block-move';

/**
 * Kinds that move with all that they own. Sources: clusterctl knows `Cluster` and `ClusterResourceSet` by name; the
 * definitions of the others carry the label (CAAPH, in-cluster IPAM provider).
 */
const movedKinds: Readonly<Record<string, readonly string[]>> = {
  'cluster.x-k8s.io': ['Cluster', 'ClusterClass'],
  'addons.cluster.x-k8s.io': ['ClusterResourceSet', 'HelmChartProxy'],
  'ipam.cluster.x-k8s.io': ['InClusterIPPool', 'GlobalInClusterIPPool'],
};

/** Kinds without a namespace, of which clusterctl moves none by itself. */
const clusterScoped: readonly string[] = ['VSphereClusterIdentity', 'VSphereDeploymentZone', 'VSphereFailureDomain'];

/** Why an object moves by itself; undefined where it must follow another. */
export function isMoved(object: KubernetesObject): string | undefined {
  if (movedKinds[groupOf(object.apiVersion)]?.includes(object.kind) === true) return `every ${object.kind} moves`;
  const label = Object.values(moveLabels).find((name) => memberAt(object, 'metadata', 'labels', name) !== undefined);
  return label === undefined ? undefined : `label ${label}`;
}

/** Whether a move looks at the object at all: Secrets, ConfigMaps and what the providers define. */
export function isConsidered(object: KubernetesObject): boolean {
  const group = groupOf(object.apiVersion);
  if (group === '') return object.kind === 'Secret' || object.kind === 'ConfigMap';
  return isClusterApi(object) && group !== 'operator.cluster.x-k8s.io' && group !== 'clusterctl.cluster.x-k8s.io';
}

/** Whether an object stands in no namespace. */
export function isClusterScoped({ kind }: KubernetesObject): boolean {
  return clusterScoped.includes(kind);
}

/** Whether an object is a Secret. */
export function isSecret({ apiVersion, kind }: KubernetesObject): boolean {
  return apiVersion === 'v1' && kind === 'Secret';
}
