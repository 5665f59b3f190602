import type { KubernetesObject } from '../../artifact';
import type { Cluster, ComponentSecret, SecretRef } from '../../cluster';
import { ONLY_KEY } from '../../secrets';

// A raw string of Go's template language holds the braces
const opening = '{{`{{`}}';

/**
 * A Secret as an ExternalSecret, which the External Secrets Operator fills from the cluster's store: the secret of the
 * definition is the entry of its name there, and its value the property `value`, as in the encrypted files of the tree.
 *
 * Texts that are no secret stand in it as they are.
 *
 * @throws Error on a cluster without a store, and for a Secret that holds the private age key, which none may hold
 */
export function externalSecretObject(
  { id, gitops: { secrets } }: Pick<Cluster, 'id' | 'gitops'>,
  { name, namespace, labels, type, data }: ComponentSecret & { readonly namespace: string },
): KubernetesObject {
  if (secrets.kind !== 'external-secrets')
    throw new Error(`${id}: an ExternalSecret needs a store, got secrets of ${secrets.kind}; use externalSecrets()`);
  const references: [string, SecretRef][] = [];
  const texts: [string, string][] = [];
  for (const [key, value] of Object.entries(data)) {
    if (typeof value === 'string') texts.push([key, value.replaceAll('{{', opening)]);
    else if ('secret' in value) references.push([key, value]);
    else throw new Error(`${id}: no store holds the private age key, got Secret ${name}; let the bootstrap apply it`);
  }
  const isPlain = texts.length === 0 && labels === undefined && type === undefined;
  return {
    apiVersion: 'external-secrets.io/v1',
    kind: 'ExternalSecret',
    metadata: { name, namespace },
    spec: {
      refreshInterval: secrets.refresh,
      secretStoreRef: { kind: 'ClusterSecretStore', name: secrets.store },
      target: {
        name,
        template: isPlain
          ? undefined
          : {
              type,
              metadata: labels === undefined ? undefined : { labels },
              data: texts.length === 0 ? undefined : Object.fromEntries(texts),
              // without it, a template with data drops what came from the store
              mergePolicy: texts.length === 0 ? undefined : 'Merge',
            },
      },
      data: references.map(([secretKey, { secret }]) => ({
        secretKey,
        remoteRef: { key: secret, property: ONLY_KEY },
      })),
    },
  };
}
