import { treePaths, type Cluster } from '../../cluster';
import type { FluxSync } from './flux-instance';

/** Version of a GitOps engine, where the definition has that engine. */
export function engineVersion({ gitops }: Pick<Cluster, 'gitops'>, kind: string): string | undefined {
  return gitops.kind === kind ? gitops.version : undefined;
}

/** The cluster's folder of the tree, in the repository that the definition names. */
export function fluxSync(cluster: Pick<Cluster, 'gitops' | 'group' | 'name'>): FluxSync {
  const { url, revision, path } = cluster.gitops.repository;
  const ref = refOf(revision);
  return {
    url,
    ...(ref !== undefined && { ref }),
    path: [path, treePaths(cluster).root].filter((part) => part !== '').join('/'),
  };
}

/** Flux takes full references: a name alone is a branch, and `HEAD` is none. */
function refOf(revision: string): string | undefined {
  if (revision === 'HEAD') return undefined;
  return revision.startsWith('refs/') ? revision : `refs/heads/${revision}`;
}
