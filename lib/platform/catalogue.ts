import { GiB, type Component } from '../cluster';
import { argoCdChart } from './components/argo-cd-chart';
import { certManager } from './components/cert-manager';
import { cilium } from './components/cilium';
import { ciliumNetworks } from './components/cilium-networks';
import { clickhouse } from './components/clickhouse';
import { clickhouseOperator } from './components/clickhouse-operator';
import { cloudflared } from './components/cloudflared';
import { cloudnativePg } from './components/cloudnative-pg';
import { clusterApiOperator } from './components/cluster-api-operator';
import { clusterIssuers } from './components/cluster-issuers';
import { clusterSecretStore } from './components/cluster-secret-store';
import { coredns } from './components/coredns';
import { csiDriverSmb } from './components/csi-driver-smb';
import { defaultDeny } from './components/default-deny';
import { dex } from './components/dex';
import { envoyGateway } from './components/envoy-gateway';
import { etcdBackup } from './components/etcd-backup';
import { externalDns } from './components/external-dns';
import { externalSecretsOperator } from './components/external-secrets-operator';
import { fluentBit } from './components/fluent-bit';
import { fluxInstance } from './components/flux-instance';
import { fluxOperator } from './components/flux-operator';
import { forgejo } from './components/forgejo';
import { gatewayApi } from './components/gateway-api';
import { gatewayApiExperimental } from './components/gateway-api-experimental';
import { gateways } from './components/gateways';
import { gitea } from './components/gitea';
import { gitlab } from './components/gitlab';
import { grafana } from './components/grafana';
import { hcloudCcm } from './components/hcloud-ccm';
import { hcloudCsi } from './components/hcloud-csi';
import { hydra } from './components/hydra';
import { hydraMaester } from './components/hydra-maester';
import { ingressNginx } from './components/ingress-nginx';
import { k8sGateway } from './components/k8s-gateway';
import { kafka } from './components/kafka';
import { kratos } from './components/kratos';
import { kratosSelfserviceUi } from './components/kratos-selfservice-ui';
import { kubePrometheusStack } from './components/kube-prometheus-stack';
import { kyverno } from './components/kyverno';
import { longhorn } from './components/longhorn';
import { metricsServer } from './components/metrics-server';
import { minio } from './components/minio';
import { oidcClients } from './components/oidc-clients';
import { oidcRbac } from './components/oidc-rbac';
import { olmv1 } from './components/olmv1';
import { olmv1Catalogs } from './components/olmv1-catalogs';
import { openTelemetryCollectors } from './components/open-telemetry-collectors';
import { openTelemetryOperator } from './components/open-telemetry-operator';
import { openebs } from './components/openebs';
import { podinfo } from './components/podinfo';
import { postgres } from './components/postgres';
import { priorityClasses } from './components/priority-classes';
import { reloader } from './components/reloader';
import { snapshotController } from './components/snapshot-controller';
import { snapshotCrds } from './components/snapshot-crds';
import { sopsSecretsOperator } from './components/sops-secrets-operator';
import { spegel } from './components/spegel';
import { strimzi } from './components/strimzi';
import { talosCcm } from './components/talos-ccm';
import { tenant } from './components/tenant';
import { tuppr } from './components/tuppr';
import { tupprUpgrades } from './components/tuppr-upgrades';
import { vault } from './components/vault';
import { victoriaLogs } from './components/victoria-logs';
import { victoriaMetricsStack } from './components/victoria-metrics-stack';
import { volsync } from './components/volsync';
import { volumes } from './components/volumes';
import { vsphereCpi } from './components/vsphere-cpi';
import { vsphereCsi } from './components/vsphere-csi';
import type { Exposure } from './http-route';

