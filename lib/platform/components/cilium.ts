import { kubePrism, type Component, type HelmChart, type JsonObject } from '../../cluster';
import { chartAt, type ChartSettings } from '../chart-settings';
import { mergeValues } from '../merge-values';

export interface CiliumSettings extends ChartSettings {
  /** Network flows for people to look at: Hubble with its relay and user interface. @default false */
  readonly hubble?: boolean;
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

/** Cilium as the pod network, in place of kube-proxy. */
export function cilium(settings: CiliumSettings = {}): Component {
  return {
    name: 'cilium',
    namespace: 'kube-system',
    chart: chartAt(chart, settings),
    values: () => mergeValues(talosValues(settings.hubble ?? false), settings.values),
    provides: ['cni', 'crd/cilium.io'],
    requires: [],
    clusterLabels: { cni: 'cilium' },
  };
}

function talosValues(hubble: boolean): JsonObject {
  return {
    ipam: { mode: 'kubernetes' },
    // the agent waits for the node's pod CIDR instead of starting with none
    k8s: { requireIPv4PodCIDR: true },
    kubeProxyReplacement: true,
    // without kube-proxy no Service answers before Cilium runs: the node's own KubePrism does
    k8sServiceHost: kubePrism.host,
    k8sServicePort: kubePrism.port,
    // Talos mounts cgroup v2 itself
    cgroup: { autoMount: { enabled: false }, hostRoot: '/sys/fs/cgroup' },
    securityContext: { capabilities: { ciliumAgent: agentCapabilities, cleanCiliumState: cleanStateCapabilities } },
    hubble: hubble ? { enabled: true, relay: { enabled: true }, ui: { enabled: true } } : { enabled: false },
    gatewayAPI: { enabled: false },
  };
}
