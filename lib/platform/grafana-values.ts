import { secret, type ClusterFacts, type ComponentSecret, type JsonObject, type SecretRef } from '../cluster';
import { exposed, publicUrl, type Exposed } from './exposed';
import type { Exposure } from './http-route';
import { volumeRequires, type Volume } from './volume';

/** A source of data that Grafana knows from the start. */
export interface Datasource {
  readonly name: string;
  /** Its plugin, e.g. `prometheus`. */
  readonly type: string;
  readonly url: string;
  /** What the plugin takes besides. @default - nothing */
  readonly jsonData?: JsonObject;
}

/** Grafana's login through the cluster's `oidc`. */
export interface GrafanaLogin {
  /** Client that the identity provider knows. @default 'grafana' */
  readonly clientId?: string;
  /** @default - the secret `grafana-oidc-client-secret` */
  readonly clientSecret?: SecretRef;
  /** Groups whose members are administrators. @default - none */
  readonly adminGroups?: readonly string[];
  /** Groups whose members may edit. @default - none; everyone else may look */
  readonly editorGroups?: readonly string[];
  /** Paths below the issuer, as the provider's discovery document has them. @default - those of Ory Hydra */
  readonly paths?: { readonly authorization: string; readonly token: string; readonly userInfo: string };
}

/** What one chooses of Grafana, alone or as a part of a larger chart. */
export interface GrafanaOptions {
  /** Where it is reached from outside. @default - nowhere */
  readonly exposure?: Exposure;
  /** @default - the administrator's password alone */
  readonly login?: GrafanaLogin;
  /** Password of the user `admin`. @default - the secret `grafana-admin-password` */
  readonly adminPassword?: SecretRef;
  /** @default - none */
  readonly datasources?: readonly Datasource[];
  /** Where it keeps what people make by hand. @default - nowhere: a new pod starts empty */
  readonly volume?: Volume;
}

// Source: Ory Hydra, discovery document
const hydraPaths = { authorization: 'oauth2/auth', token: 'oauth2/token', userInfo: 'userinfo' };

const adminSecret = { name: 'grafana-admin', user: 'admin-user', password: 'admin-password' } as const;
const loginSecret = { name: 'grafana-oidc', key: 'client-secret' } as const;

/** Where Grafana stands. */
export interface GrafanaPlace {
  readonly namespace: string;
  /** Name of its Deployment and its Service. */
  readonly name: string;
}

/** The route to Grafana, and what must be there before Grafana is. */
export function grafanaExposed(place: GrafanaPlace, { exposure, volume }: GrafanaOptions): Exposed {
  const { objects, requires } = exposed(place, exposure, { service: place.name, port: 80 });
  return { objects, requires: [...requires, ...volumeRequires(volume)] };
}

export function grafanaSecrets({ adminPassword, login }: GrafanaOptions): readonly ComponentSecret[] {
  const password = adminPassword ?? secret('grafana-admin-password');
  const admin = { name: adminSecret.name, data: { [adminSecret.user]: 'admin', [adminSecret.password]: password } };
  if (login === undefined) return [admin];
  const client = login.clientSecret ?? secret('grafana-oidc-client-secret');
  return [admin, { name: loginSecret.name, data: { [loginSecret.key]: client } }];
}

/**
 * Values of Grafana's chart, wherever it stands. Source: the chart's values.yaml; Grafana, "Generic OAuth"
 *
 * @throws Error for a login on a cluster without `oidc`
 */
export function grafanaValues(cluster: ClusterFacts, options: GrafanaOptions): JsonObject {
  const { exposure, login, datasources = [], volume } = options;
  return {
    admin: { existingSecret: adminSecret.name, userKey: adminSecret.user, passwordKey: adminSecret.password },
    'grafana.ini': {
      ...(exposure && { server: { root_url: publicUrl(exposure) } }),
      ...(login && { 'auth.generic_oauth': oauth(cluster, login) }),
    },
    ...(login && {
      envValueFrom: { GF_AUTH_GENERIC_OAUTH_CLIENT_SECRET: { secretKeyRef: { ...loginSecret } } },
    }),
    ...(datasources.length > 0 && {
      datasources: { 'datasources.yaml': { apiVersion: 1, datasources: datasources.map(provisioned) } },
    }),
    ...(volume && {
      persistence: { enabled: true, size: volume.size.toQuantity(), storageClassName: volume.storageClass },
      // two pods cannot hold the volume at once
      deploymentStrategy: { type: 'Recreate' },
    }),
    // runs as root to change owners, which the pod's group does already
    initChownData: { enabled: false },
  };
}

function provisioned({ name, type, url, jsonData }: Datasource, index: number): JsonObject {
  return { name, type, url, access: 'proxy', isDefault: index === 0, jsonData };
}

function oauth({ id, oidc }: ClusterFacts, login: GrafanaLogin): JsonObject {
  if (oidc === undefined) {
    throw new Error(`${id}: grafana logs in through OIDC, got no oidc; add it to the definition, or remove the login`);
  }
  const { authorization, token, userInfo } = login.paths ?? hydraPaths;
  const at = (path: string): string => new URL(path, oidc.issuerUrl.replace(/\/*$/, '/')).href;
  return {
    enabled: true,
    name: 'OIDC',
    client_id: login.clientId ?? 'grafana',
    scopes: `openid ${oidc.usernameClaim} ${oidc.groupsClaim}`,
    auth_url: at(authorization),
    token_url: at(token),
    api_url: at(userInfo),
    use_pkce: true,
    groups_attribute_path: oidc.groupsClaim,
    role_attribute_path: roles(oidc.groupsClaim, login),
  };
}

/** A JMESPath expression that gives each user a role. */
function roles(claim: string, { adminGroups = [], editorGroups = [] }: GrafanaLogin): string {
  const when = (groups: readonly string[], role: string): string[] =>
    [...groups].sort().map((group) => `contains(${claim}[*], '${group.replaceAll("'", "\\'")}') && '${role}'`);
  return [...when(adminGroups, 'Admin'), ...when(editorGroups, 'Editor'), `'Viewer'`].join(' || ');
}
