import { isIPv4, isIPv6 } from 'node:net';
import { z } from 'zod';
import { hetznerLimits } from '../../../lib/cluster';
import { rangeOf } from './address-space';
import { invalidInput } from './api-error';
import type { FirewallRule } from './state';

const ruleShape = z.strictObject({
  direction: z.enum(['in', 'out']),
  source_ips: z.array(z.string()).max(hetznerLimits.firewallSources).default([]),
  destination_ips: z.array(z.string()).max(hetznerLimits.firewallSources).default([]),
  protocol: z.enum(['tcp', 'udp', 'icmp', 'esp', 'gre']),
  port: z.string().nullable().default(null),
  description: z.string().max(255).nullable().default(null),
});

export const rulesShape = z.array(ruleShape);

/** Rules as the API accepts them. Source: Hetzner Cloud API documentation, "Set Rules". */
export function requireValidRules(rules: readonly FirewallRule[]): void {
  rules.forEach((rule, index) => {
    const at = (field: string) => `rules.${String(index)}.${field}`;
    const { direction, source_ips, destination_ips, protocol, port } = rule;
    const [used, name] = direction === 'in' ? [source_ips, 'source_ips'] : [destination_ips, 'destination_ips'];
    if (used.length === 0) throw invalidInput(at(name), `is required for direction ${direction}`);
    for (const text of used) if (!isNetwork(text)) throw invalidInput(at(name), `not a network: ${text}`);
    const hasPorts = protocol === 'tcp' || protocol === 'udp';
    if (hasPorts !== (port !== null)) throw invalidInput(at('port'), `wrong for protocol ${protocol}`);
    if (port !== null && !isPortRange(port)) throw invalidInput(at('port'), `not a port or range of ports: ${port}`);
  });
  const count = rules.flatMap(({ source_ips, destination_ips }) => [...source_ips, ...destination_ips]).length;
  if (count > hetznerLimits.firewallRules) throw invalidInput('rules', 'too many rules');
}

/** In CIDR notation; IPv4 without host bits. */
function isNetwork(text: string): boolean {
  const [address = '', prefix = ''] = text.split('/');
  if (isIPv4(address)) return rangeOf(text) !== undefined;
  return isIPv6(address) && /^\d{1,3}$/.test(prefix) && Number(prefix) <= 128;
}

function isPortRange(text: string): boolean {
  const ports = text.split('-');
  const numbers = ports.map(Number);
  const ordered = numbers.length === 1 || (numbers.length === 2 && (numbers[0] ?? 0) < (numbers[1] ?? 0));
  return ordered && ports.every((port) => /^\d{1,5}$/.test(port)) && numbers.every((n) => n >= 1 && n <= 65535);
}
