import type { ClusterFacts } from './facts';
import { treePaths } from './tree-paths';

/**
 * A secret by name. A definition holds references only; where the value comes from is the secret
 * delivery of the GitOps engine, and values exist only inside `lib/secrets` and the writer.
 */
export interface SecretRef {
  readonly secret: string;
}

/** Where the value of a secret stands, encrypted, and what makes the file. */
export function secretSource(cluster: Pick<ClusterFacts, 'group' | 'name' | 'id'>, { secret: name }: SecretRef) {
  return {
    path: `${treePaths(cluster).secrets}/${name}.sops.yaml`,
    madeBy: `plinth secrets set ${cluster.id} ${name}`,
  };
}

/** `secret('hcloud-token')`: a reference to the secret of that name. */
export function secret(name: string): SecretRef {
  return { secret: name };
}
