import { hasHostDnsDocument } from '../../contract';
import { document, type ConfigDocument } from '../../document';
import type { GenerateInputs } from '../../generate/inputs';

/** The nodes' caching resolver, which pods use as well. */
export const HOST_DNS = { enabled: true, forwardKubeDNSToHost: true };

/** `ResolverConfig` with the caching resolver. */
export function hostDnsDocument({ contract }: GenerateInputs): readonly ConfigDocument[] {
  return hasHostDnsDocument(contract) ? [document('ResolverConfig', { hostDNS: HOST_DNS })] : [];
}
