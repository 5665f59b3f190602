// what the stages mean
export { beforeStages, engineStages, stageWaves } from './waves';

// what must be there before the cluster can sustain itself
export { closure, type Bearer, type BootstrapMember, type ClosureInput } from './closure';
export { closureDocument, closureReport, closureRows, type ClosureRow } from './closure-report';
export { repositoryRequirements } from './repository-server';
export { nodeCapabilities, podRequirements, type EngineNeeds } from './engine-needs';

// what is wrong with a platform as a whole
export { platformProblems } from './problems';
export { releaseLines, type ReleaseLine } from './version-matrix';
export { versionWarnings } from './version-problems';

// the picture
export { dot } from './drawing/dot';
export { html } from './drawing/html';
export { mermaid } from './drawing/mermaid';
export { platformDrawing, type PlatformDrawing } from './drawing/platform-drawing';
export { svg } from './drawing/svg';

// the components
export { catalogue } from './catalogue';
export { argoCdChart, type ArgoCdChartLogin, type ArgoCdChartSettings } from './components/argo-cd-chart';
export { certManager, type CertManagerSettings } from './components/cert-manager';
export { cilium, type CiliumSettings } from './components/cilium';
export {
  ciliumNetworks,
  type CiliumAddressBlock,
  type CiliumAddressPool,
  type CiliumL2Policy,
  type CiliumNetworksSettings,
} from './components/cilium-networks';
export { clickhouse, type ClickhouseSettings } from './components/clickhouse';
export { clickhouseOperator, type ClickhouseOperatorSettings } from './components/clickhouse-operator';
export { cloudflared, type CloudflaredSettings, type TunnelRoute } from './components/cloudflared';
export { cloudnativePg, type CloudnativePgSettings } from './components/cloudnative-pg';
export { clusterApiOperator, type ClusterApiOperatorSettings } from './components/cluster-api-operator';
export { clusterIssuers, type ClusterIssuersSettings } from './components/cluster-issuers';
export { clusterSecretStore, type ClusterSecretStoreSettings, type VaultAuth } from './components/cluster-secret-store';
export { coredns, type CorednsSettings } from './components/coredns';
export { csiDriverSmb, type CsiDriverSmbSettings } from './components/csi-driver-smb';
export { defaultDeny, type DefaultDenySettings } from './components/default-deny';
export { dex, type DexClient, type DexSettings } from './components/dex';
export { envoyGateway, type EnvoyGatewaySettings } from './components/envoy-gateway';
export { etcdBackup, etcdBackupCaller, type EtcdBackupSettings } from './components/etcd-backup';
export { externalDns, type DnsSource, type ExternalDnsSettings } from './components/external-dns';
export { externalSecretsOperator, type ExternalSecretsOperatorSettings } from './components/external-secrets-operator';
export { fluentBit, type FluentBitSettings } from './components/fluent-bit';
export { fluxInstance, fluxInstanceObject, type FluxInstanceSettings, type FluxSync } from './components/flux-instance';
export { fluxOperator, type FluxOperatorExtension, type FluxOperatorSettings } from './components/flux-operator';
export { forgejo, type ForgejoSettings } from './components/forgejo';
export { gatewayApi, type GatewayApiSettings } from './components/gateway-api';
export { gatewayApiExperimental } from './components/gateway-api-experimental';
export { gateways, type AccessLogSettings, type GatewaysSettings } from './components/gateways';
export { gitea, type GiteaSettings } from './components/gitea';
export { gitlab, type GitlabSettings } from './components/gitlab';
export { grafana, type GrafanaSettings } from './components/grafana';
export { hcloudCcm, type HcloudCcmSettings } from './components/hcloud-ccm';
export { hcloudCsi, type HcloudCsiSettings } from './components/hcloud-csi';
export { hydra, type HydraSettings } from './components/hydra';
export { hydraMaester, type HydraMaesterSettings } from './components/hydra-maester';
export { ingressNginx, type IngressNginxSettings } from './components/ingress-nginx';
export { k8sGateway, type K8sGatewayResource, type K8sGatewaySettings } from './components/k8s-gateway';
export { kafka, type KafkaSettings, type KafkaTopic } from './components/kafka';
export { kratos, type KratosSettings } from './components/kratos';
export { kratosSelfserviceUi, type KratosSelfserviceUiSettings } from './components/kratos-selfservice-ui';
export { kubePrometheusStack, type KubePrometheusStackSettings } from './components/kube-prometheus-stack';
export { kyverno, type KyvernoSettings } from './components/kyverno';
export { longhorn, type LonghornSettings } from './components/longhorn';
export { metricsServer, type MetricsServerSettings } from './components/metrics-server';
export { minio, type MinioSettings } from './components/minio';
export { oidcClients, type OidcClient, type OidcClientsSettings } from './components/oidc-clients';
export { oidcRbac, type OidcRbacSettings } from './components/oidc-rbac';
export { olmv1, type Olmv1Settings } from './components/olmv1';
export { olmv1Catalogs, type Olmv1CatalogsSettings, type OperatorCatalog } from './components/olmv1-catalogs';
export {
  openTelemetryCollectors,
  openTelemetryGateway,
  type OpenTelemetryCollectorsSettings,
} from './components/open-telemetry-collectors';
export { openTelemetryOperator, type OpenTelemetryOperatorSettings } from './components/open-telemetry-operator';
export { openebs, type OpenebsSettings } from './components/openebs';
export { podinfo, type PodinfoSettings } from './components/podinfo';
export { postgres, type PostgresDatabase, type PostgresSettings } from './components/postgres';
export { priorityClasses, type PriorityClass, type PriorityClassesSettings } from './components/priority-classes';
export { reloader, type ReloaderSettings } from './components/reloader';
export {
  snapshotController,
  type SnapshotClass,
  type SnapshotControllerSettings,
} from './components/snapshot-controller';
export { snapshotCrds, type SnapshotCrdsSettings } from './components/snapshot-crds';
export { sopsSecretsOperator, type SopsSecretsOperatorSettings } from './components/sops-secrets-operator';
export { spegel, type SpegelSettings } from './components/spegel';
export { strimzi, type StrimziSettings } from './components/strimzi';
export { talosCcm, type TalosCcmSettings } from './components/talos-ccm';
export { tenant, type TenantSettings } from './components/tenant';
export { tuppr, tupprCaller, type TupprSettings } from './components/tuppr';
export {
  tupprUpgrades,
  type MaintenanceWindow,
  type TupprUpgradesSettings,
  type UpgradeCheck,
} from './components/tuppr-upgrades';
export { vault, type VaultSettings } from './components/vault';
export { victoriaLogs, victoriaLogsUrl, type VictoriaLogsSettings } from './components/victoria-logs';
export {
  victoriaMetricsStack,
  victoriaMetricsUrl,
  type VictoriaMetricsStackSettings,
} from './components/victoria-metrics-stack';
export { volsync, type VolsyncSettings } from './components/volsync';
export {
  volumes,
  type VolumeRepository,
  type VolumeRetention,
  type VolumesMode,
  type VolumesSettings,
} from './components/volumes';
export { vsphereCpi, type VsphereCpiSettings } from './components/vsphere-cpi';
export { vsphereCsi, type VsphereCsiSettings } from './components/vsphere-csi';

