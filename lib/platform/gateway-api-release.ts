import { compareMinor, minorOf, type UpstreamManifests } from '../cluster';

/** Group of the Gateway API's kinds. */
export const gatewayApiGroup = 'gateway.networking.k8s.io';

/** Capabilities of kinds of the Gateway API, e.g. `crd/gateway.networking.k8s.io/HTTPRoute`. */
export function gatewayKinds(...kinds: string[]): readonly string[] {
  return kinds.map((kind) => `crd/${gatewayApiGroup}/${kind}`);
}

/** A channel of the Gateway API's CRDs. */
export type GatewayApiChannel = 'standard' | 'experimental';

const repository = 'https://github.com/kubernetes-sigs/gateway-api';

/** The CRDs of one channel, as the project keeps them in its repository. */
export function channelManifests(channel: GatewayApiChannel, tag: string): UpstreamManifests {
  return { repository, tag, path: `config/crd/${channel}` };
}

/**
 * Kinds by name: their plural, and the minor release from which they stand in the standard channel; the experimental one
 * holds every kind. Source: kubernetes-sigs/gateway-api, `config/crd/standard` of each release
 */
const kinds: Readonly<Record<string, { readonly plural: string; readonly standardSince: string }>> = {
  GatewayClass: { plural: 'gatewayclasses', standardSince: '1.0' },
  Gateway: { plural: 'gateways', standardSince: '1.0' },
  HTTPRoute: { plural: 'httproutes', standardSince: '1.0' },
  ReferenceGrant: { plural: 'referencegrants', standardSince: '1.0' },
  GRPCRoute: { plural: 'grpcroutes', standardSince: '1.1' },
  BackendTLSPolicy: { plural: 'backendtlspolicies', standardSince: '1.4' },
  TLSRoute: { plural: 'tlsroutes', standardSince: '1.5' },
  ListenerSet: { plural: 'listenersets', standardSince: '1.5' },
  TCPRoute: { plural: 'tcproutes', standardSince: '1.6' },
  UDPRoute: { plural: 'udproutes', standardSince: '1.6' },
};

/** Kinds of the standard channel of a release, in the order in which they entered it. */
export function standardKinds(tag: string): readonly string[] {
  return Object.entries(kinds).flatMap(([kind, { standardSince }]) =>
    compareMinor(minorOf(tag), standardSince) >= 0 ? [kind] : [],
  );
}

/** Name of a kind's definition, e.g. `tlsroutes.gateway.networking.k8s.io`. Throws an Error for a kind of another group. */
export function gatewayDefinition(kind: string): string {
  const known = kinds[kind];
  if (known === undefined) {
    throw new Error(`no kind of the Gateway API, got ${kind}; name one of ${Object.keys(kinds).join(', ')}`);
  }
  return `${known.plural}.${gatewayApiGroup}`;
}
