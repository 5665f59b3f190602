import type { Construct } from 'constructs';
import type { KubernetesObject } from '../../artifact';
import { Manifest } from '../../artifact/cdk8s';
import { minorOf, type Cluster } from '../../cluster';
import { controlPlanePatches, patchText } from '../../talos';
import { apiVersions, bootstrapContract, reference } from '../contract';
import { HCLOUD_MACHINE_TEMPLATE, hcloudMachineTemplateObject } from '../hetzner/hcloud-machine-template';
import { controlPlane, managed } from '../managed';
import { controlPlaneName } from '../names';

export const TALOS_CONTROL_PLANE = { apiVersion: apiVersions.controlPlane, kind: 'TalosControlPlane' } as const;

/**
 * The control plane: how many machines, of which template and Kubernetes version, with which Talos patches. A changed
 * byte in a patch replaces every machine, so the patches are canonical text.
 *
 * @throws Error where Cluster API does not make the cluster's machines
 */
export function talosControlPlaneObject(definition: Cluster): KubernetesObject {
  const cluster = managed(definition);
  const { managedBy } = cluster.machines;
  const { versions } = cluster;
  const { pool } = controlPlane(cluster);
  const contract = bootstrapContract(managedBy, versions.talos);
  return {
    ...TALOS_CONTROL_PLANE,
    metadata: { name: controlPlaneName(cluster), namespace: managedBy.namespace },
    spec: {
      version: versions.kubernetes,
      replicas: pool.count,
      infrastructureTemplate: reference(HCLOUD_MACHINE_TEMPLATE, hcloudMachineTemplateObject(cluster).metadata.name),
      controlPlaneConfig: {
        controlplane: {
          generateType: 'controlplane',
          talosVersion: `v${minorOf(versions.talos)}`,
          hostname: { source: 'InfrastructureName' },
          strategicPatches: controlPlanePatches(cluster, pool, contract).map(patchText),
        },
      },
    },
  };
}

/** The Talos control plane of a cluster. */
export class TalosControlPlane extends Manifest {
  constructor(scope: Construct, id: string, cluster: Cluster) {
    super(scope, id, talosControlPlaneObject(cluster));
  }
}
