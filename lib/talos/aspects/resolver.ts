import type { JsonObject } from '../../cluster';
import { hasHostDnsDocument, hasNetworkDocuments, type Contract } from '../contract';
import { document, mergeDocuments } from '../document';
import type { Aspect } from '../target';

/** The nodes' name resolution: their caching resolver, and the name servers where the definition lists them. */
export const resolver: Aspect = ({ cluster: { network, system }, contract }) =>
  mergeDocuments([
    ...hostDns(contract, {
      enabled: true,
      forwardKubeDNSToHost: system.hostDns.forwardKubeDns,
      resolveMemberNames: system.hostDns.resolveMembers,
    }),
    ...nameservers(
      contract,
      network.nameservers.map((server) => server.text),
    ),
  ]);

function hostDns(contract: Contract, fields: JsonObject) {
  return hasHostDnsDocument(contract)
    ? [document('ResolverConfig', { hostDNS: fields })]
    : [{ machine: { features: { hostDNS: fields } } }];
}

function nameservers(contract: Contract, addresses: readonly string[]) {
  if (addresses.length === 0) return [];
  return hasNetworkDocuments(contract)
    ? [document('ResolverConfig', { nameservers: addresses.map((address) => ({ address })) })]
    : [{ machine: { network: { nameservers: addresses } } }];
}
