import { DataVsphereDatacenter } from '@cdktf/provider-vsphere/lib/data-vsphere-datacenter';
import { Folder } from '@cdktf/provider-vsphere/lib/folder';
import { TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import type { Cluster } from '../../lib/cluster';
import { stateBackend } from '../../lib/terraform';
import { VsphereMachines, vsphereProvider } from '../../lib/terraform/vsphere';

/**
 * One stack class for every environment, with resources of a team's own beside the machines: what Terragrunt was for. A
 * project of its own imports from `plinth/vsphere`.
 */
export class LabStack extends TerraformStack {
  constructor(scope: Construct, cluster: Cluster) {
    super(scope, `lab-${cluster.name}`);
    const { machines } = cluster;
    if (machines.kind !== 'vsphere')
      throw new Error(`the lab stands on vSphere, got ${machines.kind}; use vsphere({ … })`);
    if (machines.state !== undefined) stateBackend(this, machines.state);

    const provider = vsphereProvider(this, machines.server);
    const { id: datacenterId } = new DataVsphereDatacenter(this, 'datacenter', { provider, name: machines.datacenter });
    new Folder(this, 'folder', { provider, datacenterId, type: 'vm', path: `lab/${cluster.name}` });
    new VsphereMachines(this, 'machines', { cluster, provider });
  }
}
