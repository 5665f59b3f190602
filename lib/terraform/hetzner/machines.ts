import { Annotations } from 'cdktf';
import { Construct } from 'constructs';
import {
  formatProblem,
  hetznerArchitecture,
  isHetznerUpload,
  machineWarnings,
  type Cluster,
  type HetznerMachinesInfrastructure,
  type HetznerServerPool,
} from '../../cluster';
import type { Architecture } from '../../talos';
import { machineConfigs } from '../machine-config';
import { machineOutputs } from '../machine-outputs';
import {
  machinesOn,
  selectPools,
  type Expression,
  type MachineProvider,
  type MachineProviderProps,
  type ProvidedMachine,
} from '../machine-provider';
import { clusterFirewall } from './cluster-firewall';
import { endpointRecords } from './dns';
import type { AllowedPort } from './firewall-rules';
import { HcloudProvider } from './generated/provider';
import { snapshotLabels, talosImage } from './image';
import { clusterLabels, selector } from './labels';
import { ControlPlaneLoadBalancer } from './load-balancer';
import { Placement } from './placement';
import { PrivateNetwork } from './private-network';
import { ImagerProvider } from './providers/imager/generated/provider';
import { HetznerServer, userDataLimit } from './server';
import { uploadedImage } from './uploaded-image';

export interface HetznerMachinesProps extends MachineProviderProps {
  /** The provider, where the stack has one already. @default - one that reads its token from `HCLOUD_TOKEN` */
  readonly provider?: HcloudProvider;
  /** The same for the provider that makes images, where the definition has them made. @default - one that reads the same token */
  readonly imager?: ImagerProvider;
  /** Look the cluster's private network up, where another stack makes it. @default false */
  readonly existingNetwork?: boolean;
  /** What may come in, beside what the definition allows. @default - nothing */
  readonly firewall?: { readonly allow: readonly AllowedPort[] };
  /** Ids of the Talos images, where something else in the stack makes them. @default - the snapshots that the definition selects or has made */
  readonly images?: Readonly<Partial<Record<Architecture, Expression>>>;
}

/**
 * The machines of a cluster as Hetzner Cloud servers, one per machine and under its name, with the private network, the
 * firewall, the placement groups, and the load balancer where the control plane is among them.
 */
export class HetznerMachines extends Construct implements MachineProvider {
  readonly machines: ReadonlyMap<string, ProvidedMachine>;
  readonly endpoint: Expression;
  /** The servers by machine name. */
  readonly servers: ReadonlyMap<string, HetznerServer>;
  /** In front of the control plane, where it is built. */
  readonly loadBalancer: ControlPlaneLoadBalancer | undefined;

  constructor(scope: Construct, id: string, props: HetznerMachinesProps) {
    super(scope, id);
    const { cluster } = props;
    const machines = machinesOn('hetzner-machines', this, cluster);
    if (machines === undefined) {
      this.machines = this.servers = new Map<string, HetznerServer>();
      this.loadBalancer = undefined;
      this.endpoint = cluster.network.endpoint.host;
      return;
    }
    if (props.provider === undefined) new HcloudProvider(this, 'hcloud');
    for (const warning of machineWarnings(cluster)) Annotations.of(this).addWarning(formatProblem(warning));
    this.firewall(machines, props);
    const network = new PrivateNetwork(this, 'network', {
      cluster,
      machines,
      exists: props.existingNetwork ?? false,
      provider: props.provider,
    });
    this.servers = this.build(machines, network, props);
    this.machines = this.servers;
    this.loadBalancer = this.balance(machines, network, props);
    this.endpoint = this.loadBalancer?.ipv4 ?? cluster.network.endpoint.address?.text ?? cluster.network.endpoint.host;
    machineOutputs(this, props);
  }

  private firewall(machines: HetznerMachinesInfrastructure, props: HetznerMachinesProps): void {
    const { cluster, pools, provider } = props;
    const labels = clusterLabels(cluster);
    clusterFirewall(this, {
      name: [cluster.name, ...(pools ?? [])].join('-'),
      firewall: machines.firewall,
      allow: props.firewall?.allow,
      selector: pools === undefined ? selector(labels) : `${selector(labels)},pool in (${pools.join(',')})`,
      labels,
      provider,
    });
  }

  private build(
    machines: HetznerMachinesInfrastructure,
    { networkId, ready }: PrivateNetwork,
    props: HetznerMachinesProps,
  ): ReadonlyMap<string, HetznerServer> {
    const { cluster, provider } = props;
    const placement = new Placement(this, 'placement', { cluster, machines, provider });
    const configs = machineConfigs(this, props, userDataLimit);
    const imageOf = this.images(machines, props);
    const built = new Map<string, HetznerServer>();
    for (const { name: poolName, machines: members } of selectPools(this, props)) {
      const pool = machines.pools[poolName];
      if (pool === undefined) continue;
      for (const machine of members) {
        const server = new HetznerServer(this, machine.name, {
          cluster,
          machines,
          poolName,
          pool,
          machine,
          networkId,
          after: ready,
          image: imageOf(hetznerArchitecture(pool.type)),
          placementGroupId: placement.groupOf(poolName, pool, machine.key),
          config: configs.get(machine.name),
          protect: isProtected(pool),
          provider,
        });
        built.set(machine.name, server);
      }
    }
    return built;
  }

  /** The image of each architecture, looked up or made once. */
  private images(
    { image }: HetznerMachinesInfrastructure,
    { cluster, images = {}, provider, imager }: HetznerMachinesProps,
  ): (architecture: Architecture) => Expression {
    const found = new Map<Architecture, Expression>();
    return (architecture) => {
      if (image !== undefined && 'id' in image) return String(image.id);
      const known = images[architecture] ?? found.get(architecture);
      if (known !== undefined) return known;
      const id = isHetznerUpload(image)
        ? this.upload(cluster, architecture, imager)
        : talosImage(this, {
            cluster,
            architecture,
            selector: image?.selector ?? selector(snapshotLabels(cluster, architecture)),
            provider,
          }).getStringAttribute('id');
      found.set(architecture, id);
      return id;
    };
  }

  private upload(cluster: Cluster, architecture: Architecture, provider: ImagerProvider | undefined): Expression {
    if (provider === undefined && this.node.tryFindChild('imager') === undefined) new ImagerProvider(this, 'imager');
    return uploadedImage(this, { cluster, architecture, provider }).imageId;
  }

  private balance(
    machines: HetznerMachinesInfrastructure,
    { nodesId }: PrivateNetwork,
    { cluster, provider }: HetznerMachinesProps,
  ): ControlPlaneLoadBalancer | undefined {
    const members = [...this.servers.values()].filter(({ machine }) => machine.role === 'control-plane');
    if (members.length === 0) return undefined;
    const protect = members.some(({ machine }) => machines.pools[machine.pool]?.protect !== false);
    const balancer = new ControlPlaneLoadBalancer(this, 'load-balancer', {
      cluster,
      machines,
      subnetId: nodesId,
      protect,
      provider,
    });
    const { dns } = machines;
    if (dns !== undefined) endpointRecords(this, { cluster, dns, ipv4: balancer.ipv4, ipv6: balancer.ipv6, provider });
    return balancer;
  }
}

/** A control plane machine holds a member of etcd, another may read volumes: their loss is never a side effect of an apply. */
function isProtected({ protect, role, volumes }: HetznerServerPool): boolean {
  return protect ?? (role === 'control-plane' || Object.keys(volumes).length > 0);
}
