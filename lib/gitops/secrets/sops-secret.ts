import type { SecretArtifact } from '../../artifact';
import type { Cluster, ComponentSecret } from '../../cluster';
import { encryptedObject } from './encrypted-object';
import { textsOf } from './secret-object';

/** Ending of a file that holds a SopsSecret: no rule for SOPS files is for it, nor its own for them. */
export const sopsSecretEnding = '.sopssecret.yaml';

/**
 * Keys under which a SopsSecret is encrypted: all of its Secrets to be, their names included. The operator reads what the
 * API server kept, and that drops metadata which its CRD does not know. Source: sops-secrets-operator, README.
 */
export const sopsSecretSuffix = 'Templates';

/**
 * A Secret as a SopsSecret, of which an operator makes it. What is readable says no more than its name and namespace.
 *
 * @throws Error for a Secret that holds the private age key, which no file of the tree may hold
 */
export function sopsSecretFile(
  cluster: Cluster,
  secret: ComponentSecret & { readonly namespace: string },
  path: string,
  annotations?: Readonly<Record<string, string>>,
): SecretArtifact {
  const { name, namespace, labels, type } = secret;
  return encryptedObject(cluster, secret, path, (textOf) => ({
    apiVersion: 'isindir.github.com/v1alpha3',
    kind: 'SopsSecret',
    metadata: { name, namespace, annotations },
    spec: { secretTemplates: [{ name, labels, type, stringData: textsOf(secret, textOf) }] },
  }));
}
