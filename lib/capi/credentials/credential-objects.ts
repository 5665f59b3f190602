import type { KubernetesObject } from '../../artifact';
import type { ComponentSecret, SecretValue, ManagedCluster, SecretRef } from '../../cluster';
import { ONLY_KEY, type SecretValues } from '../../secrets';
import { emitDocuments } from '../../yaml';
import { addonComponents } from '../addons/selection';
import { isOnHetzner, isOnVsphere } from '../managed';
import { HETZNER_SECRET, TOKEN_MANIFEST_SECRET } from '../names';
import { moveLabels } from '../pivot/objects';
import { infrastructureNamespaces } from '../operator/provider-object';

/** Type of a Secret of manifests; a ClusterResourceSet takes no other. Source: Cluster API `addons/v1beta1`. */
const RESOURCE_SET_TYPE = 'addons.cluster.x-k8s.io/resource-set';

/** Keys of the Secret that CAPV logs in with. Source: CAPV `pkg/identity`. */
export const vsphereKeys = ['username', 'password'] as const;

/** Gives the values of a secret. */
export type ValuesOf = (ref: SecretRef) => SecretValues;

/**
 * The credentials of a managed cluster in every shape in which something reads them: for the infrastructure provider, as
 * manifests that a ClusterResourceSet hands to the cluster, and as the Secrets themselves, where the addons run. They carry
 * the label by which a pivot takes them along, since it may come before their owner is set.
 */
export function credentialObjects(cluster: ManagedCluster, valuesOf: ValuesOf): readonly KubernetesObject[] {
  const addonSecrets = addonComponents(cluster).flatMap(({ secrets, namespace }) =>
    (secrets?.(cluster) ?? []).map((secret) => addonSecret(secret, namespace, valuesOf)),
  );
  return [
    ...providerCredentials(cluster, valuesOf),
    ...(addonSecrets.length > 0 && isOnHetzner(cluster) ? [manifestSecret(cluster, addonSecrets)] : []),
    ...addonSecrets,
  ];
}

function providerCredentials(cluster: ManagedCluster, valuesOf: ValuesOf): readonly KubernetesObject[] {
  const { machines } = cluster;
  const { namespace } = machines.managedBy;
  if (isOnHetzner(cluster)) {
    const { token } = cluster.machines;
    return [moved(HETZNER_SECRET, namespace, { [token.secret]: valuesOf(token)[ONLY_KEY] ?? '' })];
  }
  if (!isOnVsphere(cluster)) return [];
  const { credentials, identity } = cluster.machines;
  const values = valuesOf(credentials);
  const data = Object.fromEntries(vsphereKeys.map((key) => [key, values[key] ?? '']));
  const shared = identity === 'cluster-identity';
  return [moved(credentials.secret, shared ? (infrastructureNamespaces(cluster)[0] ?? namespace) : namespace, data)];
}

function manifestSecret(cluster: ManagedCluster, manifests: readonly KubernetesObject[]): KubernetesObject {
  const data = { 'hcloud-secret.yaml': emitDocuments(manifests) };
  return { ...moved(TOKEN_MANIFEST_SECRET, cluster.machines.managedBy.namespace, data), type: RESOURCE_SET_TYPE };
}

function addonSecret({ name, data }: ComponentSecret, namespace: string, valuesOf: ValuesOf): KubernetesObject {
  const stringData = Object.fromEntries(Object.entries(data).map(([key, value]) => [key, textOf(value, valuesOf)]));
  return { apiVersion: 'v1', kind: 'Secret', metadata: { name, namespace }, stringData };
}

function textOf(value: SecretValue, valuesOf: ValuesOf): string {
  if (typeof value === 'string') return value;
  if ('secret' in value) return valuesOf(value)[ONLY_KEY] ?? '';
  throw new Error('a component that Cluster API installs gets no private age key; let the engine install it');
}

function moved(name: string, namespace: string, stringData: Readonly<Record<string, string>>): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name, namespace, labels: { [moveLabels.alone]: '' } },
    stringData,
  };
}
