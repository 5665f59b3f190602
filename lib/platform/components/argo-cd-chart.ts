import {
  secret,
  type ClusterFacts,
  type Component,
  type HelmChart,
  type JsonObject,
  type SecretRef,
} from '../../cluster';
import { chartAt, type ChartSettings } from '../chart-settings';
import { exposed, publicUrl } from '../exposed';
import type { Exposure } from '../http-route';
import { mergeValues } from '../merge-values';
import { deployments } from '../workload';

/** Argo CD's login through the cluster's `oidc`. */
export interface ArgoCdChartLogin {
  /** Client that the identity provider knows. @default 'argocd' */
  readonly clientId?: string;
  /** @default - the secret `argocd-oidc-client-secret` */
  readonly clientSecret?: SecretRef;
  /** Groups whose members are administrators. @default - none; everyone else may look */
  readonly adminGroups?: readonly string[];
}

export interface ArgoCdChartSettings extends ChartSettings {
  /** Where it is reached from outside; the gateway ends TLS. @default - nowhere */
  readonly exposure?: Exposure;
  /** @default - the administrator's password alone */
  readonly login?: ArgoCdChartLogin;
  /** How many pods the server and the repository server have. @default 1 */
  readonly replicas?: number;
}

// Argo CD v3.2.6
const chart: HelmChart = { name: 'argo-cd', version: '9.3.7', repository: 'https://argoproj.github.io/argo-helm' };

const name = 'argocd';
const namespace = 'argocd';
const server = `${name}-server`;
const loginSecret = { name: 'argocd-oidc', key: 'client-secret' } as const;

/** Argo CD by its chart, for a cluster that another engine carries or that installs Argo CD otherwise. */
export function argoCdChart(settings: ArgoCdChartSettings = {}): Component {
  const { exposure, login } = settings;
  const route = exposed({ name: server, namespace }, exposure, { service: server, port: 80 });
  return {
    name: 'argo-cd',
    namespace,
    chart: chartAt(chart, settings),
    rendered: settings.rendered ?? false,
    values: (cluster) => mergeValues(ownValues(cluster, settings), settings.values),
    objects: () => route.objects,
    secrets: () => (login === undefined ? [] : [clientSecret(login)]),
    provides: ['crd/argoproj.io'],
    requires: route.requires,
    health: () => deployments(namespace, server, `${name}-repo-server`),
    podSecurity: 'restricted',
    traffic: {
      // repositories and registries, over HTTPS or SSH, and the identity provider
      to: [{ peer: 'kube-apiserver' }, { peer: 'cluster' }, { peer: 'internet', ports: [{ port: 443 }, { port: 22 }] }],
      from: [{ peer: 'cluster' }],
    },
  };
}

/** Argo CD reads a Secret by name only where it has this label. Source: Argo CD, "User Management" */
function clientSecret({ clientSecret: reference }: ArgoCdChartLogin) {
  return {
    name: loginSecret.name,
    labels: { 'app.kubernetes.io/part-of': 'argocd' },
    data: { [loginSecret.key]: reference ?? secret('argocd-oidc-client-secret') },
  };
}

// Source: the chart's values.yaml
function ownValues(cluster: ClusterFacts, { exposure, login, replicas = 1 }: ArgoCdChartSettings): JsonObject {
  return {
    // the release is named by the engine; the objects are not
    fullnameOverride: name,
    ...(exposure && { global: { domain: exposure.hosts[0] } }),
    dex: { enabled: false },
    server: { replicas },
    repoServer: { replicas },
    configs: {
      cm: {
        ...(exposure && { url: publicUrl(exposure) }),
        ...(login && { 'oidc.config': oidcConfig(cluster, login) }),
      },
      params: { 'server.insecure': exposure !== undefined },
      ...(login && { rbac: rbac(cluster, login) }),
    },
  };
}

function oidcConfig({ id, oidc }: ClusterFacts, { clientId = 'argocd' }: ArgoCdChartLogin): string {
  if (oidc === undefined) {
    throw new Error(`${id}: argo-cd logs in through OIDC, got no oidc; add it to the definition, or remove the login`);
  }
  const config: Readonly<Record<string, string | readonly string[]>> = {
    name: 'OIDC',
    issuer: oidc.issuerUrl,
    clientID: clientId,
    clientSecret: `$${loginSecret.name}:${loginSecret.key}`,
    requestedScopes: ['openid', 'profile', oidc.usernameClaim, oidc.groupsClaim],
  };
  // each value as JSON, which YAML reads the same
  return Object.entries(config)
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`)
    .join('');
}

function rbac({ oidc }: ClusterFacts, { adminGroups = [] }: ArgoCdChartLogin): JsonObject {
  return {
    'policy.default': 'role:readonly',
    'policy.csv': [...adminGroups]
      .sort()
      .map((group) => `g, ${group}, role:admin\n`)
      .join(''),
    scopes: JSON.stringify([oidc?.groupsClaim ?? 'groups', oidc?.usernameClaim ?? 'email']),
  };
}
