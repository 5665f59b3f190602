import type { VsphereProvider } from '@cdktf/provider-vsphere/lib/provider';
import { VirtualMachine, type VirtualMachineConfig } from '@cdktf/provider-vsphere/lib/virtual-machine';
import type { Construct } from 'constructs';
import type { Cluster, Machine, Vsphere, VspherePool } from '../../cluster';
import { fits } from '../machine-config';
import type { Expression } from '../machine-provider';
import { literal } from '../naming';
import { formerParts, lifecycle, namedAndMoved } from '../stable-identity';
import { guestinfo, guestinfoLimit } from './guestinfo';
import type { Inventory } from './inventory';
import type { MachineSource } from './source';

export interface VirtualMachineParts {
  readonly cluster: Cluster;
  readonly machines: Vsphere;
  readonly pool: VspherePool;
  readonly machine: Machine;
  readonly inventory: Inventory;
  readonly source: MachineSource;
  readonly config: Expression | undefined;
  readonly provider: VsphereProvider | undefined;
}

/** A machine of the definition as a VM, under the machine's name. */
export function virtualMachine(scope: Construct, parts: VirtualMachineParts): VirtualMachine {
  const { cluster, machines, machine } = parts;
  const resource = new VirtualMachine(scope, machine.name, settings(parts));
  return namedAndMoved(resource, [machine.name], formerParts(cluster, machines.pools, machine));
}

function settings(parts: VirtualMachineParts): VirtualMachineConfig {
  const { machines, pool, machine, inventory, source, config, provider } = parts;
  return {
    provider,
    name: machine.name,
    ...(machines.folder !== undefined && { folder: literal(machines.folder) }),
    resourcePoolId: inventory.resourcePoolId,
    ...inventory.storage,
    numCpus: pool.cpus,
    memory: pool.memory.mebibytes,
    // the guest finds its disks by UUID, which the vSphere CSI driver needs
    enableDiskUuid: true,
    ...source.config,
    disk: disks(parts),
    networkInterface: interfaces(parts),
    extraConfig: guestinfo(parts),
    ...(inventory.tagIds.length > 0 && { tags: [...inventory.tagIds] }),
    ...waiting(machines),
    lifecycle: lifecycle({
      protect: isProtected(pool),
      // Talos reads guestinfo when it boots for the first time; later changes come through its API
      ignoreChanges: [...source.ignoreChanges, 'extra_config'],
      preconditions: config === undefined ? [] : [fits(config, guestinfoLimit)],
    }),
  };
}

/** A control plane machine holds a member of etcd, another may hold data: their loss is never a side effect of an apply. */
function isProtected({ protect, role, disks }: VspherePool): boolean {
  return protect ?? (role === 'control-plane' || Object.keys(disks).length > 0);
}

function disks({ pool, source, inventory }: VirtualMachineParts): VirtualMachineConfig['disk'] {
  // the provider keeps disks by unit and merges lists by position: another order would differ at every plan
  const byUnit = Object.entries(pool.disks).sort(([, a], [, b]) => a.unit - b.unit);
  const further = byUnit.map(([label, { unit, size, datastore, thin }]) => ({
    label,
    unitNumber: unit,
    size: size.gibibytes,
    thinProvisioned: thin,
    ...(datastore !== undefined && { datastoreId: inventory.datastoreId(datastore) }),
    // detached from a machine that goes, and left where it is
    ...(pool.protect !== false && { keepOnRemove: true }),
  }));
  return [{ label: 'disk0', size: pool.disk.gibibytes, ...source.disk }, ...further];
}

function interfaces({ pool, machine, inventory }: VirtualMachineParts): VirtualMachineConfig['networkInterface'] {
  const further = pool.networks.map((name) => ({
    networkId: inventory.furtherNetworkId(name),
    useStaticMac: true,
    macAddress: pool.machines[machine.key]?.interfaces[name]?.mac,
  }));
  return [{ networkId: inventory.networkId, useStaticMac: true, macAddress: machine.mac }, ...further];
}

/** Without VMware Tools nothing tells the address; where they run, minutes of waiting are what the definition asks for. */
function waiting({ waitForAddress }: Vsphere) {
  return {
    waitForGuestNetTimeout: waitForAddress === undefined ? 0 : Math.max(1, Math.ceil(waitForAddress.seconds / 60)),
    waitForGuestIpTimeout: 0,
  };
}
