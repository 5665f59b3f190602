import { link } from './chain';
import type { DecryptedForm } from './ports/component';
import { providersOf, reach, type Needs, type Reached } from './reach';
import type { PlacedComponent } from './requirements';
import { decryptedForm, secretDelivery, type DeliveryChoices } from './secret-delivery';

/** What makes Secrets of the encrypted files of the tree. */
export interface Decryption {
  /** What components decrypt; those that say so in their `decrypts`. @default - no component decrypts */
  readonly form?: DecryptedForm;
  /** Capabilities without which they decrypt nothing, e.g. the store that they read. */
  readonly requires: readonly string[];
  /** Whether the engine itself opens SOPS files, alone or before the components do. */
  readonly byEngine: boolean;
}

/**
 * What decrypts on a cluster. Flux opens SOPS files even where the platform's Secrets come out of a store: whatever the
 * store itself waits for can then stand in the tree.
 */
export function decryptionOf(cluster: DeliveryChoices): Decryption {
  const delivery = secretDelivery(cluster);
  const { kind, secrets } = cluster.gitops;
  const form = decryptedForm(delivery);
  return {
    ...(form === undefined ? {} : { form }),
    requires: secrets.kind === 'external-secrets' ? [`secret-store/${secrets.store}`] : [],
    byEngine: delivery === 'files' || delivery === 'ksops' || (kind === 'flux' && delivery === 'external-secrets'),
  };
}

/** What runs before any component decrypts, each with the chain that leads to it; nothing where none has to. */
export function beforeDecryption(
  { form, requires }: Decryption,
  placed: readonly PlacedComponent[],
  needs: Needs,
): Reached {
  if (form === undefined) return new Map();
  const why = `decryption of ${form}`;
  const decrypting = placed.filter(({ component }) => component.decrypts === form);
  const roots = new Map([
    ...decrypting.map((component) => [component, link(undefined, why, component.id)] as const),
    ...providersOf(requires, placed, why),
  ]);
  return reach(roots, needs);
}
