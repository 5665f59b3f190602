import type { Construct } from 'constructs';
import type { KubernetesObject } from '../../artifact';
import { Manifest } from '../../artifact/cdk8s';
import type { Cluster, JsonObject } from '../../cluster';
import { apiVersions, versionedReference } from '../contract';
import { machineTemplateObject } from '../machine-template';
import { controlPlanePool, managed, poolDefinition } from '../managed';
import { poolName } from '../names';
import { talosConfigSpec } from './talos-config-spec';

/**
 * The control plane: how many machines, of which template and Kubernetes version, with which Talos patches.
 *
 * @throws Error where Cluster API does not make the cluster's machines
 */
export function talosControlPlaneObject(definition: Cluster): KubernetesObject {
  const cluster = managed(definition);
  const pool = controlPlanePool(cluster);
  return {
    apiVersion: apiVersions(cluster).controlPlane,
    kind: 'TalosControlPlane',
    metadata: { name: poolName(cluster, pool), namespace: cluster.machines.managedBy.namespace },
    spec: {
      version: cluster.versions.kubernetes,
      replicas: pool.count,
      infrastructureTemplate: versionedReference(machineTemplateObject(cluster, pool)),
      controlPlaneConfig: { controlplane: talosConfigSpec(cluster, pool) },
      rolloutStrategy: rolloutStrategy(poolDefinition(cluster, pool).rollout),
    },
  };
}

/** How changed machines come to the control plane; the provider's own way where the definition has none. */
function rolloutStrategy(
  rollout: { readonly kind: string; readonly maxSurge?: number | undefined } | undefined,
): JsonObject | undefined {
  if (rollout === undefined) return undefined;
  return rollout.kind === 'on-delete'
    ? { type: 'OnDelete' }
    : { type: 'RollingUpdate', rollingUpdate: { maxSurge: rollout.maxSurge } };
}

/** The Talos control plane of a cluster. */
export class TalosControlPlane extends Manifest {
  constructor(scope: Construct, id: string, cluster: Cluster) {
    super(scope, id, talosControlPlaneObject(cluster));
  }
}
