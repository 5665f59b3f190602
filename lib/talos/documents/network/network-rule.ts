import type { PatchDocument } from '../../document';
import type { DocumentKind } from '../kind';
import { typedDocument } from '../typed-document';

/** Who may reach which ports of the machine. */
export interface NetworkRuleOptions {
  readonly portSelector: {
    /** Ports, and ranges such as `9000-9100`. */
    readonly ports: readonly (number | `${number}-${number}`)[];
    readonly protocol: 'tcp' | 'udp' | 'icmp' | 'icmpv6';
  };
  readonly ingress: readonly {
    /** E.g. `192.0.2.0/24`. */
    readonly subnet: string;
    /** Part of the subnet that may not. */
    readonly except?: string;
  }[];
}

/** A rule of the ingress firewall (`NetworkRuleConfig`). */
export function networkRule(name: string, options: NetworkRuleOptions): PatchDocument {
  return typedDocument('NetworkRuleConfig', options, name);
}

export const networkRuleKind: DocumentKind = { kind: 'NetworkRuleConfig', since: '1.10' };
