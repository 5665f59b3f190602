import type { SecretArtifact } from '../../artifact';
import { holdsAgeIdentity, treePaths, type Cluster, type DeliveredSecret } from '../../cluster';
import { secretFile } from './secret-object';

/** Folder of encrypted Kubernetes Secrets, below that of the values that they are made from. */
export const byHandFolder = 'kubernetes';

/** Path of the encrypted file of a Secret that a person applies. */
export function byHandPath(
  cluster: Pick<Cluster, 'group' | 'name'>,
  { secret }: Pick<DeliveredSecret, 'secret'>,
): string {
  return `${treePaths(cluster).secrets}/${byHandFolder}/${secret.namespace}/${secret.name}.sops.yaml`;
}

/**
 * Secrets that a person applies, once decrypted, as files where no engine reads. The private age key is in none of them, and
 * what Cluster API installs has its own.
 */
export function byHandFiles(cluster: Cluster, secrets: readonly DeliveredSecret[]): readonly SecretArtifact[] {
  return secrets
    .filter(({ by, secret, form }) => form === 'by-hand' && by.stage.carrier === 'engine' && !holdsAgeIdentity(secret))
    .map((delivered) => secretFile(cluster, delivered.by.component, delivered.secret, byHandPath(cluster, delivered)));
}
