import { isKubernetesObject, type Artifact } from '../artifact';
import { isManaged, type Cluster } from '../cluster';
import { manifestPath } from './files';
import { keepPrevious } from './generations';
import { documentsOf } from './tree-objects';

/**
 * The files of a cluster, where templates of the generation before stay beside those that take their place, as the tree has
 * them. See `keepPrevious`.
 *
 * @param textOf text of a file of the tree as it stands; absent where there is none
 */
export function withPreviousGenerations(
  cluster: Cluster,
  artifacts: readonly Artifact[],
  textOf: (path: string) => string | undefined,
): readonly Artifact[] {
  if (!isManaged(cluster)) return artifacts;
  const paths = [manifestPath(cluster, 'cluster'), manifestPath(cluster, 'workers')];
  return artifacts.map((artifact) => {
    const { body, path } = artifact;
    const text = paths.includes(path) ? textOf(path) : undefined;
    if (text === undefined || body.format !== 'yaml') return artifact;
    const before = documentsOf(text).filter(isKubernetesObject);
    const documents = keepPrevious(before, body.documents.filter(isKubernetesObject));
    return { ...artifact, body: { ...body, documents } };
  });
}
