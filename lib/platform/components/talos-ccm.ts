import type { Component, HelmChart } from '../../cluster';
import { chartAt, type ChartSettings } from '../chart-settings';
import { mergeValues } from '../merge-values';
import { deployments } from '../workload';

export type TalosCcmSettings = ChartSettings;

const chart: HelmChart = {
  name: 'talos-cloud-controller-manager',
  version: '0.5.4',
  repository: 'oci://ghcr.io/siderolabs/charts',
};

/** Talos's controller manager, for one thing alone: it approves the serving certificates that kubelets ask for. */
export function talosCcm(settings: TalosCcmSettings = {}): Component {
  return {
    name: 'talos-ccm',
    namespace: 'kube-system',
    chart: chartAt(chart, settings),
    rendered: settings.rendered ?? false,
    // the infrastructure's own controller manager looks after nodes; two would fight over them
    values: () => mergeValues({ enabledControllers: ['node-csr-approval'] }, settings.values),
    provides: ['kubelet-serving-certificates'],
    requires: [],
    // the chart prefixes its name with that of the release
    health: () => deployments('kube-system', `talos-ccm-${chart.name}`),
    clusterLabels: { 'ccm-talos': 'true' },
  };
}
