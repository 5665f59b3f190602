import type { Artifact } from '../../artifact';
import type { Cluster, JsonObject } from '../../cluster';

/**
 * Where the manifests of a rendered chart go, below a component's folder. They are somebody else's to write: the folder is
 * plain YAML, of which Argo CD applies every file, so that nothing here has to name theirs.
 */
export function renderedPath(directory: string): string {
  return `${directory}/rendered.yaml`;
}

/** What stands beside the manifests of a rendered chart. */
export function renderedFolder(
  { id }: Pick<Cluster, 'id'>,
  directory: string,
  objects: readonly JsonObject[],
): readonly Artifact[] {
  if (objects.length === 0) return [];
  return [{ path: `${directory}/objects.yaml`, owner: id, body: { format: 'yaml', documents: objects } }];
}