// parts of several components
export type { FluentBitSection } from './fluent-bit-config';
export type { Datasource, GrafanaLogin, GrafanaOptions } from './grafana-values';
export type { ForgeSettings } from './forge';
export type { Exporters } from './open-telemetry-config';
export type { PostgresBackup } from './postgres-backup';
export { rolePassword, type DatabaseReference } from './postgres-database';
export type { S3Bucket } from './s3-bucket';
export type { Volume } from './volume';

// what components are given
export { type CiliumBgp, type CiliumBgpPeer } from './cilium-bgp';
export { type GatewayListenerSettings, type GatewaySettings } from './gateway-objects';
export { isolated, type Isolation } from './isolated';
export { certificateAuthority, letsEncrypt, selfSigned, type Issuer, type LetsEncryptOptions } from './issuers';
export { type Vcenter, type VcenterCredentials } from './vcenter';

// to write a component of one's own
export { chartAt, type ChartSettings } from './chart-settings';
export { exposed, publicUrl, type Exposed } from './exposed';
export { httpRoute, type Exposure, type GatewayReference, type RouteBackend } from './http-route';
export { mergeValues } from './merge-values';
export { expectTalosApi, talosApiTraffic, type TalosApiCaller } from './talos-api';
export { deployment, workload } from './workload';
