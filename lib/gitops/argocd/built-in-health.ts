/** API groups of Kubernetes itself: Argo CD knows the health of those of their kinds that have any. */
const kubernetesGroups = [
  '',
  'admissionregistration.k8s.io',
  'apiextensions.k8s.io',
  'apiregistration.k8s.io',
  'apps',
  'autoscaling',
  'batch',
  'coordination.k8s.io',
  'discovery.k8s.io',
  'networking.k8s.io',
  'node.k8s.io',
  'policy',
  'rbac.authorization.k8s.io',
  'scheduling.k8s.io',
  'storage.k8s.io',
];

/**
 * Kinds of the platform's field whose health Argo CD knows, by API group; an own script would take the place of its own.
 * Source: Argo CD v3.2.6, `resource_customizations/*` with a `health.lua`, 2026-11.
 */
const knownKinds: Readonly<Record<string, readonly string[]>> = {
  'acid.zalan.do': ['postgresql'],
  'addons.cluster.x-k8s.io': ['ClusterResourceSet'],
  'argoproj.io': ['AnalysisRun', 'ApplicationSet', 'CronWorkflow', 'EventBus', 'Experiment', 'Rollout'],
  'bitnami.com': ['SealedSecret'],
  'cassandra.rook.io': ['Cluster'],
  'cdi.kubevirt.io': ['DataVolume'],
  'cert-manager.io': ['Certificate', 'ClusterIssuer', 'Issuer'],
  'clickhouse-keeper.altinity.com': ['ClickHouseKeeperInstallation'],
  'clickhouse.altinity.com': ['ClickHouseInstallation'],
  'cluster.x-k8s.io': ['Cluster', 'Machine', 'MachineDeployment', 'MachineHealthCheck', 'MachinePool'],
  'elasticsearch.k8s.elastic.co': ['Elasticsearch'],
  'external-secrets.io': ['ClusterExternalSecret', 'ClusterSecretStore', 'ExternalSecret', 'PushSecret', 'SecretStore'],
  'flagger.app': ['Canary'],
  'gateway.networking.k8s.io': ['GRPCRoute', 'Gateway', 'HTTPRoute'],
  'grafana.integreatly.org': ['Grafana', 'GrafanaDashboard', 'GrafanaDatasource', 'GrafanaFolder'],
  'helm.toolkit.fluxcd.io': ['HelmRelease'],
  'image.toolkit.fluxcd.io': ['ImagePolicy', 'ImageRepository', 'ImageUpdateAutomation'],
  'jaegertracing.io': ['Jaeger'],
  'k8s.keycloak.org': ['Keycloak'],
  'k8s.mariadb.com': ['Backup', 'Database', 'Grant', 'MariaDB', 'SqlJob', 'User'],
  'kafka.strimzi.io': ['Kafka', 'KafkaBridge', 'KafkaConnect', 'KafkaConnector', 'KafkaTopic', 'KafkaUser'],
  'karpenter.sh': ['NodePool'],
  'keda.sh': ['ScaledObject'],
  'kubevirt.io': ['VirtualMachine', 'VirtualMachineInstance'],
  'kustomize.toolkit.fluxcd.io': ['Kustomization'],
  'kyverno.io': ['Policy'],
  'minio.min.io': ['Tenant'],
  'monitoring.coreos.com': ['Prometheus'],
  'notification.toolkit.fluxcd.io': ['Receiver'],
  'opentelemetry.io': ['OpenTelemetryCollector'],
  'operators.coreos.com': ['Subscription'],
  'postgresql.cnpg.io': ['Cluster'],
  'projectcontour.io': ['ExtensionService', 'HTTPProxy'],
  'rabbitmq.com': [
    'Binding',
    'Exchange',
    'Permission',
    'Policy',
    'Queue',
    'RabbitmqCluster',
    'Shovel',
    'User',
    'Vhost',
  ],
  'serving.knative.dev': ['Service'],
  'snapshot.storage.k8s.io': ['VolumeSnapshot', 'VolumeSnapshotContent'],
  'solr.apache.org': ['SolrCloud'],
  'source.toolkit.fluxcd.io': ['Bucket', 'GitRepository', 'HelmChart', 'HelmRepository', 'OCIRepository'],
};

/** Whether Argo CD can tell by itself whether an object of the kind is ready, or that there is nothing to wait for. */
export function hasBuiltInHealth({ group, kind }: { readonly group: string; readonly kind: string }): boolean {
  return kubernetesGroups.includes(group) || (knownKinds[group]?.includes(kind) ?? false);
}
