import { Token } from 'cdktf';
import type { Construct } from 'constructs';
import type { HetznerFirewall } from '../../cluster';
import { named } from '../naming';
import { firewallRules, type AllowedPort } from './firewall-rules';
import { Firewall } from './generated/firewall';
import { FirewallAttachment } from './generated/firewall-attachment';
import type { HcloudProvider } from './generated/provider';

export interface ClusterFirewallProps {
  readonly name: string;
  readonly firewall: HetznerFirewall;
  /** Ports beside those of the definition. @default - none */
  readonly allow?: readonly AllowedPort[] | undefined;
  /** Selects the servers. */
  readonly selector: string;
  /** @default - the firewall has none */
  readonly labels?: Record<string, string>;
  /** @default - the stack's only one */
  readonly provider?: HcloudProvider | undefined;
}

/** A firewall around the servers with some labels. */
export function clusterFirewall(scope: Construct, props: ClusterFirewallProps): Firewall {
  const { name, firewall: rules, allow, selector, labels, provider } = props;
  const firewall = named(
    new Firewall(scope, 'firewall', { provider, name, labels, rule: firewallRules(rules, allow) }),
    name,
  );
  // by label, not by id: a server that is made tomorrow is behind the firewall from its first second
  named(
    new FirewallAttachment(scope, 'attachment', {
      provider,
      firewallId: Token.asNumber(firewall.id),
      labelSelectors: [selector],
    }),
    name,
  );
  return firewall;
}
