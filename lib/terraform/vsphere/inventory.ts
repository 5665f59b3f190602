import { DataVsphereComputeCluster } from '@cdktf/provider-vsphere/lib/data-vsphere-compute-cluster';
import { DataVsphereDatacenter } from '@cdktf/provider-vsphere/lib/data-vsphere-datacenter';
import { DataVsphereDatastore } from '@cdktf/provider-vsphere/lib/data-vsphere-datastore';
import { DataVsphereNetwork } from '@cdktf/provider-vsphere/lib/data-vsphere-network';
import { DataVsphereVirtualMachine } from '@cdktf/provider-vsphere/lib/data-vsphere-virtual-machine';
import type { VsphereProvider } from '@cdktf/provider-vsphere/lib/provider';
import type { IResolvable } from 'cdktf';
import { Construct } from 'constructs';
import { talosTemplateName, type Cluster, type Vsphere } from '../../cluster';
import { literal, named } from '../naming';

export interface InventoryProps {
  readonly cluster: Cluster;
  readonly machines: Vsphere;
  /** @default - the stack's only vSphere provider */
  readonly provider?: VsphereProvider | undefined;
}

/** How the template boots and is stored; a clone has to agree with it. */
export interface Template {
  readonly id: string;
  readonly guestId: string;
  readonly firmware: string;
  readonly scsiType: string;
  readonly thinProvisioned: IResolvable;
  readonly eagerlyScrub: IResolvable;
}

/** What the vCenter server holds already and the machines are made of, looked up by name. */
export class Inventory extends Construct {
  readonly resourcePoolId: string;
  readonly datastoreId: string;
  readonly networkId: string;
  readonly template: Template;

  constructor(scope: Construct, id: string, { cluster, machines, provider }: InventoryProps) {
    super(scope, id);
    const { name, versions } = cluster;
    const datacenter = new DataVsphereDatacenter(this, 'datacenter', { provider, name: literal(machines.datacenter) });
    const datacenterId = named(datacenter, name).id;
    const find = (what: string) => ({ provider, datacenterId, name: literal(what) });

    const computeCluster = named(new DataVsphereComputeCluster(this, 'cluster', find(machines.cluster)), name);
    const datastore = named(new DataVsphereDatastore(this, 'datastore', find(machines.datastore)), name);
    const network = named(new DataVsphereNetwork(this, 'network', find(machines.network)), name);
    const templateName = machines.template ?? talosTemplateName(versions.talos);
    const template = named(new DataVsphereVirtualMachine(this, 'template', find(templateName)), name, 'template');

    // each read of an attribute makes a token, which cdktf keeps with a stack trace: read once, not once per machine
    this.resourcePoolId = computeCluster.resourcePoolId;
    this.datastoreId = datastore.id;
    this.networkId = network.id;
    const disk = template.disks.get(0);
    this.template = {
      id: template.id,
      guestId: template.guestId,
      firmware: template.firmware,
      scsiType: template.scsiType,
      thinProvisioned: disk.thinProvisioned,
      eagerlyScrub: disk.eagerlyScrub,
    };
  }
}
