import type { ClusterFacts, Component, ComponentSecret, HelmChart, JsonObject } from '../../cluster';
import { chartAt, type ChartSettings } from '../chart-settings';
import { mergeValues } from '../merge-values';
import { vcenterOf, type Vcenter, type VcenterCredentials } from '../vcenter';
import { daemonSet } from '../workload';

export interface VsphereCpiSettings extends ChartSettings {
  /** @default - that of the cluster's machines */
  readonly vcenter?: Vcenter;
  readonly credentials?: VcenterCredentials;
  /** Tag categories by which hosts and datacenters say where they stand. @default 'k8s-region' and 'k8s-zone' */
  readonly labels?: { readonly region: string; readonly zone: string };
}

// The chart for Kubernetes 1.35, whose minor it shares
const chart: HelmChart = {
  name: 'vsphere-cpi',
  version: '1.35.1',
  repository: 'https://kubernetes.github.io/cloud-provider-vsphere',
};

const namespace = 'kube-system';
const secretName = 'vsphere-cloud-secret';

/**
 * vSphere's controller manager: addresses, zones and ids of nodes.
 *
 * Its values throw an Error where neither the cluster's machines nor the settings name a vCenter.
 */
export function vsphereCpi(settings: VsphereCpiSettings = {}): Component {
  return {
    name: chart.name,
    namespace,
    chart: chartAt(chart, settings),
    rendered: settings.rendered ?? false,
    values: (cluster) => mergeValues(ownValues(cluster, settings), settings.values),
    secrets: (cluster) => [credentials(cluster, settings)],
    provides: ['cloud-provider', 'cloud-provider/vsphere'],
    requires: [],
    health: () => [daemonSet(namespace, chart.name)],
    // it runs on the node's own network
    podSecurity: 'privileged',
    clusterLabels: { ccm: 'vsphere' },
  };
}

// keys: kubernetes/cloud-provider-vsphere, charts/vsphere-cpi/values.yaml and templates/configmap.yaml
function ownValues(cluster: ClusterFacts, settings: VsphereCpiSettings): JsonObject {
  const { server, datacenter, thumbprint } = settings.vcenter ?? vcenterOf(cluster, chart.name);
  const { nodes, endpoint } = cluster.network;
  return {
    config: {
      enabled: true,
      vcenter: server,
      datacenter,
      // without it the chart trusts any certificate
      thumbprint,
      region: settings.labels?.region,
      zone: settings.labels?.zone,
      // the credentials come as a Secret of the platform
      secret: { create: false, name: secretName },
      nodes: {
        internalNetworkSubnetCidr: nodes.text,
        externalNetworkSubnetCidr: nodes.text,
        // the address that control plane nodes hand to each other is never a node's own
        ...(endpoint.address === undefined
          ? {}
          : {
              excludeInternalNetworkSubnetCidr: `${endpoint.address.text}/${endpoint.address.family === 6 ? '128' : '32'}`,
            }),
      },
    },
  };
}

/** Source: kubernetes/cloud-provider-vsphere, charts/vsphere-cpi/templates/secret.yaml */
function credentials(cluster: ClusterFacts, settings: VsphereCpiSettings): ComponentSecret {
  const { server } = settings.vcenter ?? vcenterOf(cluster, chart.name);
  const { username, password } = settings.credentials ?? {};
  return {
    name: secretName,
    data: {
      [`${server}.username`]: username ?? { secret: 'vsphere-username' },
      [`${server}.password`]: password ?? { secret: 'vsphere-password' },
    },
  };
}
