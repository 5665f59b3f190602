import type { Component, JsonObject, ObjectReference } from '../../cluster';
import { gatewayApiGroup, gatewayKinds } from '../gateway-api-release';
import { gatewayObject, type GatewaySettings } from '../gateway-objects';
import { envoyNamespace } from './envoy-gateway';

/** Where access logs go: the OTLP receiver of a collector. */
export interface AccessLogSettings {
  /** Service of the collector. */
  readonly service: string;
  readonly namespace: string;
  /** @default 4317 */
  readonly port?: number;
  /** Attributes of the log's resource, e.g. `{ 'k8s.cluster.name': 'edge' }`. @default - none */
  readonly resources?: Readonly<Record<string, string>>;
}

export interface GatewaysSettings {
  /** Gateways by name. */
  readonly gateways: Readonly<Record<string, GatewaySettings>>;
  /** Who answers: Envoy Gateway, or Cilium, which has its own GatewayClass. @default 'envoy' */
  readonly controller?: 'envoy' | 'cilium';
  /** Name of the GatewayClass that is made for Envoy Gateway. @default 'eg' */
  readonly className?: string;
  /** Copies of each Gateway's proxy, for Envoy Gateway. @default - one */
  readonly replicas?: number;
  /** Access logs over OTLP, for Envoy Gateway. @default - to the proxies' own output */
  readonly accessLog?: AccessLogSettings;
}

const envoyApiVersion = 'gateway.envoyproxy.io/v1alpha1';

/** The ways into the cluster: Gateways, and for Envoy Gateway the class and the proxies' configuration. */
export function gateways(settings: GatewaysSettings): Component {
  const { controller = 'envoy' } = settings;
  const className = controller === 'cilium' ? 'cilium' : (settings.className ?? 'eg');
  const entries = Object.entries(settings.gateways).sort(([a], [b]) => (a < b ? -1 : 1));
  const own = controller === 'envoy' ? envoyNamespace : 'gateways';
  const namespaceOf = (gateway: GatewaySettings): string => gateway.namespace ?? own;
  const issuers = [...new Set(entries.flatMap(([, { issuer }]) => (issuer === undefined ? [] : [issuer])))];
  return {
    name: 'gateways',
    namespace: own,
    objects: () => [
      ...(controller === 'envoy' ? envoyObjects(className, settings) : []),
      ...entries.map(([name, gateway]) => gatewayObject(className, name, namespaceOf(gateway), gateway)),
    ],
    provides: [
      ...(controller === 'envoy' ? [`gateway-class/${className}`] : []),
      ...entries.map(([name, gateway]) => `gateway/${namespaceOf(gateway)}/${name}`),
    ],
    requires: [
      ...gatewayKinds('Gateway'),
      ...(controller === 'envoy'
        ? [...gatewayKinds('GatewayClass'), 'crd/gateway.envoyproxy.io/EnvoyProxy', 'gateway-controller/envoy']
        : ['gateway-class/cilium']),
      ...(issuers.length > 0 ? ['gateway-certificates'] : []),
      ...issuers.map((issuer) => `cluster-issuer/${issuer}`),
    ],
    health: () =>
      entries.map(([name, gateway]): ObjectReference => ({
        apiVersion: `${gatewayApiGroup}/v1`,
        kind: 'Gateway',
        name,
        namespace: namespaceOf(gateway),
      })),
  };
}

/** GatewayClass and EnvoyProxy of one name. */
function envoyObjects(name: string, { replicas, accessLog }: GatewaysSettings): readonly JsonObject[] {
  return [
    {
      apiVersion: envoyApiVersion,
      kind: 'EnvoyProxy',
      metadata: { name, namespace: envoyNamespace },
      spec: {
        provider: {
          type: 'Kubernetes',
          kubernetes: {
            envoyDeployment: replicas === undefined ? undefined : { replicas },
            // a node without a proxy still takes part, where the load balancer asks every node
            envoyService: { type: 'LoadBalancer', externalTrafficPolicy: 'Cluster' },
          },
        },
        telemetry: accessLog === undefined ? undefined : { accessLog: accessLogOf(accessLog) },
      },
    },
    {
      apiVersion: `${gatewayApiGroup}/v1`,
      kind: 'GatewayClass',
      metadata: { name },
      spec: {
        controllerName: 'gateway.envoyproxy.io/gatewayclass-controller',
        parametersRef: { group: 'gateway.envoyproxy.io', kind: 'EnvoyProxy', name, namespace: envoyNamespace },
      },
    },
  ];
}

function accessLogOf({ service, namespace, port = 4317, resources }: AccessLogSettings): JsonObject {
  return {
    settings: [
      {
        sinks: [
          {
            type: 'OpenTelemetry',
            openTelemetry: { backendRefs: [{ name: service, namespace, port }], resources },
          },
        ],
      },
    ],
  };
}
