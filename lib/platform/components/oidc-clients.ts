import {
  secret,
  type ClusterFacts,
  type Component,
  type ComponentSecret,
  type JsonObject,
  type SecretRef,
} from '../../cluster';

/** A client of the platform's OpenID Connect provider. */
export interface OidcClient {
  readonly redirectUris: readonly [string, ...string[]];
  /** @default - the secret `<name>-oidc-client-secret`, which the component of that name reads as well */
  readonly secret?: SecretRef;
  /** What it may ask for. @default ['openid', 'profile', 'email', 'groups', 'offline_access'] */
  readonly scopes?: readonly string[];
  /** Skip the question whether the person consents, as for applications of one's own. @default true */
  readonly skipConsent?: boolean;
}

export interface OidcClientsSettings {
  /** Clients by id. */
  readonly clients: Readonly<Record<string, OidcClient>>;
  /** The public client by which people log in to the Kubernetes API; its id is that of the cluster's `oidc`. @default - none */
  readonly kubernetes?: {
    /** @default - where kubelogin listens: ['http://localhost:8000', 'http://localhost:18000'] */
    readonly redirectUris?: readonly string[];
  };
  /** @default 'identity' */
  readonly namespace?: string;
}

const apiVersion = 'hydra.ory.sh/v1alpha1';
const kind = 'OAuth2Client';

const defaultScopes = ['openid', 'profile', 'email', 'groups', 'offline_access'];

// Source: int128/kubelogin documentation
const kubeloginUris = ['http://localhost:8000', 'http://localhost:18000'];

/**
 * Clients of Hydra, as OAuth2Client objects: the controller registers each with the id and the secret that it finds.
 *
 * Its objects throw an Error where `kubernetes` is set on a cluster without `oidc`.
 */
export function oidcClients(settings: OidcClientsSettings): Component {
  const { namespace = 'identity', kubernetes } = settings;
  const clients = Object.entries(settings.clients).sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    name: 'oidc-clients',
    namespace,
    objects: (cluster) => [
      ...clients.map(([id, client]) => confidentialClient(id, namespace, client)),
      ...(kubernetes === undefined ? [] : [publicClient(kubernetesId(cluster), namespace, kubernetes.redirectUris)]),
    ],
    secrets: (cluster) => [
      ...clients.map(([id, client]) => clientSecret(id, client.secret ?? secret(`${id}-oidc-client-secret`))),
      ...(kubernetes === undefined ? [] : [clientSecret(kubernetesId(cluster))]),
    ],
    provides: clients.map(([id]) => `oidc-client/${id}`),
    requires: ['crd/hydra.ory.sh'],
    health: (cluster) =>
      [...clients.map(([id]) => id), ...(kubernetes === undefined ? [] : [kubernetesId(cluster)])].map((name) => ({
        apiVersion,
        kind,
        name,
        namespace,
      })),
  };
}

function confidentialClient(id: string, namespace: string, client: OidcClient): JsonObject {
  const { redirectUris, scopes = defaultScopes, skipConsent = true } = client;
  return oauth2Client(id, namespace, {
    redirectUris: [...redirectUris],
    scopeArray: [...scopes],
    skipConsent,
    tokenEndpointAuthMethod: 'client_secret_basic',
  });
}

function publicClient(id: string, namespace: string, redirectUris: readonly string[] = kubeloginUris): JsonObject {
  return oauth2Client(id, namespace, {
    redirectUris: [...redirectUris],
    scopeArray: defaultScopes,
    skipConsent: true,
    // a secret on every laptop is none
    tokenEndpointAuthMethod: 'none',
  });
}

function oauth2Client(id: string, namespace: string, spec: JsonObject): JsonObject {
  return {
    apiVersion,
    kind,
    metadata: { name: id, namespace },
    spec: {
      clientName: id,
      secretName: secretName(id),
      grantTypes: ['authorization_code', 'refresh_token'],
      responseTypes: ['code'],
      ...spec,
    },
  };
}

// a Secret that stands there before the client decides its id, which would be random.
// Source: ory/hydra-maester, controllers/oauth2client_controller.go
function clientSecret(id: string, value?: SecretRef): ComponentSecret {
  return { name: secretName(id), data: { CLIENT_ID: id, ...(value === undefined ? {} : { CLIENT_SECRET: value }) } };
}

function secretName(id: string): string {
  return `${id}-oidc-client`;
}

function kubernetesId({ id, oidc }: ClusterFacts): string {
  if (oidc === undefined) {
    throw new Error(
      `${id}: oidc-clients registers the client of the cluster's oidc, got no oidc; add it to the definition, or remove kubernetes`,
    );
  }
  return oidc.clientId;
}
