import type { KubernetesObject, SecretArtifact } from '../../artifact';
import { secretSource, type Cluster, type ComponentSecret, type SecretRef, type SecretValue } from '../../cluster';
import { ONLY_KEY, readSecretValues } from '../../secrets';
import { emitDocuments } from '../../yaml';

/** Gives the text of a value. */
export type TextOf = (value: SecretValue) => string;

/**
 * An object that is made from the values of a Secret, as a file that is written encrypted only.
 *
 * @throws Error for a Secret that holds the private age key, which no file of the tree may hold
 */
export function encryptedObject(
  cluster: Cluster,
  { name, data }: ComponentSecret,
  path: string,
  object: (textOf: TextOf) => KubernetesObject,
): SecretArtifact {
  const references = Object.values(data).filter(isReference);
  const sources = references.map((reference) => secretSource(cluster, reference));
  const text = (valueOf: (reference: SecretRef) => string) =>
    emitDocuments([
      object((value) => {
        if (typeof value === 'string') return value;
        if (isReference(value)) return valueOf(value);
        throw new Error(`no file holds the private age key, got Secret ${name} of ${path}; let the bootstrap apply it`);
      }),
    ]);
  return {
    secrecy: 'encrypted',
    path,
    owner: cluster.id,
    publicInput: text(({ secret }) => `placeholder of ${secret}`),
    sources: sources.filter((source, index) => sources.findIndex((other) => other.path === source.path) === index),
    plainText: ({ textOf }) =>
      text((reference) => {
        const { [ONLY_KEY]: value = '' } = readSecretValues(
          textOf(secretSource(cluster, reference).path),
          reference.secret,
        );
        return value;
      }),
  };
}

function isReference(value: SecretValue): value is SecretRef {
  return typeof value === 'object' && 'secret' in value;
}
