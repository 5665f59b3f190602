import type { Component, HelmChart, JsonObject, SecretRef } from '../../cluster';
import { chartAt, type ChartSettings } from '../chart-settings';
import { mergeValues } from '../merge-values';
import { deployments } from '../workload';

/** Requests for a host that the tunnel hands to a service of the cluster. */
export interface TunnelRoute {
  /** Host name, or a pattern such as `*.example.com`. */
  readonly host: string;
  /** URL of the service, e.g. `https://envoy-external.network.svc:443`. */
  readonly service: string;
  /** Name that the service's certificate is checked for. @default - the host of the URL */
  readonly serverName?: string;
}

export interface CloudflaredSettings extends ChartSettings {
  /** Token of the tunnel. @default secret('cloudflare-tunnel-token') */
  readonly token?: SecretRef;
  /** Routes of the tunnel, first match first. @default - they are kept at Cloudflare */
  readonly routes?: readonly TunnelRoute[];
  /** @default 2 */
  readonly replicas?: number;
  /** Exact tag of the image `docker.io/cloudflare/cloudflared`. @default '2026.3.0' */
  readonly tag?: string;
}

// cloudflared has no chart of its own; this one runs any image
const chart: HelmChart = { name: 'app-template', version: '4.6.2', repository: 'oci://ghcr.io/bjw-s-labs/helm' };

const name = 'cloudflare-tunnel';
const tokenSecret = { name: `${name}-token`, key: 'TUNNEL_TOKEN' };
const metricsPort = 8080;

/** A tunnel that Cloudflare reaches the cluster by: no port of the network is open. */
export function cloudflared(settings: CloudflaredSettings = {}): Component {
  return {
    name,
    namespace: name,
    chart: chartAt(chart, settings),
    rendered: settings.rendered ?? false,
    values: () => mergeValues(ownValues(settings), settings.values),
    secrets: () => [
      { name: tokenSecret.name, data: { [tokenSecret.key]: settings.token ?? { secret: tokenSecret.name } } },
    ],
    provides: ['tunnel/cloudflare'],
    requires: [],
    health: () => deployments(name, name),
    podSecurity: 'restricted',
    traffic: {
      // Source: Cloudflare documentation, "Tunnel with firewall"
      to: [
        { peer: 'internet', ports: [{ port: 7844, protocol: 'UDP' }, { port: 7844 }, { port: 443 }] },
        { peer: 'cluster' },
      ],
      from: [{ peer: 'host', ports: [{ port: metricsPort }] }],
    },
  };
}

// keys: bjw-s-labs/helm-charts, charts/library/common/schemas
function ownValues({ routes, replicas = 2, tag = '2026.3.0' }: CloudflaredSettings): JsonObject {
  const probe = {
    enabled: true,
    custom: true,
    spec: { httpGet: { path: '/ready', port: metricsPort } },
  };
  return {
    // names that do not change with the name of the release
    global: { fullnameOverride: name },
    controllers: {
      [name]: {
        replicas,
        strategy: 'RollingUpdate',
        containers: {
          app: {
            image: { repository: 'docker.io/cloudflare/cloudflared', tag },
            args: ['tunnel', '--no-autoupdate', 'run'],
            env: {
              TUNNEL_METRICS: `0.0.0.0:${String(metricsPort)}`,
              [tokenSecret.key]: { valueFrom: { secretKeyRef: tokenSecret } },
            },
            probes: { liveness: probe, readiness: probe },
            securityContext: {
              allowPrivilegeEscalation: false,
              readOnlyRootFilesystem: true,
              capabilities: { drop: ['ALL'] },
            },
          },
        },
      },
    },
    defaultPodOptions: {
      securityContext: {
        runAsNonRoot: true,
        runAsUser: 65534,
        runAsGroup: 65534,
        seccompProfile: { type: 'RuntimeDefault' },
      },
    },
    ...(routes === undefined ? {} : routeValues(routes)),
  };
}

function routeValues(routes: readonly TunnelRoute[]): JsonObject {
  const ingress = [
    ...routes.map(({ host, service, serverName }) => ({
      hostname: host,
      service,
      originRequest: serverName === undefined ? undefined : { originServerName: serverName },
    })),
    // the last rule must match everything
    { service: 'http_status:404' },
  ];
  return {
    // JSON is YAML, which is what cloudflared reads
    configMaps: { config: { data: { 'config.yaml': JSON.stringify({ ingress }) } } },
    persistence: {
      config: {
        type: 'configMap',
        identifier: 'config',
        globalMounts: [{ path: '/etc/cloudflared/config.yaml', subPath: 'config.yaml', readOnly: true }],
      },
    },
  };
}
