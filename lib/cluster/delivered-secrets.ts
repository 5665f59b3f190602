import type { Cluster } from './cluster';
import { beforeDecryption, decryptionOf } from './decryption';
import type { Component } from './ports/component';
import type { ComponentSecret } from './ports/component-secret';
import { needsOf } from './reach';
import { placedComponents, resolveRequirements, type PlacedComponent } from './requirements';
import { secretDelivery, type DeliveryChoices, type SecretForm } from './secret-delivery';

/** Whether a Secret holds the private age key, which no file of the tree holds. */
export function holdsAgeIdentity({ data }: ComponentSecret): boolean {
  return Object.values(data).some((value) => typeof value === 'object' && 'ageIdentity' in value);
}

/** A Secret of the platform, and how it gets there. */
export interface DeliveredSecret {
  /** Whose Secret it is: of several that read it, the first. */
  readonly by: PlacedComponent;
  readonly secret: ComponentSecret & { readonly namespace: string };
  readonly form: SecretForm;
}

/**
 * Every Secret that a component of the platform reads, in the order of the stages, each once.
 *
 * Those that the cluster's delivery cannot bring come by hand: of components that Cluster API installs, of those that decrypt
 * and all that these require, and whatever holds the private age key. An engine that opens SOPS files itself takes those of
 * what decrypts, too.
 */
export function deliveredSecrets(cluster: Cluster): readonly DeliveredSecret[] {
  const formOf = secretForms(cluster);
  const seen = new Set<string>();
  return placedComponents(cluster.platform).flatMap((by) =>
    (by.component.secrets?.(cluster) ?? []).flatMap((secret): DeliveredSecret[] => {
      const namespace = secret.namespace ?? by.component.namespace;
      const id = `${namespace}/${secret.name}`;
      if (seen.has(id)) return [];
      seen.add(id);
      return [
        { by, secret: { ...secret, namespace }, form: holdsAgeIdentity(secret) ? 'by-hand' : formOf(by.component) },
      ];
    }),
  );
}

/** How the Secrets of one component get there; see `deliveredSecrets`, which is the way to ask for many. */
export function deliveredBy(cluster: DeliveryChoices, component: Component): SecretForm {
  return secretForms(cluster)(component);
}

function secretForms(cluster: DeliveryChoices): (component: Component) => SecretForm {
  const placed = placedComponents(cluster.platform);
  const decryption = decryptionOf(cluster);
  const early = beforeDecryption(decryption, placed, needsOf(resolveRequirements(placed)));
  const forms = new Map<Component, SecretForm>([
    // an engine that opens files itself does so before anything else decrypts
    ...[...early.keys()].map(({ component }) => [component, decryption.byEngine ? 'files' : 'by-hand'] as const),
    ...placed
      .filter(({ stage }) => stage.carrier === 'cluster-api')
      .map(({ component }) => [component, 'by-hand'] as const),
  ]);
  const delivery = secretDelivery(cluster);
  return (component) => forms.get(component) ?? delivery;
}
