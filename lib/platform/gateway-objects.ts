import type { JsonObject } from '../cluster';
import { gatewayApiGroup } from './gateway-api-release';

/** One port of a Gateway. */
export interface GatewayListenerSettings {
  readonly protocol: 'HTTP' | 'HTTPS' | 'TLS' | 'TCP' | 'UDP';
  /** @default - 80 for HTTP, 443 for HTTPS and TLS; to be given for TCP and UDP */
  readonly port?: number;
  /** Host names that it answers for, e.g. `*.example.com`. @default - every host */
  readonly host?: string;
  /** Secret with its certificate; where the Gateway names an issuer, cert-manager makes it. @default - `<gateway>-<listener>-tls` */
  readonly certificate?: string;
  /** Pass TLS on to the backend instead of ending it. @default false */
  readonly passthrough?: boolean;
  /** Whose routes it takes: those of its own namespace, or of all. @default 'All' */
  readonly routes?: 'Same' | 'All';
}

/** A way into the cluster. */
export interface GatewaySettings {
  /** @default - that of Envoy Gateway, or `gateways` where Cilium answers */
  readonly namespace?: string;
  /** Listeners by name. */
  readonly listeners: Readonly<Record<string, GatewayListenerSettings>>;
  /** ClusterIssuer of the listeners' certificates. @default - they are made elsewhere */
  readonly issuer?: string;
  /** Addresses of its load balancer, where Cilium hands them out. @default - any */
  readonly addresses?: readonly string[];
  /** Annotations of its load balancer, e.g. `load-balancer.hetzner.cloud/location`. @default - none */
  readonly loadBalancer?: Readonly<Record<string, string>>;
}

const ports: Readonly<Partial<Record<GatewayListenerSettings['protocol'], number>>> = {
  HTTP: 80,
  HTTPS: 443,
  TLS: 443,
};

/** A Gateway of a class. Throws an Error for a listener that needs a port and has none. */
export function gatewayObject(
  className: string,
  name: string,
  namespace: string,
  gateway: GatewaySettings,
): JsonObject {
  const { listeners, issuer, addresses, loadBalancer } = gateway;
  const infrastructure: Readonly<Record<string, string>> = {
    ...loadBalancer,
    // Source: Cilium documentation, "LB IPAM", requesting IPs
    ...(addresses === undefined ? {} : { 'lbipam.cilium.io/ips': addresses.join(',') }),
  };
  return {
    apiVersion: `${gatewayApiGroup}/v1`,
    kind: 'Gateway',
    metadata: {
      name,
      namespace,
      annotations: issuer === undefined ? undefined : { 'cert-manager.io/cluster-issuer': issuer },
    },
    spec: {
      gatewayClassName: className,
      infrastructure: Object.keys(infrastructure).length === 0 ? undefined : { annotations: infrastructure },
      listeners: Object.entries(listeners)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([listener, settings]) => listenerOf(name, listener, settings)),
    },
  };
}

function listenerOf(gateway: string, name: string, settings: GatewayListenerSettings): JsonObject {
  const { protocol, host, passthrough = false } = settings;
  const port = settings.port ?? ports[protocol];
  if (port === undefined) {
    throw new Error(
      `listener ${name} of gateway ${gateway} has no usual port, got protocol ${protocol}; add port to the listener`,
    );
  }
  const certificate = settings.certificate ?? `${gateway}-${name}-tls`;
  const ends = protocol === 'HTTPS' || (protocol === 'TLS' && !passthrough);
  return {
    name,
    protocol,
    port,
    hostname: host,
    tls: ends
      ? { mode: 'Terminate', certificateRefs: [{ kind: 'Secret', name: certificate }] }
      : protocol === 'TLS'
        ? { mode: 'Passthrough' }
        : undefined,
    allowedRoutes: { namespaces: { from: settings.routes ?? 'All' } },
  };
}
