import { apiPorts, type Cidr } from '../../cluster';
import type { FirewallRule } from './generated/firewall';

const anywhere = ['0.0.0.0/0', '::/0'];

/**
 * What may reach the servers from outside: both APIs from the given networks, and ICMP, without which path MTU discovery
 * and every look at a dead machine fail. A firewall that has rules refuses what they do not name; the private network is
 * not filtered. Source: Hetzner Cloud documentation, "Firewalls".
 */
export function firewallRules(apiFrom: readonly Cidr[]): FirewallRule[] {
  const sourceIps = apiFrom.map(({ text }) => text);
  const icmp: FirewallRule = { direction: 'in', protocol: 'icmp', sourceIps: anywhere, description: 'ICMP' };
  // without a source, a rule is refused by the API: no network may reach the APIs, so there is no rule
  if (sourceIps.length === 0) return [icmp];
  const api = (port: number, description: string): FirewallRule => ({
    direction: 'in',
    protocol: 'tcp',
    port: String(port),
    sourceIps,
    description,
  });
  return [api(apiPorts.kubernetes, 'Kubernetes API'), api(apiPorts.talos, 'Talos API'), icmp];
}
