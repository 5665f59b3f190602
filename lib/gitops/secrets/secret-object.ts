import type { KubernetesObject, SecretArtifact } from '../../artifact';
import { runsFlux, type Cluster, type Component, type ComponentSecret } from '../../cluster';
import { encryptedObject, type TextOf } from './encrypted-object';

/** A Secret that a component reads, with its values, as Kubernetes holds it. */
export function secretObject(
  { namespace }: Pick<Component, 'namespace'>,
  secret: ComponentSecret,
  textOf: TextOf,
  annotations?: Readonly<Record<string, string>>,
): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: secret.name, namespace: secret.namespace ?? namespace, labels: secret.labels, annotations },
    type: secret.type,
    stringData: textsOf(secret, textOf),
  };
}

/** The values of a Secret by key. */
export function textsOf({ data }: ComponentSecret, textOf: TextOf): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, textOf(value)]));
}

/**
 * A Secret as a SOPS file that an engine decrypts itself, or a person by hand; all but its values can be read.
 *
 * @throws Error for a Secret that holds the private age key, which no file of the tree may hold
 */
export function secretFile(
  cluster: Cluster,
  component: Pick<Component, 'namespace'>,
  secret: ComponentSecret,
  path: string,
): SecretArtifact {
  // Flux decrypts before it substitutes: a value with `${` would be read as a variable
  const annotations = runsFlux(cluster) ? { 'kustomize.toolkit.fluxcd.io/substitute': 'disabled' } : undefined;
  return encryptedObject(cluster, secret, path, (textOf) => secretObject(component, secret, textOf, annotations));
}
