import { Duration, type Cluster, type Flux, type FluxPatch, type ObjectReference } from '../../cluster';
import { emitValue } from '../../yaml';
import { fluxPath, treeSource } from './names';
import { helmApi } from './objects/api';
import type { KustomizationProps } from './objects/kustomization';
import { ageSecret, decryptsFiles } from './secret-files';
import { variablesOf } from './substitution';
import { isReferredTo, type Unit } from './units';
import { upstreamArtifact } from './upstream';

/** How often a Kustomization is compared with the cluster; a change of its source is seen at once. */
export const reconcileInterval = Duration.minutes(30);
export const retryInterval = Duration.minutes(2);
/** For one component to become ready. */
const readyTimeout = Duration.minutes(10);

/** Labels by which a parent tells what it pushes to its children, and what not. */
export const childLabels = {
  /** `disabled` on those whose files are not ours: a `${` in them is nobody's variable. */
  variables: 'flux.plinth/variables',
  /** `own` on those with patches of their own, which pushed ones would replace. */
  patches: 'flux.plinth/patches',
} as const;

/** What a Kustomization says itself, and what its parent pushes to it. */
export interface Pushed {
  readonly decryption: boolean;
  readonly variables: boolean;
}

/** The Kustomization of a unit. */
export function unitKustomization(
  cluster: Cluster<Flux>,
  unit: Unit,
  pushed: Pushed,
  made: ReadonlySet<string>,
): KustomizationProps {
  const { carried, name, namespace, dependsOn } = unit;
  const upstream = unit.part === 'main' ? carried.parts.upstream : undefined;
  const checks = healthChecks(cluster, unit);
  const patches = upstream === undefined ? [] : upstreamPatches(carried.component.namespace, made);
  return {
    name,
    namespace,
    labels: upstream && { [childLabels.variables]: 'disabled', [childLabels.patches]: 'own' },
    source: upstream === undefined ? treeSource : upstreamArtifact(carried.component.name),
    path: upstream === undefined ? fluxPath(cluster, unit.directory) : `./${upstream.overlay ?? ''}`,
    interval: reconcileInterval,
    retryInterval,
    timeout: readyTimeout,
    prune: true,
    ...(checks.length > 0 ? { healthChecks: checks } : { wait: true }),
    dependsOn: dependsOn.map((other) =>
      other.namespace === namespace ? { name: other.name } : { name: other.name, namespace: other.namespace },
    ),
    decryption: !pushed.decryption && holdsFiles(cluster, unit) ? { secretRef: { name: ageSecret.name } } : undefined,
    postBuild: pushed.variables || upstream !== undefined ? undefined : variablesOf(cluster.gitops),
    patches,
    images: upstream && imagesOf(upstream.images),
  };
}

/** Flux reads either these or `wait`: where a component says when it is ready, that it is, and its release beside it. */
function healthChecks(cluster: Cluster<Flux>, { carried, part }: Unit): readonly ObjectReference[] {
  const { component, parts } = carried;
  const health = component.health?.(cluster) ?? [];
  const isLater = (reference: ObjectReference) => parts.laterObjects.some((object) => isReferredTo(object, reference));
  if (part === 'config') return [];
  if (part === 'secrets') return [];
  const now = health.filter((reference) => !isLater(reference));
  if (now.length === 0 || parts.chart === undefined) return now;
  const { name, namespace } = component;
  return [{ apiVersion: helmApi, kind: 'HelmRelease', name, namespace }, ...now];
}

/**
 * What is changed in another project's manifests: CRDs stay when the component goes, since with them go all objects of their
 * kinds; and the tree's own Namespace is the one that counts, since two of one name would take each other's labels away.
 */
function upstreamPatches(namespace: string, made: ReadonlySet<string>): readonly FluxPatch[] {
  const own = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace }, $patch: 'delete' };
  return [
    { patch: emitValue(keptDefinition), target: { kind: 'CustomResourceDefinition' } },
    ...(made.has(namespace) ? [{ patch: emitValue(own), target: { kind: 'Namespace', name: namespace } }] : []),
  ];
}

const keptDefinition = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'all', annotations: { 'kustomize.toolkit.fluxcd.io/prune': 'disabled' } },
};

function imagesOf(images: Readonly<Record<string, string>> = {}) {
  return Object.entries(images)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, newTag]) => ({ name, newTag }));
}

function holdsFiles(cluster: Cluster<Flux>, { carried, part }: Unit): boolean {
  const { upstream, secrets } = carried.parts;
  return (
    decryptsFiles(cluster) &&
    secrets.some(({ form }) => form === 'files') &&
    part === (upstream === undefined ? 'main' : 'secrets')
  );
}
