import { field, hasField, nameOf, ofKind, type Configuration, type ConfigRule } from './configuration';

/**
 * Fields of the main document that a document of its own takes the place of; Talos refuses to read both.
 * Source: Talos `config/types`, `V1Alpha1ConflictValidate`.
 */
const replacedFields: Readonly<Record<string, readonly string[]>> = {
  CRIBaseRuntimeSpecConfig: ['machine.baseRuntimeSpecOverrides'],
  DiscoveryIdentityConfig: ['cluster.id', 'cluster.secret'],
  DiscoveryServiceConfig: ['cluster.discovery'],
  HostnameConfig: ['machine.network.hostname'],
  ImageCacheConfig: ['machine.features.imageCache'],
  KubeAPIServerCAConfig: ['cluster.ca', 'cluster.acceptedCAs'],
  KubeAPIServerConfig: ['cluster.apiServer', 'cluster.controlPlane.localAPIServerPort'],
  KubeAdmissionControlConfig: ['cluster.apiServer.admissionControl'],
  KubeAggregatorCAConfig: ['cluster.aggregatorCA'],
  KubeAuditPolicyConfig: ['cluster.apiServer.auditPolicy'],
  KubeClusterConfig: ['cluster.clusterName', 'cluster.controlPlane.endpoint'],
  KubeControllerManagerConfig: ['cluster.controllerManager'],
  KubeCoreDNSConfig: ['cluster.coreDNS'],
  KubeCredentialProviderConfig: ['machine.kubelet'],
  KubeEtcdEncryptionConfig: ['cluster.secretboxEncryptionSecret', 'cluster.aescbcEncryptionSecret'],
  KubeFlannelCNIConfig: ['cluster.network'],
  KubeNetworkConfig: ['cluster.network'],
  KubeNodeConfig: [
    'cluster.allowSchedulingOnControlPlanes',
    'cluster.allowSchedulingOnMasters',
    'machine.kubelet.nodeIP',
    'machine.kubelet.registerWithFQDN',
    'machine.kubelet.skipNodeRegistration',
    'machine.nodeAnnotations',
    'machine.nodeLabels',
    'machine.nodeTaints',
  ],
  KubePrismConfig: ['machine.features.kubePrism'],
  KubeProxyConfig: ['cluster.proxy'],
  KubeSchedulerConfig: ['cluster.scheduler'],
  KubeServiceAccountConfig: ['cluster.serviceAccount'],
  KubeSpanConfig: ['machine.network.kubespan'],
  KubeTalosAPIAccessConfig: ['machine.features.kubernetesTalosAPIAccess'],
  KubeletConfig: ['machine.kubelet'],
  ResolverConfig: ['machine.network.nameservers', 'machine.network.searchDomains'],
  TimeSyncConfig: ['machine.time.bootTimeout', 'machine.time.servers'],
  UnattendedInstallConfig: ['machine.install'],
};

/** Fields that conflict only when they are on. */
const replacedFlags: Readonly<Record<string, readonly string[]>> = {
  HostnameConfig: ['machine.features.stableHostname'],
  ResolverConfig: ['machine.network.disableSearchDomain'],
  TimeSyncConfig: ['machine.time.disabled'],
};

/** No fact stands both in a field of the main document and in a document of its own. */
export const legacyFields: ConfigRule = (configuration) => [
  ...conflicts(configuration, replacedFields, (path) => hasField(configuration, path)),
  ...conflicts(configuration, replacedFlags, (path) => field(configuration, path) === true),
  ...hostDns(configuration),
  ...encryption(configuration),
];

function conflicts(
  configuration: Configuration,
  table: Readonly<Record<string, readonly string[]>>,
  isSet: (path: string) => boolean,
) {
  return Object.entries(table).flatMap(([kind, paths]) =>
    ofKind(configuration, kind).length === 0 ? [] : paths.filter(isSet).map((path) => conflict(path, kind)),
  );
}

/** The resolver's document excludes the field only where it configures host DNS itself. */
function hostDns(configuration: Configuration) {
  const configures = ofKind(configuration, 'ResolverConfig').some(({ hostDNS }) => hostDNS !== undefined);
  const path = 'machine.features.hostDNS';
  return configures && hasField(configuration, path) ? [conflict(path, 'ResolverConfig')] : [];
}

/** Encryption of a system volume in both places. */
function encryption(configuration: Configuration) {
  const volumes = { STATE: 'state', EPHEMERAL: 'ephemeral' };
  return Object.entries(volumes).flatMap(([name, key]) => {
    const path = `machine.systemDiskEncryption.${key}`;
    const [volume] = ofKind(configuration, 'VolumeConfig').filter(
      (found) => found.name === name && found.encryption !== undefined,
    );
    return volume !== undefined && hasField(configuration, path) ? [conflict(path, nameOf(volume))] : [];
  });
}

function conflict(path: string, kind: string) {
  return { path, what: `a field that ${kind} takes the place of`, fix: `set it in ${kind} alone` };
}
