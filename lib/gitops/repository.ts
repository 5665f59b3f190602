import type { Cluster, Repository } from '../cluster';

/** Where an Application reads from. */
export interface GitSource {
  readonly repoURL: string;
  /** Branch, tag, commit or `HEAD`. */
  readonly targetRevision: string;
  /** Folder, from the root of the repository. */
  readonly path: string;
}

/** A folder of the tree as an Application reads it. */
export function gitSource(cluster: Pick<Cluster, 'gitops'>, treePath: string): GitSource {
  const { repository } = cluster.gitops;
  return {
    repoURL: repository.url,
    targetRevision: repository.revision,
    path: repositoryPath(repository, treePath),
  };
}

/** A path of the tree, from the root of the repository. */
export function repositoryPath({ path }: Pick<Repository, 'path'>, treePath: string): string {
  return path === '' ? treePath : `${path}/${treePath}`;
}

/** Name of the repository: the last part of its URL, as a label value may hold it. */
export function repositoryName({ url }: Pick<Repository, 'url'>): string {
  const last = url
    .replace(/\/+$/, '')
    .replace(/\.git$/, '')
    .split(/[/:]/)
    .at(-1);
  const longest = 63;
  return (last ?? '')
    .replaceAll(/[^A-Za-z0-9._-]/g, '-')
    .slice(0, longest)
    .replaceAll(/^[^A-Za-z0-9]+|[^A-Za-z0-9]+$/g, '');
}
