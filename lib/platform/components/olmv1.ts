import type { Component } from '../../cluster';
import { definitionOf, deployments } from '../workload';

export interface Olmv1Settings {
  /** Exact release. @default 'v1.5.1' */
  readonly tag?: string;
}

const namespace = 'olmv1-system';

/** Operator Lifecycle Manager v1: installs operators out of catalogs. What it watches are `olmv1Catalogs`. */
export function olmv1({ tag = 'v1.5.1' }: Olmv1Settings = {}): Component {
  return {
    name: 'olmv1',
    namespace,
    manifests: {
      repository: 'https://github.com/operator-framework/operator-controller',
      tag,
      path: 'config',
      // Source: operator-framework/operator-controller, config/overlays/standard/kustomization.yaml
      overlay: 'overlays/standard',
      // the manifests of a release name the images of whoever builds them last
      images: {
        'quay.io/operator-framework/catalogd': tag,
        'quay.io/operator-framework/operator-controller': tag,
      },
    },
    provides: ['crd/olm.operatorframework.io', 'operator-catalogs'],
    // the two controllers trust each other by certificates that their manifests ask for
    requires: ['crd/cert-manager.io/Certificate', 'certificates'],
    health: () => [
      ...deployments(namespace, 'operator-controller-controller-manager', 'catalogd-controller-manager'),
      definitionOf('clustercatalogs.olm.operatorframework.io'),
      definitionOf('clusterextensions.olm.operatorframework.io'),
    ],
    webhooks: [
      {
        kind: 'MutatingWebhookConfiguration',
        name: 'catalogd-mutating-webhook-configuration',
        service: 'catalogd-service',
      },
    ],
    podSecurity: 'restricted',
    traffic: {
      to: [{ peer: 'kube-apiserver' }, { peer: 'internet', ports: [{ port: 443 }] }],
      from: [{ peer: 'kube-apiserver', ports: [{ port: 9443 }] }],
    },
  };
}
