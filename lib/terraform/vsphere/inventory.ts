import { DataVsphereComputeCluster } from '@cdktf/provider-vsphere/lib/data-vsphere-compute-cluster';
import { DataVsphereDatacenter } from '@cdktf/provider-vsphere/lib/data-vsphere-datacenter';
import { DataVsphereDatastore } from '@cdktf/provider-vsphere/lib/data-vsphere-datastore';
import { DataVsphereDatastoreCluster } from '@cdktf/provider-vsphere/lib/data-vsphere-datastore-cluster';
import { DataVsphereNetwork } from '@cdktf/provider-vsphere/lib/data-vsphere-network';
import { DataVsphereResourcePool } from '@cdktf/provider-vsphere/lib/data-vsphere-resource-pool';
import { DataVsphereTag } from '@cdktf/provider-vsphere/lib/data-vsphere-tag';
import { DataVsphereTagCategory } from '@cdktf/provider-vsphere/lib/data-vsphere-tag-category';
import type { VsphereProvider } from '@cdktf/provider-vsphere/lib/provider';
import { Construct } from 'constructs';
import type { Cluster, Vsphere } from '../../cluster';
import { literal, named } from '../naming';

export interface InventoryProps {
  readonly cluster: Cluster;
  readonly machines: Vsphere;
  /** @default - the stack's only vSphere provider */
  readonly provider?: VsphereProvider | undefined;
}

/** Where the disks of a machine stand: in a datastore, or in one that Storage DRS chooses. */
export type Storage = { readonly datastoreId: string } | { readonly datastoreClusterId: string };

/** What the vCenter server holds already and the machines are placed on, looked up by name. */
export class Inventory extends Construct {
  readonly datacenterId: string;
  readonly computeClusterId: string;
  readonly resourcePoolId: string;
  readonly storage: Storage;
  /** Network of the nodes. */
  readonly networkId: string;
  /** Ids of the tags of every machine. */
  readonly tagIds: readonly string[];
  private readonly networks: ReadonlyMap<string, string>;
  private readonly datastores = new Map<string, string>();

  constructor(
    scope: Construct,
    id: string,
    private readonly props: InventoryProps,
  ) {
    super(scope, id);
    const { cluster, machines, provider } = props;
    const { name } = cluster;
    const datacenter = new DataVsphereDatacenter(this, 'datacenter', { provider, name: literal(machines.datacenter) });

    // each read of an attribute makes a token, which cdktf keeps with a stack trace: read once, not once per machine
    this.datacenterId = named(datacenter, name).id;
    const computeCluster = named(new DataVsphereComputeCluster(this, 'cluster', this.find(machines.cluster)), name);
    this.computeClusterId = computeCluster.id;
    this.resourcePoolId =
      machines.resourcePool === undefined
        ? computeCluster.resourcePoolId
        : named(new DataVsphereResourcePool(this, 'resource-pool', this.find(machines.resourcePool)), name).id;
    this.storage = this.storageOf(machines);
    this.networkId = named(new DataVsphereNetwork(this, 'network', this.find(machines.network)), name).id;
    this.networks = new Map(
      Object.entries(machines.networks).map(([network, { portGroup }]) => [
        network,
        named(new DataVsphereNetwork(this, `network-${network}`, this.find(portGroup)), name, network).id,
      ]),
    );
    this.tagIds = Object.entries(machines.tags).map(([category, tag]) => this.tagId(category, tag));
  }

  /** What a data source is asked for: a name in the cluster's datacenter. */
  find(name: string) {
    return { provider: this.props.provider, datacenterId: this.datacenterId, name: literal(name) };
  }

  /** @throws Error for a network that the definition does not have; its rules report one before */
  furtherNetworkId(network: string): string {
    const id = this.networks.get(network);
    if (id === undefined) throw new Error(`unknown network, got ${network}; add it to machines.networks`);
    return id;
  }

  /** A datastore of one disk alone, looked up once. */
  datastoreId(datastore: string): string {
    const { name } = this.props.cluster;
    const known = this.datastores.get(datastore);
    if (known !== undefined) return known;
    const label = datastore.replaceAll(/[^A-Za-z0-9_-]/g, '-');
    const { id } = named(new DataVsphereDatastore(this, `datastore-${label}`, this.find(datastore)), name, label);
    this.datastores.set(datastore, id);
    return id;
  }

  private storageOf({ datastore, datastoreCluster }: Vsphere): Storage {
    const { name } = this.props.cluster;
    if (datastoreCluster !== undefined) {
      const found = new DataVsphereDatastoreCluster(this, 'datastore-cluster', this.find(datastoreCluster));
      return { datastoreClusterId: named(found, name).id };
    }
    // the rules of the definition ask for one of the two
    return { datastoreId: named(new DataVsphereDatastore(this, 'datastore', this.find(datastore ?? '')), name).id };
  }

  private tagId(category: string, tag: string): string {
    const { provider, cluster } = this.props;
    const label = category.replaceAll(/[^A-Za-z0-9_-]/g, '-');
    const { id: categoryId } = named(
      new DataVsphereTagCategory(this, `tag-category-${label}`, { provider, name: literal(category) }),
      cluster.name,
      label,
    );
    return named(
      new DataVsphereTag(this, `tag-${label}`, { provider, categoryId, name: literal(tag) }),
      cluster.name,
      label,
    ).id;
  }
}
