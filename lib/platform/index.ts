// what the stages mean
export { beforeStages, engineStages, stageWaves } from './waves';

// the components
export { catalogue } from './catalogue';
export { certManager, type CertManagerSettings } from './components/cert-manager';
export { cilium, type CiliumSettings } from './components/cilium';
export { cloudnativePg, type CloudnativePgSettings } from './components/cloudnative-pg';
export { envoyGateway, type EnvoyGatewaySettings } from './components/envoy-gateway';
export { hcloudCcm, type HcloudCcmSettings } from './components/hcloud-ccm';
export { hcloudCsi, type HcloudCsiSettings } from './components/hcloud-csi';
export { ingressNginx, type IngressNginxSettings } from './components/ingress-nginx';
export { metricsServer, type MetricsServerSettings } from './components/metrics-server';
export { oidcRbac, type OidcRbacSettings } from './components/oidc-rbac';
export { podinfo, type PodinfoSettings } from './components/podinfo';
export { sopsSecretsOperator, type SopsSecretsOperatorSettings } from './components/sops-secrets-operator';
export { talosCcm, type TalosCcmSettings } from './components/talos-ccm';

// to write a component of one's own
export { chartAt, type ChartSettings } from './chart-settings';
export { httpRoute, type Exposure, type GatewayReference, type RouteBackend } from './http-route';
export { mergeValues } from './merge-values';
