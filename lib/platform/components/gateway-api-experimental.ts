import type { Component } from '../../cluster';
import { channelManifests, gatewayDefinition, gatewayKinds, standardKinds } from '../gateway-api-release';
import { definitionOf } from '../workload';
import { gatewayApiTag, type GatewayApiSettings } from './gateway-api';

/** Kinds that Cilium and others ask for before they are standard. */
const experimentalKinds = ['TLSRoute', 'TCPRoute', 'UDPRoute', 'BackendTLSPolicy'];

/**
 * CRDs of the Gateway API's experimental channel. It holds the standard kinds as well, with more fields, and is applied
 * over them: stand it after `gatewayApi`, and let both be of one release. From v1.5 on the standard channel refuses to be
 * overlaid. Source: kubernetes-sigs/gateway-api, ValidatingAdmissionPolicy `safe-upgrades.gateway.networking.k8s.io`
 */
export function gatewayApiExperimental(settings: GatewayApiSettings = {}): Component {
  const tag = settings.tag ?? gatewayApiTag;
  const standard = new Set(standardKinds(tag));
  const more = experimentalKinds.filter((kind) => !standard.has(kind));
  return {
    name: 'gateway-api-experimental',
    namespace: 'kube-system',
    manifests: channelManifests('experimental', tag),
    provides: [...gatewayKinds(...more), 'crd/gateway.networking.x-k8s.io'],
    // applied the other way round, the standard channel would take the kinds' experimental fields away again
    requires: gatewayKinds('Gateway'),
    health: () => more.slice(0, 1).map((kind) => definitionOf(gatewayDefinition(kind))),
  };
}
