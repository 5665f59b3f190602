import type { Component, HelmChart } from '../../cluster';
import { chartAt, type ChartSettings } from '../chart-settings';
import { mergeValues } from '../merge-values';
import { daemonSet, deployment } from '../workload';

export type CsiDriverSmbSettings = ChartSettings;

const chart: HelmChart = {
  name: 'csi-driver-smb',
  version: 'v1.18.0',
  repository: 'https://raw.githubusercontent.com/kubernetes-csi/csi-driver-smb/master/charts',
};

/** Volumes on shares of an SMB server; storage classes name the share, and the Secret that opens it. */
export function csiDriverSmb(settings: CsiDriverSmbSettings = {}): Component {
  const namespace = 'kube-system';
  return {
    name: 'csi-driver-smb',
    namespace,
    chart: chartAt(chart, settings),
    rendered: settings.rendered ?? false,
    values: () => mergeValues({}, settings.values),
    provides: ['csi-driver/smb.csi.k8s.io'],
    requires: [],
    // fixed names. Source: kubernetes-csi/csi-driver-smb, charts/latest/csi-driver-smb/values.yaml
    health: () => [deployment(namespace, 'csi-smb-controller'), daemonSet(namespace, 'csi-smb-node')],
    podSecurity: 'privileged',
    traffic: {
      to: [{ peer: 'kube-apiserver' }, { peer: 'internet', ports: [{ port: 445 }] }],
    },
  };
}
