import type { Cluster } from '../../cluster';
import { repositoryName } from '../repository';

/** The recommended labels of Kubernetes, for an object that Argo CD manages out of the cluster's repository. */
export function argoCdLabels(name: string, { gitops }: Pick<Cluster, 'gitops'>): Readonly<Record<string, string>> {
  return {
    'app.kubernetes.io/name': name,
    'app.kubernetes.io/part-of': repositoryName(gitops.repository),
    'app.kubernetes.io/managed-by': 'argocd',
  };
}
