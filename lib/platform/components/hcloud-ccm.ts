import {
  isOnHetznerCloud,
  type ClusterFacts,
  type Component,
  type ComponentSecret,
  type HelmChart,
  type JsonObject,
} from '../../cluster';
import { chartAt, type ChartSettings } from '../chart-settings';
import { mergeValues } from '../merge-values';
import { deployments } from '../workload';

export type HcloudCcmSettings = ChartSettings;

const chart: HelmChart = {
  name: 'hcloud-cloud-controller-manager',
  version: '1.29.2',
  repository: 'https://charts.hetzner.cloud',
};

const namespace = 'kube-system';

/** Secret in the component's namespace with the API token and the name of the private network. */
const secret = { name: 'hcloud', token: 'token', network: 'network' } as const;

/** Hetzner Cloud's controller manager: node addresses, load balancers, routes of the private network. */
export function hcloudCcm(settings: HcloudCcmSettings = {}): Component {
  return {
    name: 'hcloud-ccm',
    namespace,
    chart: chartAt(chart, settings),
    rendered: settings.rendered ?? false,
    values: (cluster) => mergeValues(networkValues(cluster), settings.values),
    secrets,
    provides: ['cloud-provider', 'cloud-provider/hcloud'],
    requires: [],
    // Source: hetznercloud/hcloud-cloud-controller-manager, chart/templates/deployment.yaml: it bears the chart's name
    health: () => deployments(namespace, chart.name),
    // it runs on the node's own network, since pods have none before it has made their routes
    podSecurity: 'privileged',
    clusterLabels: { ccm: 'hcloud' },
  };
}

/** The network has the name of the cluster, as Cluster API's provider makes it. */
function secrets(cluster: ClusterFacts): readonly ComponentSecret[] {
  return isOnHetznerCloud(cluster)
    ? [{ name: secret.name, data: { [secret.token]: cluster.machines.token, [secret.network]: cluster.name } }]
    : [];
}

function networkValues(cluster: ClusterFacts): JsonObject {
  return {
    env: { HCLOUD_TOKEN: fromSecret(secret.token) },
    networking: {
      enabled: true,
      clusterCIDR: cluster.network.pods.text,
      network: fromSecret(secret.network),
    },
  };
}

function fromSecret(key: string): JsonObject {
  return { valueFrom: { secretKeyRef: { name: secret.name, key } } };
}
