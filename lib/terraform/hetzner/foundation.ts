import { Annotations, TerraformOutput } from 'cdktf';
import { Construct } from 'constructs';
import {
  formatProblem,
  hetznerArchitecture,
  machineWarnings,
  talosImageName,
  type Cluster,
  type Hetzner,
} from '../../cluster';
import type { Architecture } from '../../talos';
import { machinesOn } from '../machine-provider';
import { named } from '../naming';
import { imageSelector, networkName, ownedSelector } from './caph';
import { clusterFirewall } from './cluster-firewall';
import { DataHcloudNetwork } from './generated/data-hcloud-network';
import { HcloudProvider } from './generated/provider';
import { talosImage } from './image';

export interface HetznerFoundationProps {
  readonly cluster: Cluster;
  /** The provider, where the stack has one already. @default - one that reads its token from `HCLOUD_TOKEN` */
  readonly provider?: HcloudProvider;
}

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
    for (const warning of machineWarnings(cluster)) Annotations.of(this).addWarning(formatProblem(warning));
    this.firewall(cluster, machines, provider);
    this.network(cluster, provider);
    for (const architecture of architectures(machines)) this.image(cluster, architecture, provider);
  }

  private firewall({ name }: Cluster, { firewall }: Hetzner, provider: HcloudProvider | undefined): void {
    const { id } = clusterFirewall(this, { name, firewall, selector: ownedSelector(name), provider });
    this.output('firewall-id', name, id);
  }

  /** Looked up, never created: CAPH makes the network and deletes it with the cluster, and a thing has one owner. */
  private network({ name }: Cluster, provider: HcloudProvider | undefined): void {
    const network = named(new DataHcloudNetwork(this, 'network', { provider, name: networkName(name) }), name);
    this.output('network-id', name, network.id);
  }

  private image(cluster: Cluster, architecture: Architecture, provider: HcloudProvider | undefined): void {
    const selector = imageSelector(talosImageName(architecture, cluster.versions.talos));
    const { id } = talosImage(this, { cluster, architecture, selector, provider });
    this.output(`image-id-${architecture}`, cluster.name, id);
  }

  private output(what: string, cluster: string, value: string | number): void {
    named(new TerraformOutput(this, what, { value }), cluster, what);
  }
}

/** The architectures of all pools, each once and in order. */
function architectures(machines: Hetzner): Architecture[] {
  return [...new Set(Object.values(machines.pools).map(({ type }) => hetznerArchitecture(type)))].sort();
}
