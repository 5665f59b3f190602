import type { Construct } from 'constructs';
import type { KubernetesObject } from '../../artifact';
import { Manifest } from '../../artifact/cdk8s';
import { talosTemplateName, type Cluster, type JsonObject, type MachinePool } from '../../cluster';
import { apiVersions } from '../contract';
import { controlPlanePool, onVsphere, poolDefinition, type OnVsphere } from '../managed';
import { templateName } from '../names';
import { addressPoolReference, gatewayOf } from './ip-pool';

/** Path of the root resource pool of a compute cluster. */
export function resourcePoolPath(computeCluster: string): string {
  return `${computeCluster}/Resources`;
}

/**
 * The VM that a machine of a pool becomes. CAPV refuses any change of a template, hence the hash in its name: a change
 * makes a new template, and what refers to it follows.
 *
 * @throws Error where Cluster API does not make the cluster's machines on vSphere
 */
export function vsphereMachineTemplateObject(definition: Cluster, of?: MachinePool): KubernetesObject {
  const cluster = onVsphere(definition);
  const { machines, versions } = cluster;
  const pool = of ?? controlPlanePool(cluster);
  const { cpus, memory, disk } = poolDefinition(cluster, pool);
  const spec = {
    template: {
      spec: {
        datacenter: machines.datacenter,
        datastore: machines.datastore,
        folder: machines.folder,
        resourcePool: resourcePoolPath(machines.cluster),
        template: machines.template ?? talosTemplateName(versions.talos),
        // a linked clone could not have a disk of its own size
        cloneMode: 'fullClone',
        numCPUs: cpus,
        memoryMiB: memory.mebibytes,
        diskGiB: disk.gibibytes,
        network: { devices: [device(cluster)] },
      },
    },
  };
  return {
    apiVersion: apiVersions(cluster).infrastructure,
    kind: 'VSphereMachineTemplate',
    metadata: { name: templateName(cluster, pool.name, spec), namespace: machines.managedBy.namespace },
    spec,
  };
}

/** The machine's one link, which CAPV describes to the guest: by DHCP, or with an address of the pool. */
function device(cluster: OnVsphere): JsonObject {
  const { machines, network } = cluster;
  if (machines.addresses.kind === 'dhcp') return { networkName: machines.network, dhcp4: true };
  return {
    networkName: machines.network,
    dhcp4: false,
    addressesFromPools: [addressPoolReference(cluster)],
    ...(network.nodes.family === 6 ? { gateway6: gatewayOf(cluster) } : { gateway4: gatewayOf(cluster) }),
  };
}

/** The hardware and the template of a pool's machines, the control plane's unless another is named. */
export class VSphereMachineTemplate extends Manifest {
  constructor(scope: Construct, id: string, cluster: Cluster, pool?: MachinePool) {
    super(scope, id, vsphereMachineTemplateObject(cluster, pool));
  }
}
