import type { JsonObject } from '../../cluster';
import type { DocumentKind } from './kind';
import { existingVolumeKind } from './block/existing-volume';
import { externalVolumeKind } from './block/external-volume';
import { filesystemScrubKind } from './block/filesystem-scrub';
import { filesystemTrimKind } from './block/filesystem-trim';
import { rawVolumeKind } from './block/raw-volume';
import { swapVolumeKind } from './block/swap-volume';
import { userVolumeKind } from './block/user-volume';
import { volumeKind } from './block/volume';
import { zswapKind } from './block/zswap';
import { discoveryServiceKind } from './cluster/discovery-service';
import { baseRuntimeSpecKind } from './cri/base-runtime-spec';
import { criCustomizationKind } from './cri/customization';
import { imageCacheKind } from './cri/image-cache';
import { registryMirrorKind } from './cri/registry-mirror';
import { registryTlsKind } from './cri/registry-tls';
import { admissionControlKind } from './kubernetes/admission-control';
import { apiServerKind } from './kubernetes/api-server';
import { auditPolicyKind } from './kubernetes/audit-policy';
import { authenticationKind } from './kubernetes/authentication';
import { authorizerKind } from './kubernetes/authorizer';
import { controllerManagerKind } from './kubernetes/controller-manager';
import { coreDnsKind } from './kubernetes/core-dns';
import { externalManifestKind } from './kubernetes/external-manifest';
import { inlineManifestKind } from './kubernetes/inline-manifest';
import { kubePrismKind } from './kubernetes/kube-prism';
import { kubeletKind } from './kubernetes/kubelet';
import { nodeKind } from './kubernetes/node';
import { proxyKind } from './kubernetes/proxy';
import { schedulerKind } from './kubernetes/scheduler';
import { staticPodKind } from './kubernetes/static-pod';
import { talosApiAccessKind } from './kubernetes/talos-api-access';
import { blackholeRouteKind } from './network/blackhole-route';
import { bondKind } from './network/bond';
import { bridgeKind } from './network/bridge';
import { dhcp4Kind } from './network/dhcp4';
import { dhcp6Kind } from './network/dhcp6';
import { dummyLinkKind } from './network/dummy-link';
import { ethernetKind } from './network/ethernet';
import { hostnameKind } from './network/hostname';
import { httpProbeKind } from './network/http-probe';
import { kubeSpanEndpointsKind } from './network/kubespan-endpoints';
import { kubeSpanKind } from './network/kubespan';
import { layer2VipKind } from './network/layer2-vip';
import { linkAliasKind } from './network/link-alias';
import { linkKind } from './network/link';
import { networkDefaultActionKind } from './network/network-default-action';
import { networkRuleKind } from './network/network-rule';
import { resolverKind } from './network/resolver';
import { routingRuleKind } from './network/routing-rule';
import { staticHostKind } from './network/static-host';
import { tcpProbeKind } from './network/tcp-probe';
import { timeSyncKind } from './network/time-sync';
import { vlanKind } from './network/vlan';
import { vrfKind } from './network/vrf';
import { environmentKind } from './runtime/environment';
import { etcFileKind } from './runtime/etc-file';
import { eventSinkKind } from './runtime/event-sink';
import { extensionServiceKind } from './runtime/extension-service';
import { kernelModuleKind } from './runtime/kernel-module';
import { kmsgLogKind } from './runtime/kmsg-log';
import { oomKind } from './runtime/oom';
import { pciDriverRebindKind } from './runtime/pci-driver-rebind';
import { sysctlKind } from './runtime/sysctls';
import { sysfsKind } from './runtime/sysfs';
import { udevRulesKind } from './runtime/udev-rules';
import { installKind } from './runtime/unattended-install';
import { watchdogTimerKind } from './runtime/watchdog-timer';
import { imageVerificationKind } from './security/image-verification';
import { securityProfileKind } from './security/security-profile';
import { trustedRootsKind } from './security/trusted-roots';
import { lvmLogicalVolumeKind } from './storage/lvm-logical-volume';
import { lvmVolumeGroupKind } from './storage/lvm-volume-group';
import { raidArrayKind } from './storage/raid-array';

/** Kinds of documents that have a constructor. A new kind is a file and a line here. */
export const documentKinds: readonly DocumentKind[] = [
  existingVolumeKind,
  externalVolumeKind,
  filesystemScrubKind,
  filesystemTrimKind,
  rawVolumeKind,
  swapVolumeKind,
  userVolumeKind,
  volumeKind,
  zswapKind,
  discoveryServiceKind,
  baseRuntimeSpecKind,
  criCustomizationKind,
  imageCacheKind,
  registryMirrorKind,
  registryTlsKind,
  admissionControlKind,
  apiServerKind,
  auditPolicyKind,
  authenticationKind,
  authorizerKind,
  controllerManagerKind,
  coreDnsKind,
  externalManifestKind,
  inlineManifestKind,
  kubePrismKind,
  kubeletKind,
  nodeKind,
  proxyKind,
  schedulerKind,
  staticPodKind,
  talosApiAccessKind,
  blackholeRouteKind,
  bondKind,
  bridgeKind,
  dhcp4Kind,
  dhcp6Kind,
  dummyLinkKind,
  ethernetKind,
  hostnameKind,
  httpProbeKind,
  kubeSpanEndpointsKind,
  kubeSpanKind,
  layer2VipKind,
  linkAliasKind,
  linkKind,
  networkDefaultActionKind,
  networkRuleKind,
  resolverKind,
  routingRuleKind,
  staticHostKind,
  tcpProbeKind,
  timeSyncKind,
  vlanKind,
  vrfKind,
  environmentKind,
  etcFileKind,
  eventSinkKind,
  extensionServiceKind,
  kernelModuleKind,
  kmsgLogKind,
  oomKind,
  pciDriverRebindKind,
  sysctlKind,
  sysfsKind,
  udevRulesKind,
  installKind,
  watchdogTimerKind,
  imageVerificationKind,
  securityProfileKind,
  trustedRootsKind,
  lvmLogicalVolumeKind,
  lvmVolumeGroupKind,
  raidArrayKind,
];

const byKind: ReadonlyMap<string, DocumentKind> = new Map(documentKinds.map((entry) => [entry.kind, entry]));

/** The kind of a document; undefined for the main document, and for kinds that are not known here. */
export function kindOf({ kind }: JsonObject): DocumentKind | undefined {
  return typeof kind === 'string' ? byKind.get(kind) : undefined;
}
