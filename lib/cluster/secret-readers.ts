import type { Cluster } from './cluster';

/** Public age keys of those who can read the cluster's secrets, in the order of the definition. */
export function secretReaders({ gitops, recipients }: Pick<Cluster, 'gitops' | 'recipients'>): readonly string[] {
  return gitops.secrets.recipients.flatMap((name) => recipients[name] ?? []);
}