/** Every component that comes with the library, by the name of its function, with the settings it has by default. */
export const catalogue: Readonly<Record<string, () => Component>> = {
  argoCdChart: () => argoCdChart(),
  certManager: () => certManager(),
  cilium: () => cilium(),
  ciliumNetworks: () => ciliumNetworks(),
  clickhouse: () => clickhouse({ size: GiB(10), keeper: { size: GiB(5) } }),
  clickhouseOperator: () => clickhouseOperator(),
  cloudflared: () => cloudflared(),
  cloudnativePg: () => cloudnativePg(),
  clusterApiOperator: () => clusterApiOperator(),
  // nobody signs by default
  clusterIssuers: () => clusterIssuers({ issuers: {} }),
  clusterSecretStore: () => clusterSecretStore(),
  coredns: () => coredns(),
  csiDriverSmb: () => csiDriverSmb(),
  defaultDeny: () => defaultDeny(),
  dex: () => dex({ issuer: 'https://dex.example.com' }),
  envoyGateway: () => envoyGateway(),
  etcdBackup: () => etcdBackup({ bucket: { name: 'etcd-backups', region: 'eu-central-1' } }),
  externalDns: () => externalDns(),
  externalSecretsOperator: () => externalSecretsOperator(),
  fluentBit: () => fluentBit(),
  fluxInstance: () => fluxInstance(),
  fluxOperator: () => fluxOperator(),
  forgejo: () => forgejo(),
  gatewayApi: () => gatewayApi(),
  gatewayApiExperimental: () => gatewayApiExperimental(),
  gateways: () => gateways({ gateways: {} }),
  gitea: () => gitea(),
  gitlab: () => gitlab({ exposure: exposureAt('gitlab') }),
  grafana: () => grafana(),
  hcloudCcm: () => hcloudCcm(),
  hcloudCsi: () => hcloudCsi(),
  hydra: () => hydra({ issuer: 'https://auth.example.com/', loginUrl: 'https://id.example.com' }),
  hydraMaester: () => hydraMaester(),
  ingressNginx: () => ingressNginx(),
  k8sGateway: () => k8sGateway(),
  kafka: () => kafka({ size: GiB(10) }),
  kratos: () => kratos({ exposure: exposureAt('kratos'), uiUrl: 'https://id.example.com' }),
  kratosSelfserviceUi: () =>
    kratosSelfserviceUi({ exposure: exposureAt('id'), kratosUrl: 'https://kratos.example.com' }),
  kubePrometheusStack: () => kubePrometheusStack(),
  kyverno: () => kyverno(),
  longhorn: () => longhorn(),
  metricsServer: () => metricsServer(),
  minio: () => minio({ size: GiB(10) }),
  oidcClients: () => oidcClients({ clients: {} }),
  // nobody is an administrator by default
  oidcRbac: () => oidcRbac({ groups: {} }),
  olmv1: () => olmv1(),
  olmv1Catalogs: () => olmv1Catalogs(),
  openTelemetryCollectors: () => openTelemetryCollectors(),
  openTelemetryOperator: () => openTelemetryOperator(),
  openebs: () => openebs(),
  podinfo: () => podinfo(),
  postgres: () => postgres({ size: GiB(10), databases: ['hydra', 'kratos'] }),
  priorityClasses: () => priorityClasses(),
  reloader: () => reloader(),
  snapshotController: () => snapshotController(),
  snapshotCrds: () => snapshotCrds(),
  sopsSecretsOperator: () => sopsSecretsOperator(),
  spegel: () => spegel(),
  strimzi: () => strimzi(),
  talosCcm: () => talosCcm(),
  tenant: () => tenant({ name: 'tenant' }),
  tuppr: () => tuppr(),
  tupprUpgrades: () => tupprUpgrades(),
  vault: () => vault(),
  victoriaLogs: () => victoriaLogs(),
  victoriaMetricsStack: () => victoriaMetricsStack(),
  volsync: () => volsync(),
  volumes: () => volumes({ app: 'app', claims: { data: { size: GiB(10) } } }),
  vsphereCpi: () => vsphereCpi(),
  vsphereCsi: () => vsphereCsi(),
};

// what has no use unless browsers reach it
function exposureAt(host: string): Exposure {
  return { gateway: { name: 'internal', namespace: 'gateways' }, hosts: [`${host}.example.com`] };
}
