import type { ClusterFacts, Component, HelmChart, JsonObject, SecretRef } from '../../cluster';
import { chartAt, type ChartSettings } from '../chart-settings';
import { gatewayKinds } from '../gateway-api-release';
import { mergeValues } from '../merge-values';
import { deployments } from '../workload';

/** What names are read from. */
export type DnsSource = 'service' | 'ingress' | 'crd' | 'gateway-httproute' | 'gateway-tlsroute' | 'gateway-grpcroute';

export interface ExternalDnsSettings extends ChartSettings {
  /** Who holds the zones, as external-dns names it. @default 'cloudflare' */
  readonly provider?: string;
  /**
   * Environment variables by which it proves to the provider who it is.
   * @default - `CF_API_TOKEN` of `secret('cloudflare-api-token')` for Cloudflare, none for others
   */
  readonly credentials?: Readonly<Record<string, SecretRef>>;
  /** Zones that it may change, e.g. `example.com`. @default - all that its credentials open */
  readonly domains?: readonly string[];
  /** @default ['service', 'ingress'] */
  readonly sources?: readonly DnsSource[];
  /** Whether records whose source is gone are removed (`sync`). @default 'upsert-only' */
  readonly policy?: 'sync' | 'upsert-only' | 'create-only';
  /** Let Cloudflare stand before the hosts. @default false */
  readonly proxied?: boolean;
  /** What its records are marked with, so that two clusters do not fight over them. @default - the name of the cluster */
  readonly owner?: string;
}

const chart: HelmChart = {
  name: 'external-dns',
  version: '1.21.1',
  repository: 'https://kubernetes-sigs.github.io/external-dns',
};

const name = 'external-dns';
const credentialsSecret = `${name}-credentials`;

const routeKinds: Readonly<Partial<Record<DnsSource, string>>> = {
  'gateway-httproute': 'HTTPRoute',
  'gateway-tlsroute': 'TLSRoute',
  'gateway-grpcroute': 'GRPCRoute',
};

/** Records of a DNS provider for the hosts of Services, Ingresses and routes. */
export function externalDns(settings: ExternalDnsSettings = {}): Component {
  const sources = settings.sources ?? ['service', 'ingress'];
  const routes = sources.flatMap((source) => routeKinds[source] ?? []);
  const credentials = credentialsOf(settings);
  return {
    name,
    namespace: name,
    chart: chartAt(chart, settings),
    rendered: settings.rendered ?? false,
    values: (cluster) => mergeValues(ownValues(cluster, settings, sources), settings.values),
    secrets: () => (Object.keys(credentials).length === 0 ? [] : [{ name: credentialsSecret, data: credentials }]),
    provides: ['crd/externaldns.k8s.io', 'dns-records'],
    requires: routes.length === 0 ? [] : gatewayKinds('Gateway', ...routes),
    health: () => deployments(name, name),
    podSecurity: 'restricted',
    traffic: { to: [{ peer: 'kube-apiserver' }, { peer: 'internet', ports: [{ port: 443 }] }] },
  };
}

function credentialsOf({ provider = 'cloudflare', credentials }: ExternalDnsSettings) {
  return credentials ?? (provider === 'cloudflare' ? { CF_API_TOKEN: { secret: 'cloudflare-api-token' } } : {});
}

// keys: kubernetes-sigs/external-dns, charts/external-dns/values.yaml
function ownValues(cluster: ClusterFacts, settings: ExternalDnsSettings, sources: readonly DnsSource[]): JsonObject {
  const { provider = 'cloudflare', domains, policy = 'upsert-only', proxied, owner = cluster.name } = settings;
  return {
    // names that do not change with the name of the release
    fullnameOverride: name,
    provider: { name: provider },
    env: Object.keys(credentialsOf(settings))
      .sort()
      .map((key) => ({ name: key, valueFrom: { secretKeyRef: { name: credentialsSecret, key } } })),
    sources: [...sources],
    policy,
    txtOwnerId: owner,
    domainFilters: domains === undefined ? undefined : [...domains],
    extraArgs: proxied === true ? ['--cloudflare-proxied'] : undefined,
  };
}
