import { Token, type ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import type { Cidr, Cluster, HetznerMachinesInfrastructure } from '../../cluster';
import { named } from '../naming';
import { clusterLabels } from './labels';
import { DataHcloudNetwork } from './generated/data-hcloud-network';
import { Network } from './generated/network';
import { NetworkSubnet } from './generated/network-subnet';
import type { HcloudProvider } from './generated/provider';

export interface PrivateNetworkProps {
  readonly cluster: Cluster;
  readonly machines: HetznerMachinesInfrastructure;
  /** Look the network up, where another stack has made it. @default false */
  readonly exists?: boolean;
  /** @default - the stack's only one */
  readonly provider?: HcloudProvider | undefined;
}

/** The private network of a cluster under the cluster's name, by which its cloud controller manager finds it; and its subnets. */
export class PrivateNetwork extends Construct {
  readonly networkId: number;
  /** Subnet of the nodes. */
  readonly nodesId: string;
  /** What a server waits for before it is attached: the subnets, which the id does not name. */
  readonly ready: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, { cluster, machines, exists = false, provider }: PrivateNetworkProps) {
    super(scope, id);
    const { name } = cluster;
    if (exists) {
      const found = named(new DataHcloudNetwork(this, 'network', { provider, name }), name);
      this.networkId = found.id;
      // the id of a subnet is made of both; source: hcloud provider, `network_subnet`
      this.nodesId = `${found.getStringAttribute('id')}-${cluster.network.nodes.text}`;
      this.ready = [];
      return;
    }
    const { cidr, zone, subnets } = machines.network;
    const network = named(
      new Network(this, 'network', { provider, name, ipRange: cidr.text, labels: clusterLabels(cluster) }),
      name,
    );
    this.networkId = Token.asNumber(network.id);
    const subnet = (label: string, range: Cidr) =>
      named(
        new NetworkSubnet(this, `subnet-${label}`, {
          provider,
          networkId: this.networkId,
          type: 'cloud',
          networkZone: zone,
          ipRange: range.text,
        }),
        name,
        label,
      );
    const nodes = subnet('nodes', cluster.network.nodes);
    this.nodesId = nodes.id;
    this.ready = [nodes, ...Object.entries(subnets).map(([label, range]) => subnet(label, range))];
  }
}
