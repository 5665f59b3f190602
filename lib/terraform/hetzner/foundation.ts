import { TerraformOutput, Token } from 'cdktf';
import { Construct } from 'constructs';
import { hetznerArchitecture, talosImageName, type Cluster, type Hetzner } from '../../cluster';
import { machinesOn, type MachineProviderProps } from '../machine-provider';
import { named } from '../naming';
import { imageSelector, networkName, ownedSelector } from './caph';
import { firewallRules } from './firewall-rules';
import { DataHcloudImage } from './generated/data-hcloud-image';
import { DataHcloudNetwork } from './generated/data-hcloud-network';
import { Firewall } from './generated/firewall';
import { FirewallAttachment } from './generated/firewall-attachment';
import { HcloudProvider } from './generated/provider';

export interface HetznerFoundationProps extends MachineProviderProps {
  /** The provider, where the stack has one already. @default - one that reads its token from `HCLOUD_TOKEN` */
  readonly provider?: HcloudProvider;
}

type Architecture = ReturnType<typeof hetznerArchitecture>;

/** Architectures as the Hetzner Cloud API calls them. */
const apiArchitecture: Record<Architecture, string> = { amd64: 'x86', arm64: 'arm' };

/**
 * What a cluster on Hetzner needs and Cluster API leaves out: a firewall around the servers that Cluster API makes, and
 * the proof that the network and the Talos images it relies on exist.
 */
export class HetznerFoundation extends Construct {
  constructor(scope: Construct, id: string, { cluster, provider }: HetznerFoundationProps) {
    super(scope, id);
    const machines = machinesOn('hetzner', this, cluster);
    if (machines === undefined) return;

    if (provider === undefined) new HcloudProvider(this, 'hcloud');
    this.firewall(cluster, machines, provider);
    this.network(cluster, provider);
    for (const architecture of architectures(machines)) this.image(cluster, architecture, provider);
  }

  private firewall({ name }: Cluster, machines: Hetzner, provider: HcloudProvider | undefined): void {
    const firewall = named(
      new Firewall(this, 'firewall', { provider, name, rule: firewallRules(machines.firewall.apiFrom) }),
      name,
    );
    // by label, not by id: a server that Cluster API makes tomorrow is behind the firewall from its first second
    named(
      new FirewallAttachment(this, 'attachment', {
        provider,
        firewallId: Token.asNumber(firewall.id),
        labelSelectors: [ownedSelector(name)],
      }),
      name,
    );
    this.output('firewall-id', name, firewall.id);
  }

  /** Looked up, never created: CAPH makes the network and deletes it with the cluster, and a thing has one owner. */
  private network({ name }: Cluster, provider: HcloudProvider | undefined): void {
    const network = named(new DataHcloudNetwork(this, 'network', { provider, name: networkName(name) }), name);
    this.output('network-id', name, network.id);
  }

  private image({ name, versions }: Cluster, architecture: Architecture, provider: HcloudProvider | undefined): void {
    const image = named(
      new DataHcloudImage(this, `image-${architecture}`, {
        provider,
        withSelector: imageSelector(talosImageName(architecture, versions.talos)),
        withArchitecture: apiArchitecture[architecture],
        mostRecent: true,
      }),
      name,
      architecture,
    );
    this.output(`image-id-${architecture}`, name, image.id);
  }

  private output(what: string, cluster: string, value: string | number): void {
    named(new TerraformOutput(this, what, { value }), cluster, what);
  }
}

/** The architectures of all pools, each once and in order. */
function architectures(machines: Hetzner): Architecture[] {
  return [...new Set(Object.values(machines.pools).map(({ type }) => hetznerArchitecture(type)))].sort();
}
