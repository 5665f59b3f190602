import type { Cluster, ClusterApi } from '../../cluster';

/** Cluster API's part of a cluster, where it manages the machines and Argo CD has its manifests to follow. */
export function clusterApiOf({ machines }: Pick<Cluster, 'machines'>): ClusterApi | undefined {
  return machines.kind === 'hetzner' ? machines.managedBy : undefined;
}

/** Machine templates of the past are cheap; a file that is lost from Git must not take a cluster with it. */
export const pruneMachines = false;
