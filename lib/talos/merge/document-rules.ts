import type { Rules } from './rule';

/** The rules of each kind of document. Source: Talos `config/types`, machinery 1.14.1, by reflection. */
export const documentRules: Readonly<Record<string, Rules>> = {
  BGPInstanceConfig: {
    advertise: 'replace',
    importRoutes: 'replace',
    neighbors: 'replace',
  },
  BondConfig: {
    adActorSysPrio: 'zero wins',
    adLACPActive: 'zero wins',
    adSelect: 'zero wins',
    adUserPortKey: 'zero wins',
    allSlavesActive: 'zero wins',
    arpAllTargets: 'zero wins',
    arpInterval: 'zero wins',
    arpValidate: 'zero wins',
    bondMode: 'zero wins',
    downdelay: 'zero wins',
    failOverMac: 'zero wins',
    lacpRate: 'zero wins',
    lpInterval: 'zero wins',
    miimon: 'zero wins',
    minLinks: 'zero wins',
    missedMax: 'zero wins',
    numPeerNotif: 'zero wins',
    packetsPerSlave: 'zero wins',
    peerNotifDelay: 'zero wins',
    primaryReselect: 'zero wins',
    resendIGMP: 'zero wins',
    tlbLogicalLb: 'zero wins',
    updelay: 'zero wins',
    xmitHashPolicy: 'zero wins',
  },
  CRIBaseRuntimeSpecConfig: {
    overrides: 'replace',
  },
  ContainerConfig: {
    'runAs.gid': 'zero wins',
    'runAs.uid': 'zero wins',
    'security.machinedAccess': 'overwrite within security',
  },
  DHCPv4Config: {
    clientIdentifier: 'zero wins',
  },
  DHCPv6Config: {
    clientIdentifier: 'zero wins',
  },
  DiscoveryServiceConfig: {
    endpoint: 'url',
  },
  EnvironmentConfig: {
    variables: 'map',
  },
  EtcFileConfig: {
    mode: 'zero is 0o0',
  },
  EthernetConfig: {
    'channels.combined': 'zero wins',
    'channels.other': 'zero wins',
    'channels.rx': 'zero wins',
    'channels.tx': 'zero wins',
    features: 'map',
    'rings.cqe-size': 'zero wins',
    'rings.rx': 'zero wins',
    'rings.rx-buf-len': 'zero wins',
    'rings.rx-jumbo': 'zero wins',
    'rings.rx-mini': 'zero wins',
    'rings.tx': 'zero wins',
    'rings.tx-push-buf-len': 'zero wins',
  },
  ExistingVolumeConfig: {
    'discovery.volumeSelector.match': 'overwrite',
    'scrub.interval': 'duration',
    'trim.interval': 'duration',
  },
  ExtensionServiceConfig: {
    configFiles: 'by mountPath',
  },
  ExternalVolumeConfig: {
    filesystemType: 'zero is none',
  },
  FilesystemScrubConfig: {
    interval: 'duration',
  },
  FilesystemTrimConfig: {
    interval: 'duration',
  },
  HTTPProbeConfig: {
    interval: 'duration',
    timeout: 'duration',
    url: 'url',
  },
  HostnameConfig: {
    auto: 'zero wins',
  },
  ImageVerificationConfig: {
    rules: 'replace by image',
  },
  KmsgLogConfig: {
    url: 'url',
  },
  KubeAPIServerConfig: {
    apiPort: 'zero wins',
    env: 'map',
    extraArgs: 'arguments',
    'resources.limits': 'free',
    'resources.requests': 'free',
  },
  KubeAdmissionControlConfig: {
    configuration: 'free',
  },
  KubeAuditPolicyConfig: {
    configuration: 'replace',
  },
  KubeAuthenticationConfig: {
    configuration: 'replace',
  },
  KubeAuthorizerConfig: {
    webhook: 'free',
  },
  KubeClusterConfig: {
    endpoint: 'url',
  },
  KubeControllerManagerConfig: {
    env: 'map',
    extraArgs: 'arguments',
    'resources.limits': 'free',
    'resources.requests': 'free',
  },
  KubeCredentialProviderConfig: {
    configuration: 'replace',
  },
  KubeEtcdEncryptionConfig: {
    config: 'free',
  },
  KubeExternalManifestConfig: {
    headers: 'map',
    url: 'url',
  },
  KubeFlannelCNIConfig: {
    backendExtraConfig: 'free',
    'resources.limits': 'free',
    'resources.requests': 'free',
  },
  KubeNetworkConfig: {
    podSubnets: 'replace',
    serviceSubnets: 'replace',
  },
  KubeNodeConfig: {
    annotations: 'map',
    labels: 'map',
    taints: 'map',
  },
  KubeProxyConfig: {
    config: 'free',
    extraArgs: 'arguments',
    'resources.limits': 'free',
    'resources.requests': 'free',
  },
  KubeSchedulerConfig: {
    config: 'free',
    env: 'map',
    extraArgs: 'arguments',
    'resources.limits': 'free',
    'resources.requests': 'free',
  },
  KubeServiceAccountConfig: {
    'issuer.issuerURL': 'url',
  },
  KubeSpanConfig: {
    mtu: 'zero wins',
  },
  KubeStaticPodConfig: {
    pod: 'replace',
  },
  KubeletConfig: {
    config: 'free',
    extraArgs: 'arguments',
  },
  LVMLogicalVolumeConfig: {
    mirrors: 'zero wins',
    'provisioning.maxSize': 'size',
    'provisioning.minSize': 'overwrite',
    stripes: 'zero wins',
    type: 'zero is linear',
  },
  LVMVolumeGroupConfig: {
    'provisioning.volumeSelector.match': 'overwrite',
  },
  LinkAliasConfig: {
    'selector.match': 'overwrite',
  },
  NetworkDefaultActionConfig: {
    ingress: 'zero is accept',
  },
  NetworkRuleConfig: {
    ingress: 'replace',
    'portSelector.ports': 'replace',
    'portSelector.protocol': 'zero is Protocol(0)',
  },
  OOMConfig: {
    cgroupRankingExpression: 'overwrite',
    sampleInterval: 'duration',
    triggerExpression: 'overwrite',
  },
  RAIDArrayConfig: {
    level: 'zero is raid1',
    metadata: 'zero is 1.0',
    'provisioning.volumeSelector.match': 'overwrite',
  },
  RawVolumeConfig: {
    'encryption.provider': 'zero is none',
    'provisioning.diskSelector.match': 'overwrite',
    'provisioning.maxSize': 'size',
    'provisioning.minSize': 'overwrite',
  },
  ResolverConfig: {
    'searchDomains.domains': 'replace',
  },
  RoutingRuleConfig: {
    action: 'zero is unspec',
    table: 'zero is unspec',
  },
  SideroLinkConfig: {
    apiUrl: 'url',
  },
  SwapVolumeConfig: {
    'encryption.provider': 'zero is none',
    'provisioning.diskSelector.match': 'overwrite',
    'provisioning.maxSize': 'size',
    'provisioning.minSize': 'overwrite',
  },
  SysctlConfig: {
    params: 'map',
  },
  SysfsConfig: {
    params: 'map',
  },
  TCPProbeConfig: {
    interval: 'duration',
    timeout: 'duration',
  },
  TimeSyncConfig: {
    bootTimeout: 'duration',
  },
  UnattendedInstallConfig: {
    'provisioning.diskSelector.match': 'overwrite',
  },
  UserVolumeConfig: {
    'encryption.provider': 'zero is none',
    'filesystem.type': 'zero is none',
    'filesystem.xfs.minAllocationGroupSize': 'overwrite within filesystem.xfs',
    'provisioning.diskSelector.match': 'overwrite',
    'provisioning.maxSize': 'size',
    'provisioning.minSize': 'overwrite',
    'scrub.interval': 'duration',
    'trim.interval': 'duration',
    volumeType: 'zero wins',
  },
  VLANConfig: {
    vlanMode: 'zero wins',
  },
  VRFConfig: {
    table: 'zero is unspec',
  },
  VolumeConfig: {
    'encryption.provider': 'zero is none',
    'filesystem.xfs.minAllocationGroupSize': 'overwrite within filesystem.xfs',
    'provisioning.diskSelector.match': 'overwrite',
    'provisioning.maxSize': 'size',
    'provisioning.minSize': 'overwrite',
    'scrub.interval': 'duration',
    'trim.interval': 'duration',
  },
  WatchdogTimerConfig: {
    timeout: 'duration',
  },
  ZswapConfig: {
    maxPoolPercent: 'zero wins',
  },
};
