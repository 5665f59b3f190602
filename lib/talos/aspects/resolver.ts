import { documentsFor } from '../documents/documents-for';
import { resolver as resolverDocument } from '../documents/network/resolver';
import type { Aspect } from '../target';

/** The nodes' name resolution: their caching resolver, and the name servers where the definition lists them. */
export const resolver: Aspect = ({ cluster: { network, system }, contract }) => {
  const nameservers = network.nameservers.map((server) => ({ address: server.text }));
  const wanted = resolverDocument({
    hostDNS: {
      enabled: true,
      forwardKubeDNSToHost: system.hostDns.forwardKubeDns,
      resolveMemberNames: system.hostDns.resolveMembers,
    },
    nameservers: nameservers.length > 0 ? nameservers : undefined,
  });
  return documentsFor({ contract }, [wanted]).documents;
};
