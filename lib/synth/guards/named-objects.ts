import { groupOf, isKubernetesObject, type KubernetesObject } from '../../artifact';
import type { EmittedFile } from '../emit-body';
import { sourceGroup } from './reference-rows';

/** The objects of a tree, to be asked for by name. */
export interface NamedObjects {
  /** Whether there is one; where either side gives no namespace, any will do, since a Kustomization may set it. */
  has(wanted: { group: string; kind: string; name: string; namespace: string | undefined }): boolean;
  /** Whether a folder of the repository holds a HelmRelease, whose chart may make objects that no file shows. */
  chartBelow(repositoryFolder: string | undefined): boolean;
}

export function namedObjects(files: readonly EmittedFile[]): NamedObjects {
  const namespaces = new Map<string, Set<string | undefined>>();
  const chartFolders = new Set<string>();
  for (const { artifact } of files) {
    if (artifact.body.format !== 'yaml') continue;
    for (const document of artifact.body.documents.filter(isKubernetesObject)) {
      for (const { group, kind, name, namespace } of [identity(document), ...implied(document)]) {
        const key = `${kind}.${group}/${name}`;
        const known = namespaces.get(key);
        if (known === undefined) namespaces.set(key, new Set([namespace]));
        else known.add(namespace);
      }
      if (document.kind === 'HelmRelease') chartFolders.add(artifact.path.slice(0, artifact.path.lastIndexOf('/')));
    }
  }
  return {
    has: ({ group, kind, name, namespace }) => {
      const found = namespaces.get(`${kind}.${group}/${name}`);
      return found !== undefined && (namespace === undefined || found.has(undefined) || found.has(namespace));
    },
    chartBelow: (repositoryFolder) =>
      repositoryFolder !== undefined && [...chartFolders].some((folder) => isBelow(folder, repositoryFolder)),
  };
}

interface Named {
  readonly group: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string | undefined;
}

function identity({ apiVersion, kind, metadata }: KubernetesObject): Named {
  return { group: groupOf(apiVersion), kind, name: metadata.name, namespace: metadata.namespace };
}

/** What a controller makes of an object under a name that the object gives. Source: source-watcher; flux-operator. */
function implied({ kind, metadata, spec }: KubernetesObject): readonly Named[] {
  const namespace = metadata.namespace;
  if (kind === 'ArtifactGenerator') {
    const { artifacts = [] } = (spec ?? {}) as { readonly artifacts?: readonly { readonly name: string }[] };
    return artifacts.map(({ name }) => ({ group: sourceGroup, kind: 'ExternalArtifact', name, namespace }));
  }
  if (kind === 'FluxInstance') {
    const { sync } = (spec ?? {}) as { readonly sync?: { readonly kind: string; readonly name?: string } };
    if (sync === undefined) return [];
    const name = sync.name ?? namespace ?? '';
    return [
      { group: sourceGroup, kind: sync.kind, name, namespace },
      { group: 'kustomize.toolkit.fluxcd.io', kind: 'Kustomization', name, namespace },
    ];
  }
  return [];
}

/** Whether a folder of the tree is the folder of the repository or below it; the tree may be a folder of the repository. */
function isBelow(treeFolder: string, repositoryFolder: string): boolean {
  const wanted = repositoryFolder.replace(/^\.?\/+|\/+$/g, '').split('/');
  const has = treeFolder.split('/');
  // the tree's path begins somewhere within the repository's
  return wanted.some((_, skipped) => {
    const rest = wanted.slice(skipped);
    return rest.length > 0 && rest.every((part, i) => has[i] === part);
  });
}
