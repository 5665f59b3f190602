import type { Construct } from 'constructs';
import type { KubernetesObject } from '../../artifact';
import { Manifest } from '../../artifact/cdk8s';
import type { Cluster, MachinePool } from '../../cluster';
import { apiVersions, healthCheckFields } from '../contract';
import { hcloudRemediationTemplateObject, rebootOf } from '../hetzner/hcloud-remediation-template';
import { controlPlanePool, managed, workerDefinition } from '../managed';
import { POOL_LABEL, poolName } from '../names';

/**
 * When a machine of a pool counts as broken. Cluster API replaces a worker; of the control plane, the Talos provider up to
 * 0.5 replaces none, so that only a reboot (`reboot`) or a person mends it.
 * Source: CACPPT v0.5.13, which never reads the machines' `OwnerRemediated`.
 *
 * @throws Error where Cluster API does not make the cluster's machines
 */
export function machineHealthCheckObject(definition: Cluster, of?: MachinePool): KubernetesObject {
  const cluster = managed(definition);
  const pool = of ?? controlPlanePool(cluster);
  const { managedBy } = cluster.machines;
  const name = poolName(cluster, pool);
  const check = pool.role === 'worker' ? workerDefinition(cluster, pool).healthCheck : managedBy.healthCheck;
  const remediation =
    rebootOf(cluster, pool) === undefined ? undefined : hcloudRemediationTemplateObject(cluster, pool);
  return {
    apiVersion: apiVersions(cluster).cluster,
    kind: 'MachineHealthCheck',
    metadata: { name: `${name}-mhc`, namespace: managedBy.namespace },
    spec: {
      clusterName: cluster.name,
      selector: {
        matchLabels:
          pool.role === 'worker' ? { [POOL_LABEL]: pool.name } : { 'cluster.x-k8s.io/control-plane-name': name },
      },
      ...healthCheckFields(cluster, check, remediation),
    },
  };
}

/** Finds the broken machines of a pool, the control plane's unless another is named. */
export class MachineHealthCheck extends Manifest {
  constructor(scope: Construct, id: string, cluster: Cluster, pool?: MachinePool) {
    super(scope, id, machineHealthCheckObject(cluster, pool));
  }
}
