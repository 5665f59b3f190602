import type { ClusterFacts, Component, HelmChart, JsonObject, SecretRef } from '../../cluster';
import { chartAt, type ChartSettings } from '../chart-settings';
import { mergeValues } from '../merge-values';
import { deployments } from '../workload';

export interface VsphereCsiSettings extends ChartSettings {
  /**
   * The driver's whole configuration, `csi-vsphere.conf`: an INI text in which the password stands beside server and
   * datacenter. @default secret('vsphere-csi-config')
   */
  readonly config?: SecretRef;
  /** The storage class that the chart makes. @default - one named `vsphere`, without a policy */
  readonly storageClass?: {
    /** @default 'vsphere' */
    readonly name?: string;
    /** Storage policy of its volumes, as vCenter names it. @default - the datastore's own */
    readonly policy?: string;
    /** Whether volumes come from here where a claim names no storage class. @default true */
    readonly default?: boolean;
  };
}

// The vSphere project publishes manifests alone; its own people keep this chart of them, driver 3.5.0.
const chart: HelmChart = {
  name: 'vsphere-csi',
  version: '3.8.0',
  repository: 'https://vsphere-tmm.github.io/helm-charts',
};

const namespace = 'vmware-system-csi';
const configSecret = { name: 'vsphere-csi-config', key: 'csi-vsphere.conf' };

/** vSphere volumes as persistent volumes. */
export function vsphereCsi(settings: VsphereCsiSettings = {}): Component {
  const storageClass = settings.storageClass?.name ?? 'vsphere';
  return {
    name: chart.name,
    namespace,
    chart: chartAt(chart, settings),
    rendered: settings.rendered ?? false,
    values: (cluster) => mergeValues(ownValues(cluster, settings, storageClass), settings.values),
    secrets: () => [
      { name: configSecret.name, data: { [configSecret.key]: settings.config ?? { secret: configSecret.name } } },
    ],
    provides: [`storage-class/${storageClass}`],
    // a node is known to vSphere by the id that the controller manager gives it
    requires: ['cloud-provider/vsphere'],
    health: () => deployments(namespace, 'vsphere-csi-controller'),
    podSecurity: 'privileged',
  };
}

// keys: vsphere-tmm/helm-charts, charts/vsphere-csi/values.yaml and templates/storageclass.yaml
function ownValues(cluster: ClusterFacts, settings: VsphereCsiSettings, storageClass: string): JsonObject {
  const { policy, default: isDefault = true } = settings.storageClass ?? {};
  return {
    global: {
      config: {
        existingSecret: configSecret.name,
        storageclass: {
          enabled: true,
          name: storageClass,
          storagepolicyname: policy,
          expansion: true,
          default: isDefault,
        },
      },
    },
    clusterDomain: cluster.network.dnsDomain,
  };
}
