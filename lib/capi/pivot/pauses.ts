import { groupOf, identityOf, type Identity, type KubernetesObject } from '../../artifact';
import { listAt, memberAt, textAt } from '../member';

/** What must not act while objects move. */
export interface Pause {
  readonly object: Identity;
  /** Who pauses it: clusterctl does so by itself, a person must. */
  readonly by: 'clusterctl' | 'person';
  /** Lower case, no full stop. */
  readonly because: string;
}

/** The Cluster, whose controllers clusterctl stops, and what applies a folder of the tree by itself. */
export function pausesOf(
  objects: readonly KubernetesObject[],
  cluster: KubernetesObject | undefined,
  folder: string | undefined,
): readonly Pause[] {
  const paused: Pause[] =
    cluster === undefined
      ? []
      : [{ object: identityOf(cluster), by: 'clusterctl', because: 'its controllers stop while its objects move' }];
  const appliers = folder === undefined ? [] : objects.filter((object) => applies(object, folder));
  return [
    ...paused,
    ...appliers.map((object) => ({
      object: identityOf(object),
      by: 'person' as const,
      because: 'it would apply on the source again what has moved away',
    })),
  ];
}

/** Whether an object of Argo CD or Flux keeps a folder, or one that holds it, applied. */
function applies(object: KubernetesObject, folder: string): boolean {
  const group = groupOf(object.apiVersion);
  if (group === 'argoproj.io' && object.kind === 'Application') {
    const sources = [memberAt(object, 'spec', 'source'), ...listAt(object, 'spec', 'sources')];
    const automated = memberAt(object, 'spec', 'syncPolicy', 'automated') !== undefined;
    return automated && sources.some((source) => holds(textAt(source, 'path'), folder));
  }
  return (
    group === 'kustomize.toolkit.fluxcd.io' &&
    object.kind === 'Kustomization' &&
    memberAt(object, 'spec', 'suspend') !== true &&
    holds(textAt(object, 'spec', 'path'), folder)
  );
}

/** A repository may hold the tree in a folder of its own, so the end of the path decides. */
function holds(path: string | undefined, folder: string): boolean {
  if (path === undefined) return false;
  const clean = path.replace(/^\.?\//, '').replace(/\/$/, '');
  return clean === folder || clean.endsWith(`/${folder}`) || folder.startsWith(`${clean}/`);
}
