import { groupOf, isKubernetesObject, type KubernetesObject } from '../artifact';
import { parseDocuments, YamlParseError } from '../yaml';

/** Files by path, as synthesis writes them and as a review reads them back. */
export type TreeFiles = ReadonlyMap<string, string>;

/** An object of a tree, and the file that holds it. */
export interface PlacedObject {
  readonly path: string;
  readonly object: KubernetesObject;
}

/** Every API group of Cluster API and its providers ends like this, and so does clusterctl's configuration of them. */
const CLUSTER_API = 'cluster.x-k8s.io';

/** The Kubernetes objects of the YAML files of a tree that pass a test on their text, in the order of the files. */
export function objectsOf(files: TreeFiles, mayHold: (text: string) => boolean = () => true): readonly PlacedObject[] {
  return [...files].flatMap(([path, text]) =>
    /\.ya?ml$/.test(path) && mayHold(text)
      ? documentsOf(text)
          .filter(isKubernetesObject)
          .map((object) => ({ path, object }))
      : [],
  );
}

/** The objects of Cluster API in a tree. */
export function clusterApiObjects(files: TreeFiles): readonly PlacedObject[] {
  return objectsOf(files, (text) => text.includes(CLUSTER_API)).filter(({ object }) => isClusterApi(object));
}

/** Whether an object belongs to Cluster API or one of its providers. */
export function isClusterApi({ apiVersion }: KubernetesObject): boolean {
  const group = groupOf(apiVersion);
  return group === CLUSTER_API || group.endsWith(`.${CLUSTER_API}`);
}

/** A file that is no YAML by itself, such as a Helm template, holds no object that could be read from it. */
export function documentsOf(text: string): readonly unknown[] {
  try {
    return parseDocuments(text);
  } catch (error) {
    if (error instanceof YamlParseError) return [];
    throw error;
  }
}
