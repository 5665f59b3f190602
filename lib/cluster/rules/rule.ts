import type { Cluster } from '../cluster';
import type { Problem } from '../problem';

/** One rule: the sections it reads, and what it finds in them. A rule runs when all its sections could be read. */
export interface Rule {
  readonly needs: readonly (keyof Cluster)[];
  check(cluster: Cluster): Problem[];
}

/** Ties the sections that a rule declares to those that its check may read. */
export function rule<K extends keyof Cluster>(
  needs: readonly K[],
  check: (cluster: Pick<Cluster, K>) => Problem[],
): Rule {
  return { needs, check };
}
