import type { Cluster } from './cluster';
import type { Component, DecryptedForm } from './ports/component';
import type { ComponentSecret } from './ports/component-secret';
import type { SopsDelivery } from './ports/secret-delivery';
import { placedComponents, resolveRequirements, type PlacedComponent } from './requirements';

/** How a Secret gets onto the cluster: by one of the ways of SOPS, or out of a store. */
export type SecretForm = SopsDelivery | 'external-secrets';

/** What is left to decide once a cluster's definition is read. */
type Choices = Pick<Cluster, 'gitops' | 'platform'>;

/**
 * How a cluster's Secrets get there, unless one cannot wait for it: the choice of the definition, and where there is none
 *
 * - Flux decrypts SOPS files itself, so `files`: nothing else has to run, and a review still reads all but the values;
 * - Argo CD decrypts nothing. Where a component of the platform makes Secrets of SopsSecrets, `sops-secrets`: plain texts
 *   then exist on the cluster alone, which is what Argo CD's own documentation recommends;
 * - otherwise `by-hand`. A generator in the repository server (`ksops`) is never chosen unasked, since it brings the
 *   private key into Argo CD, and plain texts into its cache.
 */
export function secretDelivery({ gitops, platform }: Choices): SecretForm {
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
 * By hand come those that the cluster's delivery cannot bring: of components that Cluster API installs, of those that
 * decrypt or are the store, of all that these require, and whatever holds the private age key.
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
export function deliveredBy(cluster: Choices, component: Component): SecretForm {
  return secretForms(cluster)(component);
}

function secretForms(cluster: Choices): (component: Component) => SecretForm {
  const delivery = secretDelivery(cluster);
  const byHand = beforeDecryption(cluster, delivery);
  return (component) => (byHand.has(component) ? 'by-hand' : delivery);
}

/** The components whose Secrets cannot come the cluster's own way. */
function beforeDecryption({ gitops, platform }: Choices, delivery: SecretForm): ReadonlySet<Component> {
  const placed = placedComponents(platform);
  const store = gitops.secrets.kind === 'external-secrets' ? `secret-store/${gitops.secrets.store}` : '';
  const installed = placed.filter(({ stage }) => stage.carrier === 'cluster-api').map(({ component }) => component);
  const form = decryptedForm(delivery);
  if (form === undefined) return new Set(installed);
  const providers = new Map<Component, Component[]>();
  for (const { by, provider } of resolveRequirements(placed)) {
    if (provider === undefined) continue;
    const known = providers.get(by.component);
    if (known === undefined) providers.set(by.component, [provider.component]);
    else known.push(provider.component);
  }
  const reached = new Set<Component>();
  const waiting = placed
    .map(({ component }) => component)
    .filter(({ decrypts, provides }) => decrypts === form || provides.includes(store));
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (reached.has(next)) continue;
    reached.add(next);
    waiting.push(...(providers.get(next) ?? []));
  }
  return new Set([...installed, ...reached]);
}
