import type { Component, HelmChart } from '../../cluster';
import { chartAt, type ChartSettings } from '../chart-settings';
import { mergeValues } from '../merge-values';

export type IngressNginxSettings = ChartSettings;

const chart: HelmChart = {
  name: 'ingress-nginx',
  version: '4.15.1',
  repository: 'https://kubernetes.github.io/ingress-nginx',
};

/** The NGINX ingress controller of the Kubernetes project. */
export function ingressNginx(settings: IngressNginxSettings = {}): Component {
  return {
    name: 'ingress-nginx',
    namespace: 'ingress-nginx',
    chart: chartAt(chart, settings),
    values: () => mergeValues({}, settings.values),
    provides: ['ingress-class/nginx'],
    requires: [],
  };
}
