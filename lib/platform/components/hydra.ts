import { secret, type ClusterFacts, type Component, type HelmChart, type JsonObject } from '../../cluster';
import { chartAt, type ChartSettings } from '../chart-settings';
import { exposed } from '../exposed';
import type { Exposure } from '../http-route';
import { mergeValues } from '../merge-values';
import {
  databaseRequirements,
  databaseTraffic,
  databaseUrl,
  rolePassword,
  type DatabaseReference,
} from '../postgres-database';
import { deployment } from '../workload';

export interface HydraSettings extends ChartSettings {
  /** @default 'identity' */
  readonly namespace?: string;
  /** Issuer of the tokens, with a slash at its end. @default - the issuer that the cluster's own `oidc` names */
  readonly issuer?: string;
  /** Where people log in and consent, e.g. `https://id.example.com`: the pages of `kratosSelfserviceUi()`. */
  readonly loginUrl: string;
  /** @default - the database `hydra` of `postgres()` */
  readonly database?: DatabaseReference;
  /** The public endpoint; the administration endpoint is never exposed. @default - within the cluster only */
  readonly exposure?: Exposure;
}

/** Ports of Hydra's two Services, `hydra-public` and `hydra-admin`. */
const ports = { public: 4444, admin: 4445 } as const;

const chart: HelmChart = { name: 'hydra', version: '0.60.1', repository: 'https://k8s.ory.sh/helm/charts' };

/**
 * Ory Hydra: the OAuth 2.0 and OpenID Connect provider. Its clients are objects of their own, see `hydraMaester()` and
 * `oidcClients()`.
 *
 * Its values throw an Error without an issuer, on a cluster that has no `oidc` to take it from.
 */
export function hydra(settings: HydraSettings): Component {
  const { namespace = 'identity', database = { name: 'hydra' }, exposure } = settings;
  const name = 'hydra';
  const route = exposed({ name, namespace }, exposure, { service: `${name}-public`, port: ports.public });
  return {
    name,
    namespace,
    chart: chartAt(chart, settings),
    rendered: settings.rendered ?? false,
    values: (cluster) => mergeValues(ownValues(name, cluster, settings, database), settings.values),
    objects: () => route.objects,
    secrets: () => [
      {
        name,
        data: {
          databasePassword: rolePassword(database.owner ?? database.name),
          secretsSystem: secret('hydra-system-secret'),
          secretsCookie: secret('hydra-cookie-secret'),
        },
      },
    ],
    provides: ['oidc-provider', 'hydra'],
    requires: [...databaseRequirements(database), ...route.requires],
    health: () => [deployment(namespace, name)],
    traffic: {
      to: [databaseTraffic(database)],
      from: [{ peer: 'cluster', ports: [{ port: ports.public }, { port: ports.admin }] }],
    },
  };
}

/** URL of Hydra's administration endpoint within the cluster. */
export function hydraAdminUrl(namespace = 'identity'): string {
  return `http://hydra-admin.${namespace}.svc:${String(ports.admin)}`;
}

// keys: ory/k8s, helm/charts/hydra/values.yaml and templates/deployment.yaml
function ownValues(
  name: string,
  cluster: ClusterFacts,
  { issuer = cluster.oidc?.issuerUrl, loginUrl }: HydraSettings,
  database: DatabaseReference,
): JsonObject {
  if (issuer === undefined) {
    throw new Error(`${cluster.id}: hydra signs tokens for an issuer, got none; set issuer, or oidc in the definition`);
  }
  return {
    fullnameOverride: name,
    // a component of its own, since its CRD must be there before the clients
    maester: { enabled: false },
    secret: { enabled: false, nameOverride: name },
    hydra: {
      // a Helm hook would run before the engine has delivered the Secret
      automigration: { enabled: true, type: 'initContainer' },
      config: {
        // who may say that a request came by TLS: what stands in the pod network, and gateways on the nodes themselves
        serve: { tls: { allow_termination_from: [cluster.network.pods.text, cluster.network.nodes.text] } },
        urls: {
          self: { issuer },
          login: `${loginUrl}/login`,
          consent: `${loginUrl}/consent`,
          logout: `${loginUrl}/logout`,
        },
      },
    },
    deployment: {
      extraEnv: databaseUrl(database, { variable: 'DSN', password: { name, key: 'databasePassword' } }),
    },
  };
}
