import type { SecretArtifact } from '../../artifact';
import {
  ageIdentity,
  deliveredSecrets,
  holdsAgeIdentity,
  decryptionOf,
  type Cluster,
  type ComponentSecret,
  type DeliveredSecret,
  type Flux,
  type JsonObject,
} from '../../cluster';
import {
  byHandFiles,
  byHandPath,
  externalSecretObject,
  secretFile,
  sopsSecretEnding,
  sopsSecretFile,
} from '../secrets';
import { fluxNamespace } from './objects/api';
import { settings } from './substitution';

/** Secret with the age keys, and the key in it. Source: kustomize-controller, "Secrets decryption" */
export const ageSecret = { name: 'sops-age', key: 'age.agekey' } as const;
/** Secret by which Flux logs in to the repository. */
export const accessSecret = 'flux-system';
/** Secret that the sender of a webhook knows. */
export const webhookSecret = 'webhook-token';

/** Whether Flux itself opens the encrypted files of the tree. */
export function decryptsFiles(cluster: Cluster<Flux>): boolean {
  return decryptionOf(cluster).byEngine;
}

/** What Flux itself reads: its key, its access to the repository, the token of its webhook, secret variables. */
export function fluxSecrets(cluster: Cluster<Flux>): readonly (ComponentSecret & { readonly namespace: string })[] {
  const { access, webhook, substitution } = cluster.gitops;
  const secrets: readonly ComponentSecret[] = [
    ...(decryptsFiles(cluster) ? [{ name: ageSecret.name, data: { [ageSecret.key]: ageIdentity() } }] : []),
    ...(access === undefined ? [] : [{ name: accessSecret, data: accessData(access) }]),
    ...(webhook === undefined ? [] : [{ name: webhookSecret, data: { token: webhook.token } }]),
    ...(Object.keys(substitution.secrets).length === 0 ? [] : [{ name: settings.secrets, data: substitution.secrets }]),
  ];
  return secrets.map((secret) => ({ ...secret, namespace: fluxNamespace }));
}

function accessData(access: NonNullable<Flux['access']>): ComponentSecret['data'] {
  return access.kind === 'token'
    ? { username: access.username, password: access.token }
    : { identity: access.identity, known_hosts: access.knownHosts };
}

/** Those of Flux's own secrets that stand in the tree; a person applies the others. */
export function writtenFluxSecrets(cluster: Cluster<Flux>): readonly ComponentSecret[] {
  return decryptsFiles(cluster) ? fluxSecrets(cluster).filter((secret) => !holdsAgeIdentity(secret)) : [];
}

/** Name of the file of a secret that Flux decrypts. */
export function secretFileName({ name }: Pick<ComponentSecret, 'name'>): string {
  return `${name}.sops.yaml`;
}

/** One of Flux's own secrets as a file of a folder. */
export function fluxSecretFile(cluster: Cluster<Flux>, secret: ComponentSecret, directory: string): SecretArtifact {
  return secretFile(cluster, { namespace: fluxNamespace }, secret, `${directory}/${secretFileName(secret)}`);
}

/** The secrets of components in the form in which they stand beside them; by the component's name and namespace. */
export function secretsByComponent(cluster: Cluster<Flux>): ReadonlyMap<string, readonly DeliveredSecret[]> {
  const secrets = new Map<string, DeliveredSecret[]>();
  for (const secret of deliveredSecrets(cluster)) {
    if (secret.form === 'by-hand') continue;
    const known = secrets.get(secret.by.id);
    if (known === undefined) secrets.set(secret.by.id, [secret]);
    else known.push(secret);
  }
  return secrets;
}

/** What a folder holds of a component's secrets: encrypted files by name, and objects that say where the values are. */
export function secretsIn(cluster: Cluster<Flux>, secrets: readonly DeliveredSecret[], directory: string) {
  const files = secrets.flatMap(({ by, secret, form }): { name: string; artifact: SecretArtifact }[] => {
    // a Secret may be for another namespace than the component's
    const base = secret.namespace === by.component.namespace ? secret.name : `${secret.namespace}.${secret.name}`;
    if (form === 'sops-secrets') {
      const name = `${base}${sopsSecretEnding}`;
      return [{ name, artifact: sopsSecretFile(cluster, secret, `${directory}/${name}`) }];
    }
    if (form !== 'files') return [];
    const name = secretFileName({ name: base });
    return [{ name, artifact: secretFile(cluster, by.component, secret, `${directory}/${name}`) }];
  });
  const objects = secrets.flatMap(({ secret, form }): JsonObject[] =>
    form === 'external-secrets' ? [externalSecretObject(cluster, secret)] : [],
  );
  return { files, objects };
}

/** Encrypted files of the secrets that a person applies: those of components that no delivery brings, and Flux's own. */
export function secretsByHand(cluster: Cluster<Flux>): readonly SecretArtifact[] {
  const own = decryptsFiles(cluster) ? [] : fluxSecrets(cluster).filter((secret) => !holdsAgeIdentity(secret));
  return [
    ...byHandFiles(cluster, deliveredSecrets(cluster)),
    ...own.map((secret) => secretFile(cluster, secret, secret, byHandPath(cluster, { secret }))),
  ];
}
