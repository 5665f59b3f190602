/** Every kind of document that machinery 1.14.1 knows, by the contract that brought it. */
export const kinds: readonly string[] = `
  VolumeConfig ExtensionServiceConfig NetworkDefaultActionConfig NetworkRuleConfig KubeSpanEndpointsConfig
  EventSinkConfig KmsgLogConfig WatchdogTimerConfig TrustedRootsConfig SideroLinkConfig

  UserVolumeConfig PCIDriverRebindConfig EthernetConfig

  ExistingVolumeConfig RawVolumeConfig SwapVolumeConfig ZswapConfig

  RegistryAuthConfig RegistryMirrorConfig RegistryTLSConfig BondConfig BridgeConfig DHCPv4Config DHCPv6Config
  DummyLinkConfig HCloudVIPConfig HostnameConfig Layer2VIPConfig LinkAliasConfig LinkConfig ResolverConfig
  StaticHostConfig TimeSyncConfig VLANConfig WireguardConfig OOMConfig

  ExternalVolumeConfig BlackholeRouteConfig KubeSpanConfig RoutingRuleConfig TCPProbeConfig VRFConfig
  EnvironmentConfig ImageVerificationConfig

  FilesystemScrubConfig FilesystemTrimConfig DiscoveryIdentityConfig DiscoveryServiceConfig ContainerConfig
  CRIBaseRuntimeSpecConfig CRICustomizationConfig ImageCacheConfig KubeAPIServerCAConfig KubeAPIServerConfig
  KubeAdmissionControlConfig KubeAggregatorCAConfig KubeAuditPolicyConfig KubeAuthenticationConfig
  KubeAuthorizerConfig KubeClusterConfig KubeControllerManagerConfig KubeCoreDNSConfig KubeCredentialProviderConfig
  KubeEtcdEncryptionConfig KubeExternalManifestConfig KubeFlannelCNIConfig KubeInlineManifestConfig
  KubeNetworkConfig KubeNodeConfig KubePrismConfig KubeProxyConfig KubeSchedulerConfig KubeServiceAccountConfig
  KubeStaticPodConfig KubeTalosAPIAccessConfig KubeletConfig BGPInstanceConfig HTTPProbeConfig VethConfig
  EtcFileConfig KernelModuleConfig SecurityProfileConfig SysctlConfig SysfsConfig UdevRulesConfig
  UnattendedInstallConfig LVMLogicalVolumeConfig LVMVolumeGroupConfig RAIDArrayConfig
`
  .trim()
  .split(/\s+/);
