import type { ClusterFacts, Component, ComponentSecret, JsonObject, SecretRef } from '../../cluster';
import { vaultAddress } from './vault';

/** How the operator proves to Vault who it is: a token, or its own service account. */
export type VaultAuth =
  | { readonly kind: 'token'; readonly token: SecretRef }
  | {
      readonly kind: 'kubernetes';
      /** Role in Vault. */
      readonly role: string;
      /** @default 'kubernetes' */
      readonly mountPath?: string;
    };

export interface ClusterSecretStoreSettings {
  /** @default 'vault' */
  readonly name?: string;
  /** URL of the Vault server. @default - the cluster's own, which `vault` runs */
  readonly server?: string;
  /** Mount of the key-value engine. @default 'secret' */
  readonly path?: string;
  /** Version of the key-value engine. @default 'v2' */
  readonly version?: 'v1' | 'v2';
  /** @default - the token `secret('vault-token')` */
  readonly auth?: VaultAuth;
}

const operator = 'external-secrets';
const tokenSecret = { name: 'vault-token', key: 'token' };

/**
 * The store that every ExternalSecret reads, at a Vault server. The token comes with the bootstrap: no store gives what
 * opens it.
 */
export function clusterSecretStore(settings: ClusterSecretStoreSettings = {}): Component {
  const { name = 'vault', auth = { kind: 'token', token: { secret: tokenSecret.name } } } = settings;
  const apiVersion = 'external-secrets.io/v1';
  const kind = 'ClusterSecretStore';
  return {
    name: 'cluster-secret-store',
    namespace: operator,
    objects: (cluster) => [{ apiVersion, kind, metadata: { name }, spec: storeSpec(cluster, settings, auth) }],
    secrets: () => secrets(auth),
    provides: [`secret-store/${name}`],
    requires: [
      'crd/external-secrets.io/ClusterSecretStore',
      'external-secrets',
      ...(settings.server === undefined ? ['vault'] : []),
    ],
    decrypts: 'external-secrets',
    health: () => [{ apiVersion, kind, name }],
  };
}

function storeSpec(cluster: ClusterFacts, settings: ClusterSecretStoreSettings, auth: VaultAuth): JsonObject {
  const { server = vaultAddress(cluster), path = 'secret', version = 'v2' } = settings;
  return { provider: { vault: { server, path, version, auth: authOf(auth) } } };
}

function authOf(auth: VaultAuth): JsonObject {
  return auth.kind === 'token'
    ? { tokenSecretRef: { ...tokenSecret, namespace: operator } }
    : {
        kubernetes: {
          mountPath: auth.mountPath ?? 'kubernetes',
          role: auth.role,
          serviceAccountRef: { name: operator, namespace: operator },
        },
      };
}

function secrets(auth: VaultAuth): readonly ComponentSecret[] {
  return auth.kind === 'token' ? [{ name: tokenSecret.name, data: { [tokenSecret.key]: auth.token } }] : [];
}
