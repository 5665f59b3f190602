// What documents hold, by reflection over the types of Talos. Written by e2e/talos/field-table.ts; do not edit.

/** The structure of each kind; the main document has no kind. */
export const kinds: Readonly<Record<string, string>> = {
  "": "v1alpha1.Config",
  "BGPInstanceConfig": "network.BGPInstanceConfigV1Alpha1",
  "BlackholeRouteConfig": "network.BlackholeRouteConfigV1Alpha1",
  "BondConfig": "network.BondConfigV1Alpha1",
  "BridgeConfig": "network.BridgeConfigV1Alpha1",
  "CRIBaseRuntimeSpecConfig": "cri.CRIBaseRuntimeSpecConfigV1Alpha1",
  "CRICustomizationConfig": "cri.CRICustomizationConfigV1Alpha1",
  "ContainerConfig": "container.ContainerConfigV1Alpha1",
  "DHCPv4Config": "network.DHCPv4ConfigV1Alpha1",
  "DHCPv6Config": "network.DHCPv6ConfigV1Alpha1",
  "DiscoveryIdentityConfig": "cluster.DiscoveryIdentityConfigV1Alpha1",
  "DiscoveryServiceConfig": "cluster.DiscoveryServiceConfigV1Alpha1",
  "DummyLinkConfig": "network.DummyLinkConfigV1Alpha1",
  "EnvironmentConfig": "runtime.EnvironmentV1Alpha1",
  "EtcFileConfig": "runtime.EtcFileConfigV1Alpha1",
  "EthernetConfig": "network.EthernetConfigV1Alpha1",
  "EventSinkConfig": "runtime.EventSinkV1Alpha1",
  "ExistingVolumeConfig": "block.ExistingVolumeConfigV1Alpha1",
  "ExtensionServiceConfig": "extensions.ServiceConfigV1Alpha1",
  "ExternalVolumeConfig": "block.ExternalVolumeConfigV1Alpha1",
  "FilesystemScrubConfig": "block.FilesystemScrubConfigV1Alpha1",
  "FilesystemTrimConfig": "block.FilesystemTrimConfigV1Alpha1",
  "HCloudVIPConfig": "network.HCloudVIPConfigV1Alpha1",
  "HTTPProbeConfig": "network.HTTPProbeConfigV1Alpha1",
  "HostnameConfig": "network.HostnameConfigV1Alpha1",
  "ImageCacheConfig": "cri.ImageCacheConfigV1Alpha1",
  "ImageVerificationConfig": "security.ImageVerificationConfigV1Alpha1",
  "KernelModuleConfig": "runtime.KernelModuleConfigV1Alpha1",
  "KmsgLogConfig": "runtime.KmsgLogV1Alpha1",
  "KubeAPIServerCAConfig": "k8s.KubeAPIServerCAConfigV1Alpha1",
  "KubeAPIServerConfig": "k8s.KubeAPIServerConfigV1Alpha1",
  "KubeAdmissionControlConfig": "k8s.KubeAdmissionControlConfigV1Alpha1",
  "KubeAggregatorCAConfig": "k8s.KubeAggregatorCAConfigV1Alpha1",
  "KubeAuditPolicyConfig": "k8s.KubeAuditPolicyConfigV1Alpha1",
  "KubeAuthenticationConfig": "k8s.KubeAuthenticationConfigV1Alpha1",
  "KubeAuthorizerConfig": "k8s.KubeAuthorizerConfigV1Alpha1",
  "KubeClusterConfig": "k8s.KubeClusterConfigV1Alpha1",
  "KubeControllerManagerConfig": "k8s.KubeControllerManagerConfigV1Alpha1",
  "KubeCoreDNSConfig": "k8s.KubeCoreDNSConfigV1Alpha1",
  "KubeCredentialProviderConfig": "k8s.KubeCredentialProviderConfigV1Alpha1",
  "KubeEtcdEncryptionConfig": "k8s.KubeEtcdEncryptionConfigV1Alpha1",
  "KubeExternalManifestConfig": "k8s.KubeExternalManifestConfigV1Alpha1",
  "KubeFlannelCNIConfig": "k8s.KubeFlannelCNIConfigV1Alpha1",
  "KubeInlineManifestConfig": "k8s.KubeInlineManifestConfigV1Alpha1",
  "KubeNetworkConfig": "k8s.KubeNetworkConfigV1Alpha1",
  "KubeNodeConfig": "k8s.KubeNodeConfigV1Alpha1",
  "KubePrismConfig": "k8s.KubePrismConfigV1Alpha1",
  "KubeProxyConfig": "k8s.KubeProxyConfigV1Alpha1",
  "KubeSchedulerConfig": "k8s.KubeSchedulerConfigV1Alpha1",
  "KubeServiceAccountConfig": "k8s.KubeServiceAccountConfigV1Alpha1",
  "KubeSpanConfig": "network.KubeSpanConfigV1Alpha1",
  "KubeSpanEndpointsConfig": "network.KubespanEndpointsConfigV1Alpha1",
  "KubeStaticPodConfig": "k8s.KubeStaticPodConfigV1Alpha1",
  "KubeTalosAPIAccessConfig": "k8s.KubeTalosAPIAccessConfigV1Alpha1",
  "KubeletConfig": "k8s.KubeletConfigV1Alpha1",
  "LVMLogicalVolumeConfig": "storage.LVMLogicalVolumeConfigV1Alpha1",
  "LVMVolumeGroupConfig": "storage.LVMVolumeGroupConfigV1Alpha1",
  "Layer2VIPConfig": "network.Layer2VIPConfigV1Alpha1",
  "LinkAliasConfig": "network.LinkAliasConfigV1Alpha1",
  "LinkConfig": "network.LinkConfigV1Alpha1",
  "NetworkDefaultActionConfig": "network.DefaultActionConfigV1Alpha1",
  "NetworkRuleConfig": "network.RuleConfigV1Alpha1",
  "OOMConfig": "runtime.OOMV1Alpha1",
  "PCIDriverRebindConfig": "hardware.PCIDriverRebindConfigV1Alpha1",
  "RAIDArrayConfig": "storage.RAIDArrayConfigV1Alpha1",
  "RawVolumeConfig": "block.RawVolumeConfigV1Alpha1",
  "RegistryAuthConfig": "cri.RegistryAuthConfigV1Alpha1",
  "RegistryMirrorConfig": "cri.RegistryMirrorConfigV1Alpha1",
  "RegistryTLSConfig": "cri.RegistryTLSConfigV1Alpha1",
  "ResolverConfig": "network.ResolverConfigV1Alpha1",
  "RoutingRuleConfig": "network.RoutingRuleConfigV1Alpha1",
  "SecurityProfileConfig": "runtime.SecurityProfileConfigV1Alpha1",
  "SideroLinkConfig": "siderolink.ConfigV1Alpha1",
  "StaticHostConfig": "network.StaticHostConfigV1Alpha1",
  "SwapVolumeConfig": "block.SwapVolumeConfigV1Alpha1",
  "SysctlConfig": "runtime.SysctlConfigV1Alpha1",
  "SysfsConfig": "runtime.SysfsConfigV1Alpha1",
  "TCPProbeConfig": "network.TCPProbeConfigV1Alpha1",
  "TimeSyncConfig": "network.TimeSyncConfigV1Alpha1",
  "TrustedRootsConfig": "security.TrustedRootsConfigV1Alpha1",
  "UdevRulesConfig": "runtime.UdevRulesConfigV1Alpha1",
  "UnattendedInstallConfig": "runtime.UnattendedInstallConfigV1Alpha1",
  "UserVolumeConfig": "block.UserVolumeConfigV1Alpha1",
  "VLANConfig": "network.VLANConfigV1Alpha1",
  "VRFConfig": "network.VRFConfigV1Alpha1",
  "VethConfig": "network.VethConfigV1Alpha1",
  "VolumeConfig": "block.VolumeConfigV1Alpha1",
  "WatchdogTimerConfig": "runtime.WatchdogTimerV1Alpha1",
  "WireguardConfig": "network.WireguardConfigV1Alpha1",
  "ZswapConfig": "block.ZswapConfigV1Alpha1"
};

