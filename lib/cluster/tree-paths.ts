import type { ClusterFacts } from './facts';

/** Where each layer of a cluster stands in the tree; the one place that knows. */
export interface TreePaths {
  /** What the GitOps engine reads. */
  readonly root: string;
  /** Cluster API manifests. */
  readonly clusterApi: string;
  /** Talos machine configuration. */
  readonly talos: string;
  /** Terraform JSON, a folder per stack. */
  readonly terraform: string;
  /** Values of the secrets that the definition refers to, encrypted; nothing that a GitOps engine reads. */
  readonly secrets: string;
}

export function treePaths({ group, name }: Pick<ClusterFacts, 'group' | 'name'>): TreePaths {
  const root = `clusters/${group}/${name}`;
  return {
    root,
    clusterApi: `${root}/cluster-api`,
    talos: `talos/${group}/${name}`,
    terraform: `terraform/${group}/${name}`,
    secrets: `secrets/${group}/${name}`,
  };
}
