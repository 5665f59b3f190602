import type { Component, HelmChart, JsonObject, SecretRef } from '../../cluster';
import { chartAt, type ChartSettings } from '../chart-settings';
import { exposed } from '../exposed';
import type { Exposure } from '../http-route';
import { mergeValues } from '../merge-values';
import { deployment } from '../workload';

/** A client of Dex. */
export interface DexClient {
  /** @default - its id */
  readonly name?: string;
  readonly redirectUris: readonly [string, ...string[]];
  /** @default - a public client, which has none */
  readonly secret?: SecretRef;
}

export interface DexSettings extends ChartSettings {
  /** @default 'dex' */
  readonly namespace?: string;
  /** URL under which both browsers and clients reach it. */
  readonly issuer: string;
  /** Where identities come from, in Dex's own form; `$NAME` in a text stands for a value of `credentials`. @default - none */
  readonly connectors?: readonly JsonObject[];
  /** Environment variables that connectors name. @default - none */
  readonly credentials?: Readonly<Record<string, SecretRef>>;
  /** Clients by id. @default - none */
  readonly clients?: Readonly<Record<string, DexClient>>;
  /** @default - none */
  readonly exposure?: Exposure;
  /** An Ingress on the issuer's host in place of a route, with a certificate of cert-manager. @default - none */
  readonly ingress?: { readonly className: string; readonly clusterIssuer: string };
}

// 5556 is the Service's port as well. Source: dexidp/helm-charts, charts/dex/values.yaml
const httpPort = 5556;

const chart: HelmChart = { name: 'dex', version: '0.24.0', repository: 'https://charts.dexidp.io' };

/** Dex: an OpenID Connect provider in front of others; it keeps its state in Kubernetes objects. */
export function dex(settings: DexSettings): Component {
  const { namespace = 'dex', exposure, ingress } = settings;
  const name = 'dex';
  const route = exposed({ name, namespace }, exposure, { service: name, port: httpPort });
  const environment = secretEnvironment(settings);
  return {
    name,
    namespace,
    chart: chartAt(chart, settings),
    rendered: settings.rendered ?? false,
    values: () => mergeValues(ownValues(name, settings), settings.values),
    objects: () => route.objects,
    secrets: () => (hasMembers(environment) ? [{ name: credentialsOf(name), data: environment }] : []),
    provides: ['oidc-provider'],
    requires: [
      ...route.requires,
      ...(ingress === undefined ? [] : [`ingress-class/${ingress.className}`, 'crd/cert-manager.io']),
    ],
    health: () => [deployment(namespace, name)],
    traffic: {
      to: [{ peer: 'kube-apiserver' }, { peer: 'internet', ports: [{ port: 443 }] }],
      from: [{ peer: 'cluster', ports: [{ port: httpPort }] }],
    },
  };
}

// keys: dexidp/helm-charts, charts/dex/values.yaml; configuration: Dex documentation, "Getting started", "Storage"
function ownValues(name: string, settings: DexSettings): JsonObject {
  const { issuer, connectors, ingress } = settings;
  return {
    fullnameOverride: name,
    config: {
      issuer,
      storage: { type: 'kubernetes', config: { inCluster: true } },
      oauth2: { skipApprovalScreen: true },
      connectors: connectors === undefined ? undefined : [...connectors],
      staticClients: clientsOf(settings).map(([id, client]) => ({
        id,
        name: client.name ?? id,
        redirectURIs: [...client.redirectUris],
        ...(client.secret === undefined ? { public: true } : { secretEnv: clientVariable(id) }),
      })),
    },
    envFrom: hasMembers(secretEnvironment(settings)) ? [{ secretRef: { name: credentialsOf(name) } }] : undefined,
    ingress: ingress === undefined ? undefined : ingressValues(name, new URL(issuer), ingress),
  };
}

function ingressValues(
  name: string,
  { hostname, pathname }: URL,
  { className, clusterIssuer }: NonNullable<DexSettings['ingress']>,
): JsonObject {
  return {
    enabled: true,
    className,
    annotations: { 'cert-manager.io/cluster-issuer': clusterIssuer },
    hosts: [{ host: hostname, paths: [{ path: pathname, pathType: 'Prefix' }] }],
    tls: [{ secretName: `${name}-tls`, hosts: [hostname] }],
  };
}

function secretEnvironment(settings: DexSettings): Readonly<Record<string, SecretRef>> {
  const ofClients = clientsOf(settings).flatMap(([id, { secret }]) =>
    secret === undefined ? [] : [[clientVariable(id), secret] as const],
  );
  return { ...settings.credentials, ...Object.fromEntries(ofClients) };
}

function clientsOf({ clients = {} }: DexSettings): readonly (readonly [string, DexClient])[] {
  return Object.entries(clients).sort(([a], [b]) => (a < b ? -1 : 1));
}

function clientVariable(id: string): string {
  return `CLIENT_${id.toUpperCase().replaceAll(/[^A-Z0-9]/g, '_')}`;
}

function credentialsOf(name: string): string {
  return `${name}-credentials`;
}

function hasMembers(record: Readonly<Record<string, SecretRef>>): boolean {
  return Object.keys(record).length > 0;
}
