import type { Artifact } from '../../artifact';
import type { Cluster, JsonObject, UpstreamManifests } from '../../cluster';

/** Name of the file with a component's objects, in a folder that is no chart. */
const objectsFile = 'objects.yaml';

/**
 * Manifests of another project as a Kustomize folder of the tree: theirs at their tag, the images that they leave open, and
 * what stands beside them. The folder upstream must be one that Kustomize can build.
 *
 * @param beside names of further files of the folder
 */
export function manifestsFolder(
  { id }: Pick<Cluster, 'id'>,
  manifests: UpstreamManifests,
  directory: string,
  objects: readonly JsonObject[],
  beside: readonly string[],
): readonly Artifact[] {
  const file = (name: string, documents: readonly JsonObject[]): Artifact => ({
    path: `${directory}/${name}`,
    owner: id,
    body: { format: 'yaml', documents },
  });
  const images = Object.entries(manifests.images ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    file('kustomization.yaml', [
      {
        apiVersion: 'kustomize.config.k8s.io/v1beta1',
        kind: 'Kustomization',
        resources: [remoteResource(manifests), ...(objects.length > 0 ? [objectsFile] : []), ...beside],
        images: images.length === 0 ? undefined : images.map(([name, newTag]) => ({ name, newTag })),
      },
    ]),
    ...(objects.length > 0 ? [file(objectsFile, objects)] : []),
  ];
}

/** A folder of a Git repository as Kustomize names it: two slashes end the repository, whatever host it is on. */
export function remoteResource({ repository, tag, path, overlay = '' }: UpstreamManifests): string {
  const folder = [path, overlay].filter((part) => part !== '').join('/');
  return `${repository}//${folder}?ref=${tag}`;
}