/** The fields of each structure with their types: [] is a list, {} a map, * what cannot be null in them. */
export const structures: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "block.DiskSelector": {
    "match": "cel.Expression"
  },
  "block.EncryptionKey": {
    "kms": "block.EncryptionKeyKMS",
    "lockToState": "bool",
    "nodeID": "block.EncryptionKeyNodeID",
    "slot": "int",
    "static": "block.EncryptionKeyStatic",
    "tpm": "block.EncryptionKeyTPM"
  },
  "block.EncryptionKeyKMS": {
    "endpoint": "string"
  },
  "block.EncryptionKeyNodeID": {},
  "block.EncryptionKeyStatic": {
    "passphrase": "string"
  },
  "block.EncryptionKeyTPM": {
    "checkSecurebootStatusOnEnroll": "bool",
    "options": "block.EncryptionKeyTPMOptions"
  },
  "block.EncryptionKeyTPMOptions": {
    "pcrs": "[]int"
  },
  "block.EncryptionSpec": {
    "allowDiscards": "bool",
    "blockSize": "uint64",
    "cipher": "string",
    "keySize": "uint",
    "keys": "[]block.EncryptionKey",
    "options": "[]string",
    "provider": "block.EncryptionProviderType"
  },
  "block.ExistingMountSpec": {
    "disableAccessTime": "bool",
    "readOnly": "bool",
    "secure": "bool"
  },
  "block.ExistingVolumeConfigV1Alpha1": {
    "apiVersion": "string",
    "discovery": "block.VolumeDiscoverySpec",
    "kind": "string",
    "mount": "block.ExistingMountSpec",
    "name": "string",
    "scrub": "block.ScrubConfig",
    "trim": "block.TrimConfig"
  },
  "block.ExternalMountSpec": {
    "disableAccessTime": "bool",
    "readOnly": "bool",
    "secure": "bool",
    "virtiofs": "block.VirtiofsMountSpec"
  },
  "block.ExternalVolumeConfigV1Alpha1": {
    "apiVersion": "string",
    "filesystemType": "block.FilesystemType",
    "kind": "string",
    "mount": "block.ExternalMountSpec",
    "name": "string"
  },
  "block.FilesystemScrubConfigV1Alpha1": {
    "apiVersion": "string",
    "interval": "time.Duration",
    "kind": "string"
  },
  "block.FilesystemSpec": {
    "projectQuotaSupport": "bool",
    "type": "block.FilesystemType",
    "xfs": "block.XFSSpec"
  },
  "block.FilesystemTrimConfigV1Alpha1": {
    "apiVersion": "string",
    "interval": "time.Duration",
    "kind": "string"
  },
  "block.MountSpec": {
    "disableAccessTime": "bool",
    "secure": "bool"
  },
  "block.ProvisioningSpec": {
    "diskSelector": "block.DiskSelector",
    "grow": "bool",
    "maxSize": "block.Size",
    "minSize": "block.ByteSize"
  },
  "block.RawVolumeConfigV1Alpha1": {
    "apiVersion": "string",
    "encryption": "block.EncryptionSpec",
    "kind": "string",
    "name": "string",
    "provisioning": "block.ProvisioningSpec"
  },
  "block.ScrubConfig": {
    "enabled": "bool",
    "interval": "time.Duration"
  },
  "block.SwapVolumeConfigV1Alpha1": {
    "apiVersion": "string",
    "encryption": "block.EncryptionSpec",
    "kind": "string",
    "name": "string",
    "provisioning": "block.ProvisioningSpec"
  },
  "block.SystemVolumeFilesystemSpec": {
    "xfs": "block.XFSSpec"
  },
  "block.TrimConfig": {
    "enabled": "bool",
    "interval": "time.Duration"
  },
  "block.UserMountSpec": {
    "disableAccessTime": "bool",
    "secure": "bool"
  },
  "block.UserVolumeConfigV1Alpha1": {
    "apiVersion": "string",
    "encryption": "block.EncryptionSpec",
    "filesystem": "block.FilesystemSpec",
    "kind": "string",
    "mount": "block.UserMountSpec",
    "name": "string",
    "provisioning": "block.ProvisioningSpec",
    "scrub": "block.ScrubConfig",
    "trim": "block.TrimConfig",
    "volumeType": "block.VolumeType"
  },
  "block.VirtiofsMountSpec": {
    "tag": "string"
  },
  "block.VolumeConfigV1Alpha1": {
    "apiVersion": "string",
    "encryption": "block.EncryptionSpec",
    "filesystem": "block.SystemVolumeFilesystemSpec",
    "kind": "string",
    "mount": "block.MountSpec",
    "name": "string",
    "provisioning": "block.ProvisioningSpec",
    "scrub": "block.ScrubConfig",
    "trim": "block.TrimConfig"
  },
  "block.VolumeDiscoverySpec": {
    "volumeSelector": "block.VolumeSelector"
  },
  "block.VolumeSelector": {
    "match": "cel.Expression"
  },
  "block.XFSSpec": {
    "minAllocationGroupSize": "block.ByteSize"
  },
  "block.ZswapConfigV1Alpha1": {
    "apiVersion": "string",
    "kind": "string",
    "maxPoolPercent": "int",
    "shrinkerEnabled": "bool"
  },
  "cluster.DiscoveryIdentityConfigV1Alpha1": {
    "apiVersion": "string",
    "clusterID": "string",
    "clusterSecret": "string",
    "kind": "string"
  },
  "cluster.DiscoveryServiceConfigV1Alpha1": {
    "apiVersion": "string",
    "endpoint": "meta.URL",
    "kind": "string",
    "name": "string"
  },
  "container.ContainerCapabilities": {
    "add": "[]string",
    "drop": "[]string"
  },
  "container.ContainerConfigV1Alpha1": {
    "apiVersion": "string",
    "args": "[]string",
    "dependsOn": "container.ContainerDependsOn",
    "entrypoint": "[]string",
    "environment": "[]string",
    "image": "string",
    "kind": "string",
    "mounts": "[]container.ContainerMount",
    "name": "string",
    "network": "container.ContainerNetwork",
    "resources": "container.ContainerResources",
    "runAs": "container.ContainerRunAs",
    "security": "container.ContainerSecurity",
    "workingDir": "string"
  },
  "container.ContainerDependsOn": {
    "containers": "[]string",
    "networks": "[]string",
    "paths": "[]string",
    "time": "bool"
  },
  "container.ContainerMount": {
    "hostPath": "container.HostPathMount",
    "tmpfs": "container.TmpfsMount",
    "userVolume": "container.UserVolumeMount"
  },
  "container.ContainerNetwork": {
    "mode": "string"
  },
  "container.ContainerResourceLimits": {
    "cpu": "string",
    "memory": "string"
  },
  "container.ContainerResources": {
    "limits": "container.ContainerResourceLimits"
  },
  "container.ContainerRunAs": {
    "gid": "int32",
    "uid": "int32"
  },
  "container.ContainerSecurity": {
    "capabilities": "container.ContainerCapabilities",
    "machinedAccess": "bool",
    "profile": "string"
  },
  "container.HostPathMount": {
    "destination": "string",
    "options": "[]string",
    "source": "string"
  },
  "container.TmpfsMount": {
    "destination": "string",
    "options": "[]string",
    "size": "string"
  },
  "container.UserVolumeMount": {
    "destination": "string",
    "name": "string",
    "options": "[]string"
  },
  "cri.CRIBaseRuntimeSpecConfigV1Alpha1": {
    "apiVersion": "string",
    "kind": "string",
    "overrides": "meta.Unstructured"
  },
  "cri.CRICustomizationConfigV1Alpha1": {
    "apiVersion": "string",
    "content": "string",
    "kind": "string",
    "name": "string"
  },
  "cri.ImageCacheConfigV1Alpha1": {
    "apiVersion": "string",
    "kind": "string",
    "local": "cri.LocalImageCacheConfig"
  },
  "cri.LocalImageCacheConfig": {
    "enabled": "bool"
  },
  "cri.RegistryAuthConfigV1Alpha1": {
    "apiVersion": "string",
    "auth": "string",
    "identityToken": "string",
    "kind": "string",
    "name": "string",
    "password": "string",
    "username": "string"
  },
  "cri.RegistryEndpoint": {
    "overridePath": "bool",
    "url": "meta.URL"
  },
  "cri.RegistryMirrorConfigV1Alpha1": {
    "apiVersion": "string",
    "endpoints": "[]cri.RegistryEndpoint",
    "kind": "string",
    "name": "string",
    "skipFallback": "bool"
  },
  "cri.RegistryTLSConfigV1Alpha1": {
    "apiVersion": "string",
    "ca": "string",
    "clientIdentity": "meta.CertificateAndKey",
    "insecureSkipVerify": "bool",
    "kind": "string",
    "name": "string"
  },
  "extensions.ConfigFile": {
    "content": "string",
    "mountPath": "string"
  },
  "extensions.ServiceConfigV1Alpha1": {
    "apiVersion": "string",
    "configFiles": "[]extensions.ConfigFile",
    "environment": "[]string",
    "kind": "string",
    "name": "string"
  },
  "hardware.PCIDriverRebindConfigV1Alpha1": {
    "apiVersion": "string",
    "kind": "string",
    "name": "string",
    "targetDriver": "string"
  },
  "k8s.AcceptedServiceAccountConfig": {
    "audiences": "[]string",
    "issuers": "[]meta.URL",
    "publicKeys": "[]string"
  },
  "k8s.IssuerServiceAccountConfig": {
    "issuerURL": "meta.URL",
    "privateKey": "string"
  },
  "k8s.KubeAPIServerCAConfigV1Alpha1": {
    "acceptedCAs": "[]string",
    "apiVersion": "string",
    "issuingCA": "meta.CertificateAndKey",
    "kind": "string"
  },
  "k8s.KubeAPIServerConfigV1Alpha1": {
    "apiPort": "int",
    "apiVersion": "string",
    "certExtraSANs": "[]string",
    "env": "{}string",
    "extraArgs": "{}meta.ArgValue",
    "image": "string",
    "kind": "string",
    "resources": "k8s.ResourcesConfig",
    "startupProbes": "bool"
  },
  "k8s.KubeAdmissionControlConfigV1Alpha1": {
    "apiVersion": "string",
    "configuration": "meta.Unstructured",
    "kind": "string",
    "name": "string"
  },
  "k8s.KubeAggregatorCAConfigV1Alpha1": {
    "acceptedCAs": "[]string",
    "apiVersion": "string",
    "issuingCA": "meta.CertificateAndKey",
    "kind": "string"
  },
  "k8s.KubeAuditPolicyConfigV1Alpha1": {
    "apiVersion": "string",
    "configuration": "meta.Unstructured",
    "kind": "string"
  },
  "k8s.KubeAuthenticationConfigV1Alpha1": {
    "apiVersion": "string",
    "configuration": "meta.Unstructured",
    "kind": "string"
  },
  "k8s.KubeAuthorizerConfigV1Alpha1": {
    "apiVersion": "string",
    "kind": "string",
    "name": "string",
    "type": "string",
    "webhook": "meta.Unstructured"
  },
  "k8s.KubeClusterConfigV1Alpha1": {
    "apiVersion": "string",
    "clusterName": "string",
    "endpoint": "meta.URL",
    "kind": "string"
  },
  "k8s.KubeControllerManagerConfigV1Alpha1": {
    "apiVersion": "string",
    "enabled": "bool",
    "env": "{}string",
    "extraArgs": "{}meta.ArgValue",
    "image": "string",
    "kind": "string",
    "resources": "k8s.ResourcesConfig"
  },
  "k8s.KubeCoreDNSConfigV1Alpha1": {
    "apiVersion": "string",
    "enabled": "bool",
    "image": "string",
    "kind": "string"
  },
  "k8s.KubeCredentialProviderConfigV1Alpha1": {
    "apiVersion": "string",
    "configuration": "meta.Unstructured",
    "kind": "string"
  },
  "k8s.KubeEtcdEncryptionConfigV1Alpha1": {
    "apiVersion": "string",
    "config": "meta.Unstructured",
    "kind": "string"
  },
  "k8s.KubeExternalManifestConfigV1Alpha1": {
    "apiVersion": "string",
    "headers": "{}string",
    "kind": "string",
    "name": "string",
    "url": "meta.URL"
  },
  "k8s.KubeFlannelCNIConfigV1Alpha1": {
    "apiVersion": "string",
    "backendExtraConfig": "meta.Unstructured",
    "backendMTU": "uint32",
    "backendPort": "uint16",
    "backendType": "string",
    "extraArgs": "[]string",
    "kind": "string",
    "kubeNetworkPoliciesEnabled": "bool",
    "resources": "k8s.ResourcesConfig"
  },
  "k8s.KubeInlineManifestConfigV1Alpha1": {
    "apiVersion": "string",
    "kind": "string",
    "manifest": "string",
    "name": "string"
  },
  "k8s.KubeNetworkConfigV1Alpha1": {
    "apiVersion": "string",
    "dnsDomain": "string",
    "kind": "string",
    "nodeCIDRMaskSizeIPv4": "int",
    "nodeCIDRMaskSizeIPv6": "int",
    "podSubnets": "[]meta.Prefix",
    "serviceSubnets": "[]meta.Prefix"
  },
  "k8s.KubeNodeConfigV1Alpha1": {
    "annotations": "{}string",
    "apiVersion": "string",
    "kind": "string",
    "labels": "{}string",
    "nodeIP": "k8s.NodeIPConfig",
    "registerWithFQDN": "bool",
    "skipNodeRegistration": "bool",
    "taints": "{}string"
  },
  "k8s.KubePrismConfigV1Alpha1": {
    "apiVersion": "string",
    "kind": "string",
    "port": "int",
    "tlsServerName": "string"
  },
  "k8s.KubeProxyConfigV1Alpha1": {
    "apiVersion": "string",
    "config": "meta.Unstructured",
    "enabled": "bool",
    "extraArgs": "{}meta.ArgValue",
    "image": "string",
    "kind": "string",
    "mode": "string",
    "resources": "k8s.ResourcesConfig"
  },
  "k8s.KubeSchedulerConfigV1Alpha1": {
    "apiVersion": "string",
    "config": "meta.Unstructured",
    "enabled": "bool",
    "env": "{}string",
    "extraArgs": "{}meta.ArgValue",
    "image": "string",
    "kind": "string",
    "resources": "k8s.ResourcesConfig"
  },
  "k8s.KubeServiceAccountConfigV1Alpha1": {
    "accepted": "k8s.AcceptedServiceAccountConfig",
    "apiVersion": "string",
    "issuer": "k8s.IssuerServiceAccountConfig",
    "kind": "string"
  },
  "k8s.KubeStaticPodConfigV1Alpha1": {
    "apiVersion": "string",
    "kind": "string",
    "name": "string",
    "pod": "meta.Unstructured"
  },
  "k8s.KubeTalosAPIAccessConfigV1Alpha1": {
    "allowedKubernetesNamespaces": "[]string",
    "allowedRoles": "[]string",
    "apiVersion": "string",
    "kind": "string"
  },
  "k8s.KubeletConfigV1Alpha1": {
    "apiVersion": "string",
    "clusterDNS": "[]string",
    "config": "meta.Unstructured",
    "defaultRuntimeSeccompProfileEnabled": "bool",
    "extraArgs": "{}meta.ArgValue",
    "image": "string",
    "kind": "string"
  },
  "k8s.NodeIPConfig": {
    "validSubnets": "[]string"
  },
  "k8s.ResourcesConfig": {
    "limits": "meta.Unstructured",
    "requests": "meta.Unstructured"
  },
  "meta.CertificateAndKey": {
    "cert": "string",
    "key": "string"
  },
  "meta.Unstructured": {
    "*": "any"
  },
  "network.AddressConfig": {
    "address": "netip.Prefix",
    "routePriority": "uint32"
  },
  "network.BGPBFDConfig": {
    "detectMultiplier": "uint8",
    "receiveInterval": "time.Duration",
    "transmitInterval": "time.Duration"
  },
  "network.BGPImportRoute": {
    "bgpInstance": "string",
    "prefixes": "[]meta.Prefix"
  },
  "network.BGPInstanceConfigV1Alpha1": {
    "advertise": "[]string",
    "apiVersion": "string",
    "importRoutes": "[]network.BGPImportRoute",
    "installRoutes": "bool",
    "kind": "string",
    "localASN": "uint32",
    "maxPaths": "uint8",
    "multipath": "bool",
    "name": "string",
    "neighbors": "[]network.BGPNeighborConfig",
    "routeSource": "meta.Addr",
    "routerID": "meta.Addr",
    "vrf": "string"
  },
  "network.BGPNeighborConfig": {
    "address": "meta.Addr",
    "bfd": "network.BGPBFDConfig",
    "holdTime": "time.Duration",
    "link": "string",
    "localASN": "uint32",
    "passive": "bool",
    "peerASN": "uint32"
  },
  "network.BlackholeRouteConfigV1Alpha1": {
    "apiVersion": "string",
    "kind": "string",
    "metric": "uint32",
    "name": "string"
  },
  "network.BondConfigV1Alpha1": {
    "adActorSysPrio": "uint16",
    "adLACPActive": "nethelpers.ADLACPActive",
    "adSelect": "nethelpers.ADSelect",
    "adUserPortKey": "uint16",
    "addresses": "[]network.AddressConfig",
    "allSlavesActive": "uint8",
    "apiVersion": "string",
    "arpAllTargets": "nethelpers.ARPAllTargets",
    "arpInterval": "uint32",
    "arpIpTargets": "[]netip.Addr",
    "arpValidate": "nethelpers.ARPValidate",
    "bondMode": "nethelpers.BondMode",
    "downdelay": "uint32",
    "failOverMac": "nethelpers.FailOverMAC",
    "hardwareAddr": "nethelpers.HardwareAddr",
    "kind": "string",
    "lacpRate": "nethelpers.LACPRate",
    "links": "[]string",
    "lpInterval": "uint32",
    "miimon": "uint32",
    "minLinks": "uint32",
    "missedMax": "uint8",
    "mtu": "uint32",
    "multicast": "bool",
    "name": "string",
    "nsIp6Targets": "[]netip.Addr",
    "numPeerNotif": "uint8",
    "packetsPerSlave": "uint32",
    "peerNotifDelay": "uint32",
    "primaryReselect": "nethelpers.PrimaryReselect",
    "resendIGMP": "uint32",
    "routes": "[]network.RouteConfig",
    "tlbLogicalLb": "uint8",
    "up": "bool",
    "updelay": "uint32",
    "useCarrier": "bool",
    "xmitHashPolicy": "nethelpers.BondXmitHashPolicy"
  },
  "network.BridgeConfigV1Alpha1": {
    "addresses": "[]network.AddressConfig",
    "apiVersion": "string",
    "hardwareAddr": "nethelpers.HardwareAddr",
    "kind": "string",
    "links": "[]string",
    "mtu": "uint32",
    "multicast": "bool",
    "name": "string",
    "routes": "[]network.RouteConfig",
    "stp": "network.BridgeSTPConfig",
    "up": "bool",
    "vlan": "network.BridgeVLANConfig"
  },
  "network.BridgeSTPConfig": {
    "enabled": "bool"
  },
  "network.BridgeVLANConfig": {
    "filtering": "bool"
  },
  "network.DHCPv4ConfigV1Alpha1": {
    "apiVersion": "string",
    "clientIdentifier": "nethelpers.ClientIdentifier",
    "duidRaw": "nethelpers.HardwareAddr",
    "ignoreHostname": "bool",
    "ignoreRoutes": "bool",
    "kind": "string",
    "name": "string",
    "routeMetric": "uint32"
  },
  "network.DHCPv6ConfigV1Alpha1": {
    "apiVersion": "string",
    "clientIdentifier": "nethelpers.ClientIdentifier",
    "duidRaw": "nethelpers.HardwareAddr",
    "ignoreHostname": "bool",
    "kind": "string",
    "name": "string",
    "routeMetric": "uint32"
  },
  "network.DefaultActionConfigV1Alpha1": {
    "apiVersion": "string",
    "ingress": "nethelpers.DefaultAction",
    "kind": "string"
  },
  "network.DummyLinkConfigV1Alpha1": {
    "addresses": "[]network.AddressConfig",
    "apiVersion": "string",
    "hardwareAddr": "nethelpers.HardwareAddr",
    "kind": "string",
    "mtu": "uint32",
    "multicast": "bool",
    "name": "string",
    "routes": "[]network.RouteConfig",
    "up": "bool"
  },
  "network.EthernetChannelsConfig": {
    "combined": "uint32",
    "other": "uint32",
    "rx": "uint32",
    "tx": "uint32"
  },
  "network.EthernetConfigV1Alpha1": {
    "apiVersion": "string",
    "channels": "network.EthernetChannelsConfig",
    "features": "{}bool",
    "kind": "string",
    "name": "string",
    "rings": "network.EthernetRingsConfig",
    "wakeOnLan": "[]nethelpers.WOLMode"
  },
  "network.EthernetRingsConfig": {
    "cqe-size": "uint32",
    "rx": "uint32",
    "rx-buf-len": "uint32",
    "rx-jumbo": "uint32",
    "rx-mini": "uint32",
    "rx-push": "bool",
    "tcp-data-split": "bool",
    "tx": "uint32",
    "tx-push": "bool",
    "tx-push-buf-len": "uint32"
  },
  "network.HCloudVIPConfigV1Alpha1": {
    "apiToken": "string",
    "apiVersion": "string",
    "kind": "string",
    "link": "string",
    "name": "string"
  },
  "network.HTTPProbeConfigV1Alpha1": {
    "apiVersion": "string",
    "failureThreshold": "int",
    "interval": "time.Duration",
    "kind": "string",
    "name": "string",
    "timeout": "time.Duration",
    "url": "meta.URL"
  },
  "network.HostDNSConfig": {
    "enabled": "bool",
    "forwardKubeDNSToHost": "bool",
    "resolveMemberNames": "bool"
  },
  "network.HostnameConfigV1Alpha1": {
    "apiVersion": "string",
    "auto": "nethelpers.AutoHostnameKind",
    "hostname": "string",
    "kind": "string"
  },
  "network.IngressRule": {
    "except": "meta.Prefix",
    "subnet": "netip.Prefix"
  },
  "network.KubeSpanConfigV1Alpha1": {
    "advertiseKubernetesNetworks": "bool",
    "allowDownPeerBypass": "bool",
    "apiVersion": "string",
    "enabled": "bool",
    "filters": "network.KubeSpanFiltersConfig",
    "harvestExtraEndpoints": "bool",
    "kind": "string",
    "mtu": "uint32"
  },
  "network.KubeSpanFiltersConfig": {
    "endpoints": "[]string",
    "excludeAdvertisedNetworks": "[]meta.Prefix"
  },
  "network.KubespanEndpointsConfigV1Alpha1": {
    "apiVersion": "string",
    "extraAnnouncedEndpoints": "[]netip.AddrPort",
    "kind": "string"
  },
  "network.Layer2VIPConfigV1Alpha1": {
    "apiVersion": "string",
    "kind": "string",
    "link": "string",
    "name": "string"
  },
  "network.LinkAliasConfigV1Alpha1": {
    "apiVersion": "string",
    "kind": "string",
    "name": "string",
    "selector": "network.LinkSelector"
  },
  "network.LinkConfigV1Alpha1": {
    "addresses": "[]network.AddressConfig",
    "apiVersion": "string",
    "kind": "string",
    "mtu": "uint32",
    "multicast": "bool",
    "name": "string",
    "routes": "[]network.RouteConfig",
    "up": "bool"
  },
  "network.LinkSelector": {
    "match": "cel.Expression"
  },
  "network.NTPConfig": {
    "servers": "[]string",
    "useNTS": "bool"
  },
  "network.NameserverConfig": {
    "address": "meta.Addr",
    "protocol": "nethelpers.DNSProtocol",
    "tlsServerName": "string"
  },
  "network.PTPConfig": {
    "devices": "[]string"
  },
  "network.ResolverConfigV1Alpha1": {
    "apiVersion": "string",
    "hostDNS": "network.HostDNSConfig",
    "kind": "string",
    "nameservers": "[]network.NameserverConfig",
    "searchDomains": "network.SearchDomainsConfig"
  },
  "network.RouteConfig": {
    "destination": "meta.Prefix",
    "gateway": "meta.Addr",
    "metric": "uint32",
    "mtu": "uint32",
    "source": "meta.Addr",
    "table": "nethelpers.RoutingTable"
  },
  "network.RoutingRuleConfigV1Alpha1": {
    "action": "nethelpers.RoutingRuleAction",
    "apiVersion": "string",
    "dst": "meta.Prefix",
    "fwMark": "uint32",
    "fwMask": "uint32",
    "iifName": "string",
    "kind": "string",
    "name": "string",
    "oifName": "string",
    "src": "meta.Prefix",
    "table": "nethelpers.RoutingTable"
  },
  "network.RuleConfigV1Alpha1": {
    "apiVersion": "string",
    "ingress": "[]network.IngressRule",
    "kind": "string",
    "name": "string",
    "portSelector": "network.RulePortSelector"
  },
  "network.RulePortSelector": {
    "ports": "[]network.PortRange",
    "protocol": "nethelpers.Protocol"
  },
  "network.SearchDomainsConfig": {
    "disableDefault": "bool",
    "domains": "[]string"
  },
  "network.StaticHostConfigV1Alpha1": {
    "apiVersion": "string",
    "hostnames": "[]string",
    "kind": "string",
    "name": "string"
  },
  "network.TCPProbeConfigV1Alpha1": {
    "apiVersion": "string",
    "endpoint": "string",
    "failureThreshold": "int",
    "interval": "time.Duration",
    "kind": "string",
    "name": "string",
    "timeout": "time.Duration"
  },
  "network.TimeSyncConfigV1Alpha1": {
    "apiVersion": "string",
    "bootTimeout": "time.Duration",
    "enabled": "bool",
    "kind": "string",
    "ntp": "network.NTPConfig",
    "ptp": "network.PTPConfig"
  },
  "network.VLANConfigV1Alpha1": {
    "addresses": "[]network.AddressConfig",
    "apiVersion": "string",
    "kind": "string",
    "mtu": "uint32",
    "multicast": "bool",
    "name": "string",
    "parent": "string",
    "routes": "[]network.RouteConfig",
    "up": "bool",
    "vlanID": "uint16",
    "vlanMode": "nethelpers.VLANProtocol"
  },
  "network.VRFConfigV1Alpha1": {
    "addresses": "[]network.AddressConfig",
    "apiVersion": "string",
    "hardwareAddr": "nethelpers.HardwareAddr",
    "kind": "string",
    "links": "[]string",
    "mtu": "uint32",
    "multicast": "bool",
    "name": "string",
    "routes": "[]network.RouteConfig",
    "table": "nethelpers.RoutingTable",
    "up": "bool"
  },
  "network.VethConfigV1Alpha1": {
    "addresses": "[]network.AddressConfig",
    "apiVersion": "string",
    "kind": "string",
    "mtu": "uint32",
    "multicast": "bool",
    "name": "string",
    "peer": "network.VethPeerConfig",
    "routes": "[]network.RouteConfig",
    "up": "bool"
  },
  "network.VethPeerConfig": {
    "addresses": "[]network.AddressConfig",
    "mtu": "uint32",
    "multicast": "bool",
    "name": "string",
    "routes": "[]network.RouteConfig",
    "up": "bool"
  },
  "network.WireguardConfigV1Alpha1": {
    "addresses": "[]network.AddressConfig",
    "apiVersion": "string",
    "firewallMark": "int",
    "kind": "string",
    "listenPort": "int",
    "mtu": "uint32",
    "multicast": "bool",
    "name": "string",
    "peers": "[]network.WireguardPeer",
    "privateKey": "string",
    "routes": "[]network.RouteConfig",
    "up": "bool"
  },
  "network.WireguardPeer": {
    "allowedIPs": "[]meta.Prefix",
    "endpoint": "meta.AddrPort",
    "persistentKeepaliveInterval": "time.Duration",
    "presharedKey": "string",
    "publicKey": "string"
  },
  "runtime.DiskSelectorSpec": {
    "match": "cel.Expression"
  },
  "runtime.EnvironmentV1Alpha1": {
    "apiVersion": "string",
    "kind": "string",
    "variables": "{}string"
  },
  "runtime.EtcFileConfigV1Alpha1": {
    "apiVersion": "string",
    "contents": "string",
    "kind": "string",
    "mode": "uint32",
    "name": "string"
  },
  "runtime.EventSinkV1Alpha1": {
    "apiVersion": "string",
    "endpoint": "string",
    "kind": "string"
  },
  "runtime.InstallerSpec": {
    "image": "string"
  },
  "runtime.KernelModuleConfigV1Alpha1": {
    "apiVersion": "string",
    "kind": "string",
    "name": "string",
    "parameters": "[]string"
  },
  "runtime.KmsgLogV1Alpha1": {
    "apiVersion": "string",
    "kind": "string",
    "name": "string",
    "url": "meta.URL"
  },
  "runtime.OOMV1Alpha1": {
    "apiVersion": "string",
    "cgroupRankingExpression": "cel.Expression",
    "kind": "string",
    "sampleInterval": "time.Duration",
    "strictCgroupClassOrdering": "bool",
    "triggerExpression": "cel.Expression"
  },
  "runtime.ProvisioningSpec": {
    "diskSelector": "runtime.DiskSelectorSpec",
    "wipe": "bool"
  },
  "runtime.SecurityProfileConfigV1Alpha1": {
    "apiVersion": "string",
    "kind": "string",
    "workloadIsolation": "bool"
  },
  "runtime.SysctlConfigV1Alpha1": {
    "apiVersion": "string",
    "kind": "string",
    "params": "{}string"
  },
  "runtime.SysfsConfigV1Alpha1": {
    "apiVersion": "string",
    "kind": "string",
    "params": "{}string"
  },
  "runtime.UdevRulesConfigV1Alpha1": {
    "apiVersion": "string",
    "kind": "string",
    "rules": "[]string"
  },
  "runtime.UnattendedInstallConfigV1Alpha1": {
    "apiVersion": "string",
    "installer": "runtime.InstallerSpec",
    "kind": "string",
    "provisioning": "runtime.ProvisioningSpec",
    "reboot": "bool"
  },
  "runtime.WatchdogTimerV1Alpha1": {
    "apiVersion": "string",
    "device": "string",
    "kind": "string",
    "timeout": "time.Duration"
  },
  "security.ImageKeylessVerifierV1Alpha1": {
    "issuer": "string",
    "subject": "string",
    "subjectRegex": "string"
  },
  "security.ImagePublicKeyVerifierV1Alpha1": {
    "certificate": "string"
  },
  "security.ImageVerificationConfigV1Alpha1": {
    "apiVersion": "string",
    "kind": "string",
    "rules": "[]security.ImageVerificationRuleV1Alpha1"
  },
  "security.ImageVerificationRuleV1Alpha1": {
    "deny": "bool",
    "image": "string",
    "keyless": "security.ImageKeylessVerifierV1Alpha1",
    "publicKey": "security.ImagePublicKeyVerifierV1Alpha1",
    "skip": "bool"
  },
  "security.TrustedRootsConfigV1Alpha1": {
    "apiVersion": "string",
    "certificates": "string",
    "kind": "string",
    "name": "string"
  },
  "siderolink.ConfigV1Alpha1": {
    "apiUrl": "meta.URL",
    "apiVersion": "string",
    "kind": "string",
    "uniqueToken": "string"
  },
  "storage.LVMLogicalVolumeConfigV1Alpha1": {
    "apiVersion": "string",
    "kind": "string",
    "mirrors": "uint32",
    "name": "string",
    "provisioning": "storage.LVMLogicalVolumeProvisioningSpec",
    "stripes": "uint32",
    "type": "storage.LVMLogicalVolumeType"
  },
  "storage.LVMLogicalVolumeProvisioningSpec": {
    "maxSize": "block.Size",
    "minSize": "block.ByteSize",
    "volumeGroup": "string"
  },
  "storage.LVMVolumeGroupConfigV1Alpha1": {
    "apiVersion": "string",
    "kind": "string",
    "name": "string",
    "provisioning": "storage.ProvisioningSpec"
  },
  "storage.LVMVolumeSelectorSpec": {
    "match": "cel.Expression"
  },
  "storage.ProvisioningSpec": {
    "volumeSelector": "storage.LVMVolumeSelectorSpec"
  },
  "storage.RAIDArrayConfigV1Alpha1": {
    "apiVersion": "string",
    "kind": "string",
    "level": "storage.MDLevel",
    "metadata": "storage.MDMetadata",
    "name": "string",
    "provisioning": "storage.RAIDProvisioningSpec"
  },
  "storage.RAIDProvisioningSpec": {
    "volumeSelector": "storage.RAIDVolumeSelector"
  },
  "storage.RAIDVolumeSelector": {
    "match": "cel.Expression"
  },
  "v1alpha1.APIServerConfig": {
    "admissionControl": "[]*v1alpha1.AdmissionPluginConfig",
    "auditPolicy": "meta.Unstructured",
    "authorizationConfig": "[]*v1alpha1.AuthorizationConfigAuthorizerConfig",
    "certSANs": "[]string",
    "disablePodSecurityPolicy": "bool",
    "env": "{}string",
    "extraArgs": "{}meta.ArgValue",
    "extraVolumes": "[]v1alpha1.VolumeMountConfig",
    "image": "string",
    "resources": "v1alpha1.ResourcesConfig"
  },
  "v1alpha1.AdminKubeconfigConfig": {
    "certLifetime": "time.Duration"
  },
  "v1alpha1.AdmissionPluginConfig": {
    "configuration": "meta.Unstructured",
    "name": "string"
  },
  "v1alpha1.AuthorizationConfigAuthorizerConfig": {
    "name": "string",
    "type": "string",
    "webhook": "meta.Unstructured"
  },
  "v1alpha1.Bond": {
    "adActorSysPrio": "uint16",
    "adActorSystem": "string",
    "adSelect": "string",
    "adUserPortKey": "uint16",
    "allSlavesActive": "uint8",
    "arpAllTargets": "string",
    "arpIPTarget": "[]string",
    "arpInterval": "uint32",
    "arpValidate": "string",
    "deviceSelectors": "[]v1alpha1.NetworkDeviceSelector",
    "downdelay": "uint32",
    "failOverMac": "string",
    "interfaces": "[]string",
    "lacpRate": "string",
    "lpInterval": "uint32",
    "miimon": "uint32",
    "minLinks": "uint32",
    "mode": "string",
    "numPeerNotif": "uint8",
    "packetsPerSlave": "uint32",
    "peerNotifyDelay": "uint32",
    "primary": "string",
    "primaryReselect": "string",
    "resendIgmp": "uint32",
    "tlbDynamicLb": "uint8",
    "updelay": "uint32",
    "useCarrier": "bool",
    "xmitHashPolicy": "string"
  },
  "v1alpha1.Bridge": {
    "interfaces": "[]string",
    "stp": "v1alpha1.STP",
    "vlan": "v1alpha1.BridgeVLAN"
  },
  "v1alpha1.BridgePort": {
    "master": "string"
  },
  "v1alpha1.BridgeVLAN": {
    "vlanFiltering": "bool"
  },
  "v1alpha1.CNIConfig": {
    "flannel": "v1alpha1.FlannelCNIConfig",
    "name": "string",
    "urls": "[]string"
  },
  "v1alpha1.ClusterConfig": {
    "acceptedCAs": "[]*x509.PEMEncodedCertificate",
    "adminKubeconfig": "v1alpha1.AdminKubeconfigConfig",
    "aescbcEncryptionSecret": "string",
    "aggregatorCA": "x509.PEMEncodedCertificateAndKey",
    "allowSchedulingOnControlPlanes": "bool",
    "allowSchedulingOnMasters": "bool",
    "apiServer": "v1alpha1.APIServerConfig",
    "ca": "x509.PEMEncodedCertificateAndKey",
    "clusterName": "string",
    "controlPlane": "v1alpha1.ControlPlaneConfig",
    "controllerManager": "v1alpha1.ControllerManagerConfig",
    "coreDNS": "v1alpha1.CoreDNS",
    "discovery": "v1alpha1.ClusterDiscoveryConfig",
    "etcd": "v1alpha1.EtcdConfig",
    "externalCloudProvider": "v1alpha1.ExternalCloudProviderConfig",
    "extraManifestHeaders": "{}string",
    "extraManifests": "[]string",
    "id": "string",
    "inlineManifests": "v1alpha1.ClusterInlineManifests",
    "network": "v1alpha1.ClusterNetworkConfig",
    "proxy": "v1alpha1.ProxyConfig",
    "scheduler": "v1alpha1.SchedulerConfig",
    "secret": "string",
    "secretboxEncryptionSecret": "string",
    "serviceAccount": "x509.PEMEncodedKey",
    "token": "string"
  },
  "v1alpha1.ClusterDiscoveryConfig": {
    "enabled": "bool",
    "registries": "v1alpha1.DiscoveryRegistriesConfig"
  },
  "v1alpha1.ClusterNetworkConfig": {
    "cni": "v1alpha1.CNIConfig",
    "dnsDomain": "string",
    "podSubnets": "[]string",
    "serviceSubnets": "[]string"
  },
  "v1alpha1.Config": {
    "cluster": "v1alpha1.ClusterConfig",
    "debug": "bool",
    "machine": "v1alpha1.MachineConfig",
    "persist": "bool",
    "version": "string"
  },
  "v1alpha1.ControlPlaneConfig": {
    "endpoint": "v1alpha1.Endpoint",
    "localAPIServerPort": "int"
  },
  "v1alpha1.ControllerManagerConfig": {
    "env": "{}string",
    "extraArgs": "{}meta.ArgValue",
    "extraVolumes": "[]v1alpha1.VolumeMountConfig",
    "image": "string",
    "resources": "v1alpha1.ResourcesConfig"
  },
  "v1alpha1.CoreDNS": {
    "disabled": "bool",
    "image": "string"
  },
  "v1alpha1.DHCPOptions": {
    "duidv6": "string",
    "ipv4": "bool",
    "ipv6": "bool",
    "routeMetric": "uint32"
  },
  "v1alpha1.Device": {
    "addresses": "[]string",
    "bond": "v1alpha1.Bond",
    "bridge": "v1alpha1.Bridge",
    "bridgePort": "v1alpha1.BridgePort",
    "cidr": "string",
    "deviceSelector": "v1alpha1.NetworkDeviceSelector",
    "dhcp": "bool",
    "dhcpOptions": "v1alpha1.DHCPOptions",
    "dummy": "bool",
    "ignore": "bool",
    "interface": "string",
    "mtu": "int",
    "routes": "[]*v1alpha1.Route",
    "vip": "v1alpha1.DeviceVIPConfig",
    "vlans": "[]*v1alpha1.Vlan",
    "wireguard": "v1alpha1.DeviceWireguardConfig"
  },
  "v1alpha1.DeviceVIPConfig": {
    "equinixMetal": "v1alpha1.VIPEquinixMetalConfig",
    "hcloud": "v1alpha1.VIPHCloudConfig",
    "ip": "string"
  },
  "v1alpha1.DeviceWireguardConfig": {
    "firewallMark": "int",
    "listenPort": "int",
    "peers": "[]*v1alpha1.DeviceWireguardPeer",
    "privateKey": "string"
  },
  "v1alpha1.DeviceWireguardPeer": {
    "allowedIPs": "[]string",
    "endpoint": "string",
    "persistentKeepaliveInterval": "time.Duration",
    "publicKey": "string"
  },
  "v1alpha1.DiscoveryRegistriesConfig": {
    "kubernetes": "v1alpha1.RegistryKubernetesConfig",
    "service": "v1alpha1.RegistryServiceConfig"
  },
  "v1alpha1.DiskPartition": {
    "mountpoint": "string",
    "size": "v1alpha1.DiskSize"
  },
  "v1alpha1.EncryptionConfig": {
    "blockSize": "uint64",
    "cipher": "string",
    "keySize": "uint",
    "keys": "[]*v1alpha1.EncryptionKey",
    "options": "[]string",
    "provider": "string"
  },
  "v1alpha1.EncryptionKey": {
    "kms": "v1alpha1.EncryptionKeyKMS",
    "nodeID": "v1alpha1.EncryptionKeyNodeID",
    "slot": "int",
    "static": "v1alpha1.EncryptionKeyStatic",
    "tpm": "v1alpha1.EncryptionKeyTPM"
  },
  "v1alpha1.EncryptionKeyKMS": {
    "endpoint": "string"
  },
  "v1alpha1.EncryptionKeyNodeID": {},
  "v1alpha1.EncryptionKeyStatic": {
    "passphrase": "string"
  },
  "v1alpha1.EncryptionKeyTPM": {
    "checkSecurebootStatusOnEnroll": "bool"
  },
  "v1alpha1.EtcdConfig": {
    "advertisedSubnets": "[]string",
    "ca": "x509.PEMEncodedCertificateAndKey",
    "extraArgs": "{}meta.ArgValue",
    "image": "string",
    "listenSubnets": "[]string",
    "subnet": "string"
  },
  "v1alpha1.ExternalCloudProviderConfig": {
    "enabled": "bool",
    "manifests": "[]string"
  },
  "v1alpha1.ExtraHost": {
    "aliases": "[]string",
    "ip": "string"
  },
  "v1alpha1.ExtraMount": {
    "destination": "string",
    "gidMappings": "[]v1alpha1.LinuxIDMapping",
    "options": "[]string",
    "source": "string",
    "type": "string",
    "uidMappings": "[]v1alpha1.LinuxIDMapping"
  },
  "v1alpha1.FeaturesConfig": {
    "apidCheckExtKeyUsage": "bool",
    "diskQuotaSupport": "bool",
    "hostDNS": "v1alpha1.HostDNSConfig",
    "imageCache": "v1alpha1.ImageCacheConfig",
    "kubePrism": "v1alpha1.KubePrism",
    "kubernetesTalosAPIAccess": "v1alpha1.KubernetesTalosAPIAccessConfig",
    "nodeAddressSortAlgorithm": "string",
    "rbac": "bool",
    "stableHostname": "bool"
  },
  "v1alpha1.FlannelCNIConfig": {
    "extraArgs": "[]string",
    "kubeNetworkPoliciesEnabled": "bool"
  },
  "v1alpha1.HostDNSConfig": {
    "enabled": "bool",
    "forwardKubeDNSToHost": "bool",
    "resolveMemberNames": "bool"
  },
  "v1alpha1.ImageCacheConfig": {
    "localEnabled": "bool"
  },
  "v1alpha1.InstallConfig": {
    "bootloader": "bool",
    "disk": "string",
    "diskSelector": "v1alpha1.InstallDiskSelector",
    "extensions": "[]v1alpha1.InstallExtensionConfig",
    "extraKernelArgs": "[]string",
    "grubUseUKICmdline": "bool",
    "image": "string",
    "legacyBIOSSupport": "bool",
    "wipe": "bool"
  },
  "v1alpha1.InstallDiskSelector": {
    "busPath": "string",
    "modalias": "string",
    "model": "string",
    "name": "string",
    "serial": "string",
    "size": "v1alpha1.InstallDiskSizeMatcher",
    "type": "string",
    "uuid": "string",
    "wwid": "string"
  },
  "v1alpha1.InstallExtensionConfig": {
    "image": "string"
  },
  "v1alpha1.KernelConfig": {
    "modules": "[]*v1alpha1.KernelModuleConfig"
  },
  "v1alpha1.KernelModuleConfig": {
    "name": "string",
    "parameters": "[]string"
  },
  "v1alpha1.KubePrism": {
    "enabled": "bool",
    "port": "int"
  },
  "v1alpha1.KubeSpanFilters": {
    "endpoints": "[]string",
    "excludeAdvertisedNetworks": "[]string"
  },
  "v1alpha1.KubeletConfig": {
    "clusterDNS": "[]string",
    "credentialProviderConfig": "meta.Unstructured",
    "defaultRuntimeSeccompProfileEnabled": "bool",
    "disableManifestsDirectory": "bool",
    "extraArgs": "{}meta.ArgValue",
    "extraConfig": "meta.Unstructured",
    "extraMounts": "[]v1alpha1.ExtraMount",
    "image": "string",
    "nodeIP": "v1alpha1.KubeletNodeIPConfig",
    "registerWithFQDN": "bool",
    "skipNodeRegistration": "bool"
  },
  "v1alpha1.KubeletNodeIPConfig": {
    "validSubnets": "[]string"
  },
  "v1alpha1.KubernetesTalosAPIAccessConfig": {
    "allowedKubernetesNamespaces": "[]string",
    "allowedRoles": "[]string",
    "enabled": "bool"
  },
  "v1alpha1.LinuxIDMapping": {
    "containerID": "uint32",
    "hostID": "uint32",
    "size": "uint32"
  },
  "v1alpha1.LoggingConfig": {
    "destinations": "[]v1alpha1.LoggingDestination"
  },
  "v1alpha1.LoggingDestination": {
    "endpoint": "v1alpha1.Endpoint",
    "extraTags": "{}string",
    "format": "string"
  },
  "v1alpha1.MachineConfig": {
    "acceptedCAs": "[]*x509.PEMEncodedCertificate",
    "baseRuntimeSpecOverrides": "meta.Unstructured",
    "ca": "x509.PEMEncodedCertificateAndKey",
    "certSANs": "[]string",
    "controlPlane": "v1alpha1.MachineControlPlaneConfig",
    "disks": "[]*v1alpha1.MachineDisk",
    "env": "{}string",
    "features": "v1alpha1.FeaturesConfig",
    "files": "[]*v1alpha1.MachineFile",
    "install": "v1alpha1.InstallConfig",
    "kernel": "v1alpha1.KernelConfig",
    "kubelet": "v1alpha1.KubeletConfig",
    "logging": "v1alpha1.LoggingConfig",
    "network": "v1alpha1.NetworkConfig",
    "nodeAnnotations": "{}string",
    "nodeLabels": "{}string",
    "nodeTaints": "{}string",
    "pods": "[]meta.Unstructured",
    "registries": "v1alpha1.RegistriesConfig",
    "seccompProfiles": "[]*v1alpha1.MachineSeccompProfile",
    "sysctls": "{}string",
    "sysfs": "{}string",
    "systemDiskEncryption": "v1alpha1.SystemDiskEncryptionConfig",
    "time": "v1alpha1.TimeConfig",
    "token": "string",
    "type": "string",
    "udev": "v1alpha1.UdevConfig"
  },
  "v1alpha1.MachineControlPlaneConfig": {
    "controllerManager": "v1alpha1.MachineControllerManagerConfig",
    "scheduler": "v1alpha1.MachineSchedulerConfig"
  },
  "v1alpha1.MachineControllerManagerConfig": {
    "disabled": "bool"
  },
  "v1alpha1.MachineDisk": {
    "device": "string",
    "partitions": "[]*v1alpha1.DiskPartition"
  },
  "v1alpha1.MachineFile": {
    "content": "string",
    "op": "string",
    "path": "string",
    "permissions": "uint32"
  },
  "v1alpha1.MachineSchedulerConfig": {
    "disabled": "bool"
  },
  "v1alpha1.MachineSeccompProfile": {
    "name": "string",
    "value": "meta.Unstructured"
  },
  "v1alpha1.NetworkConfig": {
    "disableSearchDomain": "bool",
    "extraHostEntries": "[]*v1alpha1.ExtraHost",
    "hostname": "string",
    "interfaces": "[]*v1alpha1.Device",
    "kubespan": "v1alpha1.NetworkKubeSpan",
    "nameservers": "[]string",
    "searchDomains": "[]string"
  },
  "v1alpha1.NetworkDeviceSelector": {
    "busPath": "string",
    "driver": "string",
    "hardwareAddr": "string",
    "pciID": "string",
    "permanentAddr": "string",
    "physical": "bool"
  },
  "v1alpha1.NetworkKubeSpan": {
    "advertiseKubernetesNetworks": "bool",
    "allowDownPeerBypass": "bool",
    "enabled": "bool",
    "filters": "v1alpha1.KubeSpanFilters",
    "harvestExtraEndpoints": "bool",
    "mtu": "uint32"
  },
  "v1alpha1.ProxyConfig": {
    "disabled": "bool",
    "extraArgs": "{}meta.ArgValue",
    "image": "string",
    "mode": "string"
  },
  "v1alpha1.RegistriesConfig": {
    "config": "{}*v1alpha1.RegistryConfig",
    "mirrors": "{}*v1alpha1.RegistryMirrorConfig"
  },
  "v1alpha1.RegistryAuthConfig": {
    "auth": "string",
    "identityToken": "string",
    "password": "string",
    "username": "string"
  },
  "v1alpha1.RegistryConfig": {
    "auth": "v1alpha1.RegistryAuthConfig",
    "tls": "v1alpha1.RegistryTLSConfig"
  },
  "v1alpha1.RegistryKubernetesConfig": {
    "disabled": "bool"
  },
  "v1alpha1.RegistryMirrorConfig": {
    "endpoints": "[]string",
    "overridePath": "bool",
    "skipFallback": "bool"
  },
  "v1alpha1.RegistryServiceConfig": {
    "disabled": "bool",
    "endpoint": "string"
  },
  "v1alpha1.RegistryTLSConfig": {
    "ca": "v1alpha1.Base64Bytes",
    "clientIdentity": "x509.PEMEncodedCertificateAndKey",
    "insecureSkipVerify": "bool"
  },
  "v1alpha1.ResourcesConfig": {
    "limits": "meta.Unstructured",
    "requests": "meta.Unstructured"
  },
  "v1alpha1.Route": {
    "gateway": "string",
    "metric": "uint32",
    "mtu": "uint32",
    "network": "string",
    "source": "string"
  },
  "v1alpha1.STP": {
    "enabled": "bool"
  },
  "v1alpha1.SchedulerConfig": {
    "config": "meta.Unstructured",
    "env": "{}string",
    "extraArgs": "{}meta.ArgValue",
    "extraVolumes": "[]v1alpha1.VolumeMountConfig",
    "image": "string",
    "resources": "v1alpha1.ResourcesConfig"
  },
  "v1alpha1.SystemDiskEncryptionConfig": {
    "ephemeral": "v1alpha1.EncryptionConfig",
    "state": "v1alpha1.EncryptionConfig"
  },
  "v1alpha1.TimeConfig": {
    "bootTimeout": "time.Duration",
    "disabled": "bool",
    "servers": "[]string"
  },
  "v1alpha1.UdevConfig": {
    "rules": "[]string"
  },
  "v1alpha1.VIPEquinixMetalConfig": {
    "apiToken": "string"
  },
  "v1alpha1.VIPHCloudConfig": {
    "apiToken": "string"
  },
  "v1alpha1.Vlan": {
    "addresses": "[]string",
    "cidr": "string",
    "dhcp": "bool",
    "dhcpOptions": "v1alpha1.DHCPOptions",
    "mtu": "uint32",
    "routes": "[]*v1alpha1.Route",
    "vip": "v1alpha1.DeviceVIPConfig",
    "vlanId": "uint16"
  },
  "v1alpha1.VolumeMountConfig": {
    "hostPath": "string",
    "mountPath": "string",
    "readonly": "bool"
  }
};
