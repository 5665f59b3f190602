import type { ClusterFacts, Component, HelmChart, JsonObject } from '../../cluster';
import { chartAt, type ChartSettings } from '../chart-settings';
import { mergeValues } from '../merge-values';
import { deployments } from '../workload';

export interface CorednsSettings extends ChartSettings {
  /** @default 2 */
  readonly replicas?: number;
  /** Resolvers for every other name. @default - those of the node */
  readonly upstreams?: readonly string[];
}

const chart: HelmChart = { name: 'coredns', version: '1.45.2', repository: 'oci://ghcr.io/coredns/charts' };

/** Position of the resolver's address in the service network. Source: Talos, `DefaultDNSServiceIPs`; kubeadm, `GetDNSIP` */
const dnsHost = 10;

/**
 * The cluster's name resolution, in place of the one that Talos brings: that must be off (`cluster.coreDNS.disabled`), or
 * both claim the same address.
 */
export function coredns(settings: CorednsSettings = {}): Component {
  const namespace = 'kube-system';
  return {
    name: chart.name,
    namespace,
    chart: chartAt(chart, settings),
    rendered: settings.rendered ?? false,
    values: (cluster) => mergeValues(ownValues(cluster, settings), settings.values),
    provides: ['dns'],
    requires: ['cni'],
    health: () => deployments(namespace, chart.name),
    podSecurity: 'baseline',
    traffic: {
      to: [{ peer: 'kube-apiserver' }, { peer: 'internet', ports: dnsPorts }, { peer: 'host', ports: dnsPorts }],
      from: [{ peer: 'cluster', ports: dnsPorts }],
    },
  };
}

const dnsPorts = [{ port: 53, protocol: 'UDP' as const }, { port: 53 }];

// keys: coredns/helm, charts/coredns/values.yaml
function ownValues({ network }: ClusterFacts, { replicas = 2, upstreams }: CorednsSettings): JsonObject {
  return {
    // names that do not change with the name of the release
    fullnameOverride: chart.name,
    replicaCount: replicas,
    // what everyone who asks for the resolver's pods asks for
    k8sAppLabelOverride: 'kube-dns',
    service: { name: 'kube-dns', clusterIP: network.services.host(dnsHost) },
    serviceAccount: { create: true },
    servers: [
      {
        zones: [{ zone: '.', scheme: 'dns://', use_tcp: true }],
        port: 53,
        plugins: [
          { name: 'errors' },
          { name: 'health', configBlock: 'lameduck 5s' },
          { name: 'ready' },
          {
            name: 'kubernetes',
            parameters: `${network.dnsDomain} in-addr.arpa ip6.arpa`,
            configBlock: 'pods verified\nfallthrough in-addr.arpa ip6.arpa',
          },
          { name: 'prometheus', parameters: '0.0.0.0:9153' },
          { name: 'forward', parameters: `. ${upstreams?.join(' ') ?? '/etc/resolv.conf'}` },
          { name: 'cache', parameters: 30 },
          { name: 'loop' },
          { name: 'reload' },
          { name: 'loadbalance' },
        ],
      },
    ],
    // it resolves names before ordinary workloads have a node
    tolerations: [
      { key: 'CriticalAddonsOnly', operator: 'Exists' },
      { key: 'node-role.kubernetes.io/control-plane', operator: 'Exists', effect: 'NoSchedule' },
    ],
  };
}
