import type { VsphereProvider } from '@cdktf/provider-vsphere/lib/provider';
import { VirtualMachine } from '@cdktf/provider-vsphere/lib/virtual-machine';
import type { TerraformResourceLifecycle } from 'cdktf';
import { Construct } from 'constructs';
import { nearest, type Cluster, type Machine, type MachineRole, type Vsphere, type VspherePool } from '../../cluster';
import { machinesOn, report, type MachineProviderProps } from '../machine-provider';
import { literal, named } from '../naming';
import { Inventory } from './inventory';
import { vsphereProvider } from './provider';

export interface VsphereMachinesProps extends MachineProviderProps {
  /** Names of the machine pools to build. @default - all of the cluster */
  readonly pools?: readonly string[];
  /** The provider, where the stack has one already. @default - one for the cluster's vCenter server */
  readonly provider?: VsphereProvider;
}

/**
 * The machines of a cluster as vSphere VMs cloned from its Talos template: one VM per machine, under the machine's name.
 *
 * They boot without configuration into Talos' maintenance mode; handing it over through guestinfo is not part of this
 * construct yet.
 */
export class VsphereMachines extends Construct {
  /** The VMs by machine name. */
  readonly virtualMachines: ReadonlyMap<string, VirtualMachine>;

  constructor(scope: Construct, id: string, { cluster, pools, provider }: VsphereMachinesProps) {
    super(scope, id);
    const machines = machinesOn('vsphere', this, cluster);
    this.virtualMachines = machines === undefined ? new Map() : this.build(cluster, machines, pools, provider);
  }

  private build(
    cluster: Cluster,
    machines: Vsphere,
    names: readonly string[] | undefined,
    given: VsphereProvider | undefined,
  ): ReadonlyMap<string, VirtualMachine> {
    if (given === undefined) vsphereProvider(this, machines.server);
    const inventory = new Inventory(this, 'inventory', { cluster, machines, provider: given });
    const built = new Map<string, VirtualMachine>();
    for (const pool of this.selectPools(cluster, names)) {
      const shape = machines.pools[pool.name];
      if (shape === undefined) continue;
      for (const machine of pool.machines) {
        built.set(machine.name, this.virtualMachine(machine, { machines, shape, inventory, provider: given }));
      }
    }
    return built;
  }

  private selectPools(cluster: Cluster, names: readonly string[] | undefined): Cluster['pools'] {
    if (names === undefined) return cluster.pools;
    const known = cluster.pools.map(({ name }) => name);
    const unknown = names.filter((name) => !known.includes(name));
    report(
      this,
      unknown.map((name) => ({
        path: 'pools',
        what: `cluster ${cluster.id} has no such machine pool`,
        got: name,
        allowed: known.join(', '),
        fix: `did you mean ${nearest(name, known)}?`,
      })),
    );
    return cluster.pools.filter(({ name }) => names.includes(name));
  }

  private virtualMachine(
    machine: Machine,
    { machines, shape, inventory, provider }: VirtualMachineParts,
  ): VirtualMachine {
    const { template, resourcePoolId, datastoreId, networkId } = inventory;
    const virtualMachine = new VirtualMachine(this, machine.name, {
      provider,
      name: machine.name,
      ...(machines.folder !== undefined && { folder: literal(machines.folder) }),
      resourcePoolId,
      datastoreId,
      numCpus: shape.cpus,
      memory: shape.memory.mebibytes,
      // the guest finds its disks by UUID, which the vSphere CSI driver needs
      enableDiskUuid: true,
      // a clone boots as its template does
      guestId: template.guestId,
      firmware: template.firmware,
      scsiType: template.scsiType,
      clone: { templateUuid: template.id },
      disk: [
        {
          label: 'disk0',
          size: shape.disk.gibibytes,
          thinProvisioned: template.thinProvisioned,
          eagerlyScrub: template.eagerlyScrub,
        },
      ],
      networkInterface: [{ networkId, useStaticMac: true, macAddress: machine.mac }],
      // nothing answers on the network before the node has its configuration
      waitForGuestNetTimeout: 0,
      waitForGuestIpTimeout: 0,
      lifecycle: lifecycle(machine.role),
    });
    return named(virtualMachine, machine.name);
  }
}

interface VirtualMachineParts {
  readonly machines: Vsphere;
  readonly shape: VspherePool;
  readonly inventory: Inventory;
  readonly provider: VsphereProvider | undefined;
}

/**
 * What the template decides holds for the moment of cloning. Talos upgrades itself in place, so that a newer template is
 * for new machines; without this, it would replace or power off all of them in one apply.
 */
const fromTemplate = [
  'clone',
  'guest_id',
  'firmware',
  'scsi_type',
  'disk[0].thin_provisioned',
  'disk[0].eagerly_scrub',
];

/** A control plane machine holds a member of etcd: its loss is never a side effect of an apply. */
function lifecycle(role: MachineRole): TerraformResourceLifecycle {
  return { ignoreChanges: fromTemplate, ...(role === 'control-plane' && { preventDestroy: true }) };
}
