import { isKubernetesObject } from '../../artifact';
import { podSecurityLevels, type Cluster, type JsonObject, type PodSecurityLevel } from '../../cluster';
import type { CarriedComponent } from './carried';
import { fluxNamespace } from './objects/api';

/** Namespaces that are there before anything is applied, and are not Flux's to label. */
const given = ['default', 'kube-node-lease', 'kube-public', 'kube-system', fluxNamespace];

/** Whether a namespace is there before anything is applied. */
export function isGiven(namespace: string): boolean {
  return given.includes(namespace);
}

/**
 * The Namespaces that the tree makes, by name: of what Flux carries, but for those that are given or that a component brings
 * among its own objects. Each lets in the pods of all its components, whoever carries them.
 */
export function madeNamespaces(
  { platform }: Pick<Cluster, 'platform'>,
  components: readonly CarriedComponent[],
): ReadonlyMap<string, JsonObject> {
  const brought = new Set(
    components.flatMap(({ parts }) =>
      [...parts.objects, ...parts.laterObjects]
        .filter(isKubernetesObject)
        .flatMap(({ kind, metadata }) => (kind === 'Namespace' ? [metadata.name] : [])),
    ),
  );
  const wanted = new Set(components.map(({ component }) => component.namespace));
  const levels = new Map<string, PodSecurityLevel>();
  for (const { namespace, podSecurity = 'baseline' } of platform.flatMap((stage) => stage.components)) {
    if (!wanted.has(namespace) || isGiven(namespace) || brought.has(namespace)) continue;
    levels.set(namespace, weaker(levels.get(namespace) ?? podSecurity, podSecurity));
  }
  const sorted = [...levels].sort(([a], [b]) => (a < b ? -1 : 1));
  return new Map(sorted.map(([name, level]) => [name, namespaceObject(name, level)]));
}

/** The level that lets in the pods of both. */
function weaker(a: PodSecurityLevel, b: PodSecurityLevel): PodSecurityLevel {
  return podSecurityLevels.indexOf(a) < podSecurityLevels.indexOf(b) ? a : b;
}

function namespaceObject(name: string, level: PodSecurityLevel): JsonObject {
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      name,
      labels: { 'pod-security.kubernetes.io/enforce': level },
      // with a namespace goes all that is in it, volumes included
      annotations: { 'kustomize.toolkit.fluxcd.io/prune': 'disabled' },
    },
  };
}
