import type { JsonObject } from '../../../cluster';
import type { PatchDocument } from '../../document';
import type { DocumentKind } from '../kind';
import { typedDocument } from '../typed-document';

/** A name, or a way to make one. */
export type HostnameOptions =
  | { readonly hostname: string; readonly auto?: 'off' }
  | {
      /** `stable` is made from the machine's identity, `off` leaves it to DHCP and the platform. */
      readonly auto: 'stable' | 'off';
    };

/** The machine's name (`HostnameConfig`). Machines of the definition have theirs already. */
export function hostname(options: HostnameOptions): PatchDocument {
  // the generated document says `auto: stable`, which a name alone would contradict
  return typedDocument('HostnameConfig', { auto: 'off', ...options });
}

export const hostnameKind: DocumentKind = {
  kind: 'HostnameConfig',
  since: '1.12',
  older: { rewrite },
};

function rewrite({ hostname: name, auto }: JsonObject): readonly PatchDocument[] {
  if (name !== undefined) return [{ machine: { network: { hostname: name } } }];
  return [{ machine: { features: { stableHostname: auto === 'stable' } } }];
}
