import { kubePrism, type ClusterFacts, type Component, type HelmChart, type JsonObject } from '../../cluster';
import { chartAt, type ChartSettings } from '../chart-settings';
import { gatewayKinds } from '../gateway-api-release';
import { mergeValues } from '../merge-values';
import { daemonSet, deployments } from '../workload';

export interface CiliumSettings extends ChartSettings {
  /** Network flows for people to look at: Hubble with its relay and user interface. @default false */
  readonly hubble?: boolean;
  /** Gateways by Cilium itself: GatewayClass `cilium`; its CRDs come from `gatewayApi` and `gatewayApiExperimental`. @default false */
  readonly gatewayApi?: boolean;
  /** Some releases compare it as a text: `'true'`. @default true */
  readonly kubeProxyReplacement?: boolean | string;
  /** `native` sends pod traffic through the node network as it is: all nodes must share one network. @default 'tunnel' */
  readonly routing?: 'tunnel' | 'native';
  /** How a node is chosen and how answers travel; `dsr` needs native routing. @default - the chart's own */
  readonly loadBalancing?: { readonly algorithm?: 'random' | 'maglev'; readonly mode?: 'snat' | 'dsr' | 'hybrid' };
  /** Answer ARP for addresses of load balancers, see `ciliumNetworks`. @default false */
  readonly l2Announcements?: boolean;
  /** Announce addresses of load balancers by BGP, see `ciliumNetworks`. @default false */
  readonly bgp?: boolean;
  /** Masquerade in eBPF; Talos must then not forward its host DNS to pods. @default - the chart's own, false */
  readonly bpfMasquerade?: boolean;
  /** Copies of the operator. @default - the chart's own, or one on a cluster of one machine */
  readonly operatorReplicas?: number;
  /** Host by which the agents reach the Kubernetes API of their own node. @default '127.0.0.1' */
  readonly apiHost?: string;
  /** Linux capabilities of the agent beside those that Talos leaves it, e.g. `PERFMON`. @default - none */
  readonly capabilities?: readonly string[];
}

const chart: HelmChart = { name: 'cilium', version: '1.19.0', repository: 'https://helm.cilium.io' };

// Talos keeps SYS_MODULE from every pod, so the chart's own lists do not start there.
// Source: Talos documentation, "Deploying Cilium CNI"
const agentCapabilities = [
  'CHOWN',
  'KILL',
  'NET_ADMIN',
  'NET_RAW',
  'IPC_LOCK',
  'SYS_ADMIN',
  'SYS_RESOURCE',
  'DAC_OVERRIDE',
  'FOWNER',
  'SETGID',
  'SETUID',
];
const cleanStateCapabilities = ['NET_ADMIN', 'SYS_ADMIN', 'SYS_RESOURCE'];

/**
 * Cilium as the pod network, in place of kube-proxy.
 *
 * Throws an Error for direct server return without native routing, which the agents refuse at their start.
 */
export function cilium(settings: CiliumSettings = {}): Component {
  const mode = settings.loadBalancing?.mode;
  if (mode !== undefined && mode !== 'snat' && settings.routing !== 'native') {
    throw new Error(
      `cilium returns packets directly only with native routing, got mode ${mode}; set routing to native, or mode to snat`,
    );
  }
  const namespace = 'kube-system';
  return {
    name: 'cilium',
    namespace,
    chart: chartAt(chart, settings),
    rendered: settings.rendered ?? false,
    values: (cluster) => mergeValues(ownValues(cluster, settings), settings.values),
    provides: ['cni', 'crd/cilium.io', ...(settings.gatewayApi === true ? ['gateway-class/cilium'] : [])],
    // Source: Cilium documentation, "Gateway API Support", prerequisites
    requires:
      settings.gatewayApi === true
        ? gatewayKinds('GatewayClass', 'Gateway', 'HTTPRoute', 'GRPCRoute', 'ReferenceGrant', 'TLSRoute')
        : [],
    health: () => [daemonSet(namespace, 'cilium'), ...deployments(namespace, 'cilium-operator')],
    podSecurity: 'privileged',
    clusterLabels: { cni: 'cilium' },
  };
}

// keys: cilium/cilium, install/kubernetes/cilium/values.yaml
function ownValues(cluster: ClusterFacts, settings: CiliumSettings): JsonObject {
  const { hubble = false, gatewayApi = false, loadBalancing, bpfMasquerade } = settings;
  // two operators never share a node
  const replicas = settings.operatorReplicas ?? (machinesOf(cluster) === 1 ? 1 : undefined);
  return {
    ipam: { mode: 'kubernetes' },
    // the agent waits for the node's pod CIDR instead of starting with none
    k8s: { requireIPv4PodCIDR: true },
    kubeProxyReplacement: settings.kubeProxyReplacement ?? true,
    // without kube-proxy no Service answers before Cilium runs: the node's own KubePrism does
    k8sServiceHost: settings.apiHost ?? kubePrism.host,
    k8sServicePort: kubePrism.port,
    // Talos mounts cgroup v2 itself
    cgroup: { autoMount: { enabled: false }, hostRoot: '/sys/fs/cgroup' },
    securityContext: {
      capabilities: {
        ciliumAgent: [...agentCapabilities, ...(settings.capabilities ?? [])],
        cleanCiliumState: cleanStateCapabilities,
      },
    },
    hubble: hubble ? { enabled: true, relay: { enabled: true }, ui: { enabled: true } } : { enabled: false },
    gatewayAPI: gatewayApi ? { enabled: true, enableAlpn: true, enableAppProtocol: true } : { enabled: false },
    ...(settings.routing === 'native' ? nativeRouting(cluster) : {}),
    ...(loadBalancing === undefined ? {} : { loadBalancer: { ...loadBalancing } }),
    ...(settings.l2Announcements === true ? { l2announcements: { enabled: true } } : {}),
    ...(settings.bgp === true ? { bgpControlPlane: { enabled: true } } : {}),
    ...(bpfMasquerade === undefined ? {} : { bpf: { masquerade: bpfMasquerade } }),
    ...(replicas === undefined ? {} : { operator: { replicas } }),
  };
}

function nativeRouting({ network }: ClusterFacts): JsonObject {
  return { routingMode: 'native', autoDirectNodeRoutes: true, ipv4NativeRoutingCIDR: network.pods.text };
}

function machinesOf({ pools }: ClusterFacts): number {
  return pools.reduce((sum, { count }) => sum + count, 0);
}
