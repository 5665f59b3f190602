import type { Component } from '../cluster';
import { certManager } from './components/cert-manager';
import { cilium } from './components/cilium';
import { cloudnativePg } from './components/cloudnative-pg';
import { envoyGateway } from './components/envoy-gateway';
import { hcloudCcm } from './components/hcloud-ccm';
import { hcloudCsi } from './components/hcloud-csi';
import { ingressNginx } from './components/ingress-nginx';
import { metricsServer } from './components/metrics-server';
import { oidcRbac } from './components/oidc-rbac';
import { podinfo } from './components/podinfo';
import { sopsSecretsOperator } from './components/sops-secrets-operator';
import { talosCcm } from './components/talos-ccm';

/** Every component that comes with the library, by the name of its function, with the settings it has by default. */
export const catalogue: Readonly<Record<string, () => Component>> = {
  certManager: () => certManager(),
  cilium: () => cilium(),
  cloudnativePg: () => cloudnativePg(),
  envoyGateway: () => envoyGateway(),
  hcloudCcm: () => hcloudCcm(),
  hcloudCsi: () => hcloudCsi(),
  ingressNginx: () => ingressNginx(),
  metricsServer: () => metricsServer(),
  // nobody is an administrator by default
  oidcRbac: () => oidcRbac({ groups: {} }),
  podinfo: () => podinfo(),
  sopsSecretsOperator: () => sopsSecretsOperator(),
  talosCcm: () => talosCcm(),
};
