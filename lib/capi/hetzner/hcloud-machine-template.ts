import type { Construct } from 'constructs';
import type { KubernetesObject } from '../../artifact';
import { Manifest } from '../../artifact/cdk8s';
import { hetznerArchitecture, talosImageName, type Cluster } from '../../cluster';
import { apiVersions } from '../contract';
import { controlPlane, managed } from '../managed';
import { templateName } from '../names';

export const HCLOUD_MACHINE_TEMPLATE = {
  apiVersion: apiVersions.infrastructure,
  kind: 'HCloudMachineTemplate',
} as const;

/**
 * The server that a control plane machine becomes. CAPH refuses any change of a template, hence the hash in its name: a
 * change makes a new template, and what refers to it follows.
 *
 * @throws Error where Cluster API does not make the cluster's machines
 */
export function hcloudMachineTemplateObject(definition: Cluster): KubernetesObject {
  const cluster = managed(definition);
  const { pool, servers } = controlPlane(cluster);
  const spec = {
    template: {
      spec: {
        type: servers.type,
        imageName: talosImageName(hetznerArchitecture(servers.type), cluster.versions.talos),
        placementGroupName: pool.name,
        publicNetwork: { enableIPv4: true, enableIPv6: true },
      },
    },
  };
  return {
    ...HCLOUD_MACHINE_TEMPLATE,
    metadata: { name: templateName(cluster, pool.name, spec), namespace: cluster.machines.managedBy.namespace },
    spec,
  };
}

/** The server type and image of the control plane's machines. */
export class HCloudMachineTemplate extends Manifest {
  constructor(scope: Construct, id: string, cluster: Cluster) {
    super(scope, id, hcloudMachineTemplateObject(cluster));
  }
}
