import { decryptionOf, type Cluster } from '../cluster';
import { closure, type BootstrapMember } from '../platform';
import { engineOf } from './engines';

/** What must be there before a cluster can sustain itself, in the order in which it is brought; see `closure`. */
export function bootstrapSet(cluster: Cluster): readonly BootstrapMember[] {
  return closure({
    platform: cluster.platform,
    engine: engineOf(cluster).needs(),
    decryption: decryptionOf(cluster),
    secretsOf: ({ component }) => component.secrets?.(cluster) ?? [],
  });
}
