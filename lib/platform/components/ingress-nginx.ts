import type { Component, HelmChart, JsonObject } from '../../cluster';
import { chartAt, type ChartSettings } from '../chart-settings';
import { mergeValues } from '../merge-values';
import { deployments } from '../workload';

export interface IngressNginxSettings extends ChartSettings {
  /** Copies of the controller. @default - the chart's own, 1 */
  readonly replicas?: number;
  /** Whether it also answers for Ingresses that name no class. @default false */
  readonly defaultClass?: boolean;
  /** Annotations of its load balancer, e.g. `load-balancer.hetzner.cloud/location`. @default - none */
  readonly loadBalancer?: Readonly<Record<string, string>>;
  /** `<namespace>/<name>` of the Secret with the certificate for hosts that have none. @default - one that signs itself */
  readonly defaultCertificate?: string;
}

const chart: HelmChart = {
  name: 'ingress-nginx',
  version: '4.15.1',
  repository: 'https://kubernetes.github.io/ingress-nginx',
};

/** The NGINX ingress controller of the Kubernetes project. */
export function ingressNginx(settings: IngressNginxSettings = {}): Component {
  const name = 'ingress-nginx';
  return {
    name,
    namespace: name,
    chart: chartAt(chart, settings),
    rendered: settings.rendered ?? false,
    values: () => mergeValues(ownValues(settings), settings.values),
    provides: ['ingress-class/nginx'],
    requires: [],
    health: () => deployments(name, `${name}-controller`),
    webhooks: [
      {
        kind: 'ValidatingWebhookConfiguration',
        name: `${name}-admission`,
        service: `${name}-controller-admission`,
      },
    ],
    podSecurity: 'baseline',
    traffic: {
      to: [{ peer: 'kube-apiserver' }, { peer: 'cluster' }],
      from: [
        { peer: 'internet', ports: [{ port: 80 }, { port: 443 }] },
        { peer: 'cluster', ports: [{ port: 80 }, { port: 443 }] },
        { peer: 'kube-apiserver', ports: [{ port: 8443 }] },
      ],
    },
  };
}

// keys: kubernetes/ingress-nginx, charts/ingress-nginx/values.yaml
function ownValues({ replicas, defaultClass, loadBalancer, defaultCertificate }: IngressNginxSettings): JsonObject {
  const controller: JsonObject = {
    ...(replicas === undefined ? {} : { replicaCount: replicas }),
    ...(defaultClass === undefined ? {} : { ingressClassResource: { default: defaultClass } }),
    ...(loadBalancer === undefined ? {} : { service: { annotations: loadBalancer } }),
    ...(defaultCertificate === undefined ? {} : { extraArgs: { 'default-ssl-certificate': defaultCertificate } }),
  };
  return Object.keys(controller).length === 0 ? {} : { controller };
}
