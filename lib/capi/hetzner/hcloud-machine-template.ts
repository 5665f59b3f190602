import type { Construct } from 'constructs';
import type { KubernetesObject } from '../../artifact';
import { Manifest } from '../../artifact/cdk8s';
import { hetznerArchitecture, talosImageName, type Cluster, type MachinePool } from '../../cluster';
import { apiVersions } from '../contract';
import { controlPlanePool, onHetzner, poolDefinition } from '../managed';
import { templateName } from '../names';
import { hasPlacementGroup } from './hetzner-cluster';

/**
 * The server that a machine of a pool becomes. CAPH refuses any change of a template, hence the hash in its name: a change
 * makes a new template, and what refers to it follows.
 *
 * @throws Error where Cluster API does not make the cluster's machines on Hetzner
 */
export function hcloudMachineTemplateObject(definition: Cluster, of?: MachinePool): KubernetesObject {
  const cluster = onHetzner(definition);
  const pool = of ?? controlPlanePool(cluster);
  const servers = poolDefinition(cluster, pool);
  const spec = {
    template: {
      spec: {
        type: servers.type,
        imageName: talosImageName(hetznerArchitecture(servers.type), cluster.versions.talos),
        placementGroupName: hasPlacementGroup(servers) ? pool.name : undefined,
        publicNetwork: { enableIPv4: true, enableIPv6: true },
      },
    },
  };
  return {
    apiVersion: apiVersions(cluster).infrastructure,
    kind: 'HCloudMachineTemplate',
    metadata: { name: templateName(cluster, pool.name, spec), namespace: cluster.machines.managedBy.namespace },
    spec,
  };
}

/** The server type and image of a pool's machines, the control plane's unless another is named. */
export class HCloudMachineTemplate extends Manifest {
  constructor(scope: Construct, id: string, cluster: Cluster, pool?: MachinePool) {
    super(scope, id, hcloudMachineTemplateObject(cluster, pool));
  }
}
