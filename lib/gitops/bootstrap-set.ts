import { decryptedForm, secretDelivery, type Cluster } from '../cluster';
import { closure, type BootstrapMember, type Decryption } from '../platform';
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

/** What makes Secrets of the cluster's encrypted files. */
function decryptionOf(cluster: Cluster): Decryption {
  const delivery = secretDelivery(cluster);
  const { secrets } = cluster.gitops;
  const form = decryptedForm(delivery);
  return {
    ...(form === undefined ? {} : { form }),
    requires: secrets.kind === 'external-secrets' ? [`secret-store/${secrets.store}`] : [],
    byEngine: delivery === 'files' || delivery === 'ksops' || decryptsBeside(cluster),
  };
}

/** Flux opens SOPS files even where the platform's Secrets come out of a store. */
function decryptsBeside(cluster: Cluster): boolean {
  return cluster.gitops.kind === 'flux' && secretDelivery(cluster) === 'external-secrets';
}
