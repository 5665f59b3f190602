import type { Problem } from '../../../cluster';
import { nameOf, ofKind, type Configuration, type ConfigRule } from '../configuration';
import type { Place } from '../place';
import { isAddress } from '../values/address';
import { parseSeconds } from '../values/amount';
import { isEncrypted } from './encryption';

/**
 * Sections of the main document that a document of its own takes the place of, empty or not; Talos refuses to read both.
 * Source: Talos `config/types`, `V1Alpha1ConflictValidate`.
 */
const replacedSections: Readonly<Record<string, readonly string[]>> = {
  CRIBaseRuntimeSpecConfig: ['machine.baseRuntimeSpecOverrides'],
  DiscoveryServiceConfig: ['cluster.discovery'],
  ImageCacheConfig: ['machine.features.imageCache'],
  KubeAPIServerCAConfig: ['cluster.ca'],
  KubeAPIServerConfig: ['cluster.apiServer'],
  KubeAggregatorCAConfig: ['cluster.aggregatorCA'],
  KubeClusterConfig: ['cluster.controlPlane.endpoint'],
  KubeControllerManagerConfig: ['cluster.controllerManager', 'machine.controlPlane.controllerManager'],
  KubeCoreDNSConfig: ['cluster.coreDNS'],
  KubeCredentialProviderConfig: ['machine.kubelet'],
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
  KubeSchedulerConfig: ['cluster.scheduler', 'machine.controlPlane.scheduler'],
  KubeServiceAccountConfig: ['cluster.serviceAccount'],
  KubeSpanConfig: ['machine.network.kubespan'],
  KubeTalosAPIAccessConfig: ['machine.features.kubernetesTalosAPIAccess'],
  KubeletConfig: ['machine.kubelet'],
  ResolverConfig: ['machine.network.searchDomains'],
  UnattendedInstallConfig: ['machine.install'],
};

/** Fields that conflict unless they are empty. */
const replacedFields: Readonly<Record<string, readonly string[]>> = {
  DiscoveryIdentityConfig: ['cluster.id', 'cluster.secret'],
  HostnameConfig: ['machine.network.hostname'],
  KubeAdmissionControlConfig: ['cluster.apiServer.admissionControl'],
  KubeAuditPolicyConfig: ['cluster.apiServer.auditPolicy'],
  // upstream looks at the plugins here, too
  KubeAuthorizerConfig: ['cluster.apiServer.admissionControl'],
  KubeClusterConfig: ['cluster.clusterName'],
  KubeEtcdEncryptionConfig: ['cluster.secretboxEncryptionSecret', 'cluster.aescbcEncryptionSecret'],
  TimeSyncConfig: ['machine.time.servers'],
};

/** Fields that conflict only when they are on. */
const replacedFlags: Readonly<Record<string, readonly string[]>> = {
  HostnameConfig: ['machine.features.stableHostname'],
  ResolverConfig: ['machine.network.disableSearchDomain'],
  TimeSyncConfig: ['machine.time.disabled'],
};

/** No fact stands both in a field of the main document and in a document of its own. */
export const legacyFields: ConfigRule = (configuration) => [
  ...conflicts(configuration, replacedSections, ({ isThere }) => isThere),
  ...conflicts(configuration, replacedFields, ({ isSet }) => isSet),
  ...conflicts(configuration, replacedFlags, ({ isOn }) => isOn),
  ...conflicts(
    configuration,
    { KubeAPIServerConfig: ['cluster.controlPlane.localAPIServerPort'] },
    ({ number }) => number !== 0,
  ),
  ...conflicts(configuration, { TimeSyncConfig: ['machine.time.bootTimeout'] }, ({ text }) =>
    Boolean(parseSeconds(text)),
  ),
  ...conflicts(configuration, { ResolverConfig: ['machine.network.nameservers'] }, ({ items }) =>
    items.some(({ text }) => isAddress(text)),
  ),
  ...hostDns(configuration),
  ...encryption(configuration),
];

function conflicts(
  configuration: Configuration,
  table: Readonly<Record<string, readonly string[]>>,
  isGiven: (place: Place) => boolean,
): readonly Problem[] {
  return Object.entries(table).flatMap(([kind, paths]) =>
    ofKind(configuration, kind).length === 0
      ? []
      : paths
          .map((path) => configuration.main.at(path))
          .filter(isGiven)
          .map((place) => conflict(place, kind)),
  );
}

/** The resolver's document excludes the field only where it configures host DNS itself. */
function hostDns(configuration: Configuration): readonly Problem[] {
  const legacy = configuration.main.at('machine.features.hostDNS');
  const configures = ofKind(configuration, 'ResolverConfig').some((document) =>
    document.at('hostDNS').entries.some(([, { isThere }]) => isThere),
  );
  return configures && legacy.isThere ? [conflict(legacy, 'ResolverConfig')] : [];
}

/** Encryption of a system volume in both places. */
function encryption(configuration: Configuration): readonly Problem[] {
  return ofKind(configuration, 'VolumeConfig').flatMap((volume) => {
    const name = volume.at('name').text;
    if (!['STATE', 'EPHEMERAL'].includes(name) || !isEncrypted(volume.at('encryption'))) return [];
    const legacy = configuration.main.at(`machine.systemDiskEncryption.${name.toLowerCase()}`);
    return legacy.isThere ? [conflict(legacy, nameOf({ kind: 'VolumeConfig', name }))] : [];
  });
}

function conflict(place: Place, kind: string): Problem {
  return place.problem(`a field that ${kind} takes the place of`, `set it in ${kind} alone`);
}
