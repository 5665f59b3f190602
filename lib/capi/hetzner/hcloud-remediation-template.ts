import type { Construct } from 'constructs';
import type { KubernetesObject } from '../../artifact';
import { Manifest } from '../../artifact/cdk8s';
import type { Cluster, MachinePool, ManagedCluster, Reboot } from '../../cluster';
import { apiVersions } from '../contract';
import { isOnHetzner, onHetzner, poolDefinition } from '../managed';
import { poolName } from '../names';

/** How often a broken server of a pool is rebooted before its machine is given up; undefined where it is never. */
export function rebootOf(cluster: ManagedCluster, pool: MachinePool): Reboot | undefined {
  if (!isOnHetzner(cluster)) return undefined;
  const definition = poolDefinition(cluster, pool);
  const check = definition.role === 'worker' ? definition.healthCheck : cluster.machines.managedBy.healthCheck;
  return check.reboot;
}

/**
 * Reboots a broken server of a pool, and gives its machine up after that. A health check copies it, so that it may change.
 *
 * @throws Error where the pool's health check does not reboot, or Cluster API does not make the machines on Hetzner
 */
export function hcloudRemediationTemplateObject(definition: Cluster, pool: MachinePool): KubernetesObject {
  const cluster = onHetzner(definition);
  const reboot = rebootOf(cluster, pool);
  if (reboot === undefined) {
    throw new Error(`the health check of pool ${pool.name} does not reboot, got no reboot; give it one`);
  }
  return {
    apiVersion: apiVersions(cluster).infrastructure,
    kind: 'HCloudRemediationTemplate',
    metadata: { name: `${poolName(cluster, pool)}-reboot`, namespace: cluster.machines.managedBy.namespace },
    spec: {
      template: {
        spec: { strategy: { type: 'Reboot', retryLimit: reboot.retries, timeout: reboot.timeout.toGoString() } },
      },
    },
  };
}

/** How a broken server of a pool is rebooted. */
export class HCloudRemediationTemplate extends Manifest {
  constructor(scope: Construct, id: string, cluster: Cluster, pool: MachinePool) {
    super(scope, id, hcloudRemediationTemplateObject(cluster, pool));
  }
}
