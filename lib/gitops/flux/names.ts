import { treePaths, type Cluster, type Flux } from '../../cluster';
import { repositoryPath } from '../repository';
import { fluxNamespace, type SourceReference } from './objects/api';

/** Names of the Kustomizations that are there whatever the platform holds. */
export const own = {
  /** The root where the operator makes it, which takes the name of its namespace; and the source that all read. */
  sync: fluxNamespace,
  /** The root of the layout `stages` where nobody but the tree makes it. */
  cluster: 'cluster',
  /** Flux's own manifests. */
  flux: 'flux',
  /** The FluxInstance. */
  instance: 'flux-instance',
  /** Other projects' repositories. */
  sources: 'upstream-sources',
  /** The machines, where Cluster API manages them. */
  clusterApi: 'cluster-api',
  /** All components, in the layout `apps`. */
  apps: 'cluster-apps',
} as const;

/** The repository of the tree, as a Kustomization of any namespace names it. */
export const treeSource: SourceReference<'GitRepository'> = {
  kind: 'GitRepository',
  name: own.sync,
  namespace: fluxNamespace,
};

/** Name of the Kustomization that applies what makes all others. */
export function rootName({ gitops: { install, layout } }: Pick<Cluster<Flux>, 'gitops'>): string {
  return install.kind === 'manifests' && layout.kind === 'stages' ? own.cluster : own.sync;
}

/** Where things stand, below the cluster's root. */
export function fluxPaths(cluster: Pick<Cluster, 'group' | 'name'>) {
  const { root } = treePaths(cluster);
  return {
    /** What the root Kustomization applies. */
    entry: `${root}/flux`,
    /** The FluxInstance, and the key to the repository. */
    instance: `${root}/flux/instance`,
    /** What makes Flux follow the tree, where no operator does. */
    sync: `${root}/flux/sync`,
    /** Flux's own manifests for the first time, which a person applies. */
    bootstrap: `${root}/bootstrap`,
    /** Other projects' repositories. */
    sources: `${root}/sources`,
    /** Components of the layout `components`. */
    base: `${root}/base`,
    /** Stages of the layout `stages`. */
    stages: `${root}/stages`,
    /** Namespaces of the layout `apps`. */
    apps: `${root}/apps`,
    /** What every namespace of the layout `apps` gets. */
    shared: `${root}/components/variables`,
  };
}

/** A folder of the tree as Flux names it, from the root of the repository. */
export function fluxPath({ gitops: { repository } }: Pick<Cluster, 'gitops'>, treePath: string): string {
  return `./${repositoryPath(repository, treePath)}`;
}
