import type { Cluster } from './cluster';
import type { DecryptedForm } from './ports/component';
import type { SopsDelivery } from './ports/secret-delivery';
import { placedComponents, type PlacedComponent } from './requirements';

/** How a Secret gets onto the cluster: by one of the ways of SOPS, or out of a store. */
export type SecretForm = SopsDelivery | 'external-secrets';

/** What decides how Secrets get onto a cluster. */
export type DeliveryChoices = Pick<Cluster, 'gitops' | 'platform'>;

/**
 * How a cluster's Secrets get there, unless one cannot wait for it: the choice of the definition, and where there is none
 *
 * - Flux decrypts SOPS files itself, so `files`: nothing else has to run, and a review still reads all but the values;
 * - Argo CD decrypts nothing. Where a component of the platform makes Secrets of SopsSecrets, `sops-secrets`: plain texts
 *   then exist on the cluster alone, which is what Argo CD's own documentation recommends;
 * - otherwise `by-hand`. A generator in the repository server (`ksops`) is never chosen unasked, since it brings the
 *   private key into Argo CD, and plain texts into its cache.
 */
export function secretDelivery({ gitops, platform }: DeliveryChoices): SecretForm {
  if (gitops.secrets.kind === 'external-secrets') return 'external-secrets';
  if (gitops.secrets.delivery !== undefined) return gitops.secrets.delivery;
  if (gitops.kind === 'flux') return 'files';
  return decryptingComponents({ platform }, 'sops-secrets').length > 0 ? 'sops-secrets' : 'by-hand';
}

/** Form that components of the platform have to decrypt under a delivery; absent where none has to. */
export function decryptedForm(delivery: SecretForm): DecryptedForm | undefined {
  return delivery === 'sops-secrets' || delivery === 'external-secrets' ? delivery : undefined;
}

/** The components that make Secrets of a form. */
export function decryptingComponents(
  { platform }: Pick<Cluster, 'platform'>,
  form: DecryptedForm,
): readonly PlacedComponent[] {
  return placedComponents(platform).filter(({ component }) => component.decrypts === form);
}
