import { apiPorts, type HetznerFirewall } from '../../cluster';
import type { FirewallRule } from './generated/firewall';

const anywhere = ['0.0.0.0/0', '::/0'];

/** A port that may be reached beside those of the cluster's own. */
export interface AllowedPort {
  /** One port, or a range such as `30000-32767`. */
  readonly port: number | string;
  /** @default tcp */
  readonly protocol?: 'tcp' | 'udp';
  /** Networks in CIDR form. */
  readonly from: readonly string[];
  /** @default - none */
  readonly description?: string | undefined;
}

/**
 * What may reach the servers from outside: both APIs from the given networks, ICMP, without which path MTU discovery
 * and every look at a dead machine fail, and what the definition and the caller allow. A firewall that has rules refuses
 * what they do not name; the private network is not filtered. Source: Hetzner Cloud documentation, "Firewalls".
 */
export function firewallRules({ apiFrom, allow }: HetznerFirewall, more: readonly AllowedPort[] = []): FirewallRule[] {
  const sourceIps = apiFrom.map(({ text }) => text);
  const icmp: FirewallRule = { direction: 'in', protocol: 'icmp', sourceIps: anywhere, description: 'ICMP' };
  const defined = allow.map(({ from, ...rule }) => ({ ...rule, from: from.map(({ text }) => text) }));
  const further = [...defined, ...more].map(allowed);
  // without a source, a rule is refused by the API: no network may reach the APIs, so there is no rule
  if (sourceIps.length === 0) return [icmp, ...further];
  const api = (port: number, description: string): FirewallRule => allowed({ port, from: sourceIps, description });
  return [api(apiPorts.kubernetes, 'Kubernetes API'), api(apiPorts.talos, 'Talos API'), icmp, ...further];
}

function allowed({ port, protocol = 'tcp', from, description }: AllowedPort): FirewallRule {
  return {
    direction: 'in',
    protocol,
    port: String(port),
    sourceIps: [...from],
    ...(description !== undefined && { description }),
  };
}
