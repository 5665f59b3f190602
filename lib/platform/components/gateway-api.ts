import type { Component } from '../../cluster';
import { channelManifests, gatewayDefinition, gatewayKinds, standardKinds } from '../gateway-api-release';
import { definitionOf } from '../workload';

export interface GatewayApiSettings {
  /** Exact release. @default 'v1.3.0' */
  readonly tag?: string;
}

/** The release of the Gateway API that its two channels come from unless a definition says otherwise. */
export const gatewayApiTag = 'v1.3.0';

// what the routes of every implementation are made of
const healthKinds = ['GatewayClass', 'Gateway', 'HTTPRoute', 'GRPCRoute', 'ReferenceGrant'];

/** CRDs of the Gateway API's standard channel, from the project's repository. */
export function gatewayApi(settings: GatewayApiSettings = {}): Component {
  const tag = settings.tag ?? gatewayApiTag;
  return {
    name: 'gateway-api-standard',
    // definitions have no namespace: one that every cluster has keeps the engine from making another
    namespace: 'kube-system',
    manifests: channelManifests('standard', tag),
    provides: gatewayKinds(...standardKinds(tag)),
    requires: [],
    health: () => healthKinds.map((kind) => definitionOf(gatewayDefinition(kind))),
  };
}
