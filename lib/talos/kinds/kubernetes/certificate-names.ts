import { listsEndpointInCertificate } from '../../contract';
import type { GenerateInputs } from '../../generate/inputs';

/** More names for the API server's certificate than Talos finds by itself. */
export function certificateNames({ contract, cluster, options }: GenerateInputs): readonly string[] {
  const extra = options?.certSANs ?? [];
  // an IPv6 address stands in brackets in the URL alone
  const host = new URL(cluster.endpoint).hostname.replace(/^\[(.*)\]$/, '$1');
  return listsEndpointInCertificate(contract) ? [host, ...extra] : extra;
}
