import { ComputeClusterVmAntiAffinityRule } from '@cdktf/provider-vsphere/lib/compute-cluster-vm-anti-affinity-rule';
import type { VsphereProvider } from '@cdktf/provider-vsphere/lib/provider';
import type { VirtualMachine } from '@cdktf/provider-vsphere/lib/virtual-machine';
import { Construct } from 'constructs';
import type { Cluster, Vsphere } from '../../cluster';
import { machineConfigs } from '../machine-config';
import { machineOutputs } from '../machine-outputs';
import {
  machinesOn,
  selectPools,
  type MachineProvider,
  type MachineProviderProps,
  type ProvidedMachine,
} from '../machine-provider';
import { named } from '../naming';
import { guestinfoLimit } from './guestinfo';
import { Inventory } from './inventory';
import { vsphereProvider } from './provider';
import { machineSource } from './source';
import { virtualMachine } from './virtual-machine';

export interface VsphereMachinesProps extends MachineProviderProps {
  /** The provider, where the stack has one already. @default - one for the cluster's vCenter server */
  readonly provider?: VsphereProvider;
}

/**
 * The machines of a cluster as vSphere VMs made from a Talos image: one VM per machine, under the machine's name. They find
 * their addresses through guestinfo, and their Talos configuration too where it is given; else they wait for it.
 */
export class VsphereMachines extends Construct implements MachineProvider {
  readonly machines: ReadonlyMap<string, ProvidedMachine>;
  readonly endpoint: string;
  /** The VMs by machine name. */
  readonly virtualMachines: ReadonlyMap<string, VirtualMachine>;

  constructor(scope: Construct, id: string, props: VsphereMachinesProps) {
    super(scope, id);
    const { cluster } = props;
    const { host, address } = cluster.network.endpoint;
    const machines = machinesOn('vsphere', this, cluster);
    this.endpoint = address?.text ?? host;
    if (machines === undefined) {
      this.virtualMachines = this.machines = new Map<string, never>();
      return;
    }
    if (props.provider === undefined) vsphereProvider(this, machines.server);
    const inventory = new Inventory(this, 'inventory', { cluster, machines, provider: props.provider });
    this.virtualMachines = this.build(machines, inventory, props);
    this.machines = this.provided(cluster);
    this.keepApart(machines, inventory, props);
    machineOutputs(this, props);
  }

  private build(
    machines: Vsphere,
    inventory: Inventory,
    props: VsphereMachinesProps,
  ): ReadonlyMap<string, VirtualMachine> {
    const { cluster, provider } = props;
    const source = machineSource(inventory, cluster, machines);
    const configs = machineConfigs(this, props, guestinfoLimit);
    const built = new Map<string, VirtualMachine>();
    for (const { name, machines: members } of selectPools(this, props)) {
      const pool = machines.pools[name];
      if (pool === undefined) continue;
      for (const machine of members) {
        const config = configs.get(machine.name);
        const parts = { cluster, machines, pool, machine, inventory, source, config, provider };
        built.set(machine.name, virtualMachine(this, parts));
      }
    }
    return built;
  }

  private provided(cluster: Cluster): ReadonlyMap<string, ProvidedMachine> {
    const members = cluster.pools.flatMap((pool) => pool.machines);
    return new Map(
      members.flatMap((machine): [string, ProvidedMachine][] => {
        const resource = this.virtualMachines.get(machine.name);
        if (resource === undefined) return [];
        const address = machine.address?.text ?? resource.defaultIpAddress;
        return [[machine.name, { machine, resource, id: resource.id, address, reachableAt: address }]];
      }),
    );
  }

  /** One host that fails takes no more than one member of etcd with it. */
  private keepApart(
    { antiAffinity }: Vsphere,
    { computeClusterId }: Inventory,
    { cluster, provider }: VsphereMachinesProps,
  ): void {
    const members = [...this.machines.values()].filter(({ machine }) => machine.role === 'control-plane');
    if (antiAffinity === 'off' || members.length < 2) return;
    named(
      new ComputeClusterVmAntiAffinityRule(this, 'anti-affinity', {
        provider,
        name: `${cluster.name}-control-plane`,
        computeClusterId,
        virtualMachineIds: members.map(({ id }) => id),
        mandatory: antiAffinity === 'must',
      }),
      cluster.name,
      'control-plane',
    );
  }
}
