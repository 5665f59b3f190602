import type { Artifact, SecretArtifact } from '../../artifact';
import { isManaged, secretSource, treePaths, type Cluster, type ManagedCluster, type SecretRef } from '../../cluster';
import { ONLY_KEY, readSecretValues, sopsConfigFile, type SecretValues } from '../../secrets';
import { emitDocuments } from '../../yaml';
import { isOnHetzner, isOnVsphere } from '../managed';
import { credentialObjects, vsphereKeys } from './credential-objects';

/** Folder of Kubernetes Secrets, below that of the values they are made from. */
const KUBERNETES = 'kubernetes';

/** The secret that the infrastructure of a managed cluster is made with, and the keys that its value has. */
function credentialsOf(cluster: ManagedCluster): { readonly ref: SecretRef; readonly keys: readonly string[] } {
  if (isOnHetzner(cluster)) return { ref: cluster.machines.token, keys: [ONLY_KEY] };
  if (isOnVsphere(cluster)) return { ref: cluster.machines.credentials, keys: vsphereKeys };
  throw new Error(`no credentials for machines of ${cluster.id}, got ${cluster.id}; use Hetzner or vSphere`);
}

/** Path of the encrypted Secrets of a managed cluster. */
export function credentialsPath(cluster: Pick<Cluster, 'group' | 'name'>): string {
  return `${treePaths(cluster).secrets}/${KUBERNETES}/cluster-api.sops.yaml`;
}

/** The Secrets that must be on the cluster before Cluster API works: applied by hand at bootstrap, once decrypted. */
export function credentialFiles(cluster: Cluster): readonly SecretArtifact[] {
  if (!isManaged(cluster)) return [];
  const { ref, keys } = credentialsOf(cluster);
  const source = secretSource(cluster, ref);
  const text = (values: SecretValues) => emitDocuments(credentialObjects(cluster, () => values));
  return [
    {
      secrecy: 'encrypted',
      path: credentialsPath(cluster),
      owner: cluster.id,
      publicInput: text(Object.fromEntries(keys.map((key) => [key, `placeholder of ${key}`]))),
      sources: [source],
      plainText: ({ textOf }) => text(readSecretValues(textOf(source.path), ref.secret, keys)),
    },
  ];
}

/** `.sops.yaml` of the cluster's secrets: values whole, and of Kubernetes Secrets the data, so that the rest can be read. */
export function credentialRules(cluster: Cluster): readonly Artifact[] {
  if (!isManaged(cluster)) return [];
  return [
    sopsConfigFile(cluster, treePaths(cluster).secrets, [
      { paths: `^${KUBERNETES}/`, encrypt: 'secret data' },
      { paths: '\\.sops\\.yaml$', encrypt: 'all' },
    ]),
  ];
}
