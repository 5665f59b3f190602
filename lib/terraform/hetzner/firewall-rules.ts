import type { Cidr } from '../../cluster';
import type { FirewallRule } from './generated/firewall';

/** Where every Talos node answers for the Kubernetes API and for its own. Source: Talos `constants`. */
const kubernetesApi = 6443;
const talosApi = 50000;

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
  return [api(kubernetesApi, 'Kubernetes API'), api(talosApi, 'Talos API'), icmp];
}
