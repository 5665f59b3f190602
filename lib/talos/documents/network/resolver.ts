import type { JsonObject } from '../../../cluster';
import { since } from '../../contract';
import type { PatchDocument } from '../../document';
import { isList, isObject, textOf } from '../../merge/plain';
import { omit } from '../field';
import type { Context, DocumentKind } from '../kind';
import { fieldsOf, typedDocument } from '../typed-document';

/** How the machine resolves names. */
export interface ResolverOptions {
  readonly nameservers?: readonly NameServer[];
  readonly searchDomains?: {
    readonly domains?: readonly string[];
    /** Do not search the machine's own domain. @default false */
    readonly disableDefault?: boolean;
  };
  /** Caching resolver of the machine. */
  readonly hostDNS?: {
    readonly enabled?: boolean;
    readonly forwardKubeDNSToHost?: boolean;
    readonly resolveMemberNames?: boolean;
  };
}

/** A name server; protocols other than plain DNS since contract 1.14. */
export interface NameServer {
  readonly address: string;
  /** @default Do53 */
  readonly protocol?: 'Do53' | 'DoT' | 'DoH';
  /** Name in the server's certificate, for encrypted protocols. */
  readonly tlsServerName?: string;
}

/** Name servers, search domains and the caching resolver (`ResolverConfig`). */
export function resolver(options: ResolverOptions): PatchDocument {
  return typedDocument('ResolverConfig', options);
}

export const resolverKind: DocumentKind = {
  kind: 'ResolverConfig',
  since: '1.12',
  later: { 'nameservers.[].protocol': '1.14', 'nameservers.[].tlsServerName': '1.14' },
  older: { until: '1.14', rewrite },
};

function rewrite(document: JsonObject, { contract }: Context): readonly PatchDocument[] {
  const { hostDNS } = document;
  const rest = omit(document, 'hostDNS');
  const cache = hostDNS === undefined ? [] : [{ machine: { features: { hostDNS } } }];
  if (Object.keys(fieldsOf(rest)).length === 0) return cache;
  return [...cache, since(contract, '1.12') ? rest : { machine: { network: networkFields(rest) } }];
}

function networkFields({ nameservers, searchDomains }: JsonObject): JsonObject {
  const { domains, disableDefault } = isObject(searchDomains) ? searchDomains : {};
  return {
    nameservers: isList(nameservers)
      ? nameservers.map((server) => (isObject(server) ? textOf(server.address) : server))
      : undefined,
    searchDomains: domains,
    disableSearchDomain: disableDefault,
  };
}
