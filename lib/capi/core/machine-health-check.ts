import type { Construct } from 'constructs';
import type { KubernetesObject } from '../../artifact';
import { Manifest } from '../../artifact/cdk8s';
import type { Cluster } from '../../cluster';
import { apiVersions } from '../contract';
import { managed } from '../managed';
import { controlPlaneName } from '../names';

/**
 * When a control plane machine counts as broken and is replaced. Durations are in the form that the controller writes
 * back: any other would show as drift.
 *
 * @throws Error where Cluster API does not make the cluster's machines
 */
export function machineHealthCheckObject(definition: Cluster): KubernetesObject {
  const cluster = managed(definition);
  const { healthCheck, namespace } = cluster.machines.managedBy;
  const controlPlane = controlPlaneName(cluster);
  const timeout = healthCheck.unhealthyAfter.toGoString();
  return {
    apiVersion: apiVersions.cluster,
    kind: 'MachineHealthCheck',
    metadata: { name: `${controlPlane}-mhc`, namespace },
    spec: {
      clusterName: cluster.name,
      maxUnhealthy: healthCheck.maxUnhealthy,
      nodeStartupTimeout: healthCheck.nodeStartupTimeout.toGoString(),
      selector: { matchLabels: { 'cluster.x-k8s.io/control-plane-name': controlPlane } },
      unhealthyConditions: ['False', 'Unknown'].map((status) => ({ type: 'Ready', status, timeout })),
    },
  };
}

/** Replaces broken control plane machines. */
export class MachineHealthCheck extends Manifest {
  constructor(scope: Construct, id: string, cluster: Cluster) {
    super(scope, id, machineHealthCheckObject(cluster));
  }
}
