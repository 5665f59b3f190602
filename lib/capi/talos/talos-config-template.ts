import type { Construct } from 'constructs';
import type { KubernetesObject } from '../../artifact';
import { Manifest } from '../../artifact/cdk8s';
import type { Cluster, MachinePool } from '../../cluster';
import { apiVersions } from '../contract';
import { managed, workerDefinition } from '../managed';
import { templateName } from '../names';
import { talosConfigSpec } from './talos-config-spec';

/**
 * The Talos configuration of a worker pool's machines. A template that changes in place reaches new machines alone, hence
 * the hash in its name: another configuration is another template, and the pool rolls.
 *
 * @throws Error for a control plane pool, or where Cluster API does not make the cluster's machines
 */
export function talosConfigTemplateObject(definition: Cluster, pool: MachinePool): KubernetesObject {
  const cluster = managed(definition);
  workerDefinition(cluster, pool);
  const spec = { template: { spec: talosConfigSpec(cluster, pool) } };
  return {
    apiVersion: apiVersions(cluster).bootstrap,
    kind: 'TalosConfigTemplate',
    metadata: { name: templateName(cluster, pool.name, spec), namespace: cluster.machines.managedBy.namespace },
    spec,
  };
}

/** The Talos configuration of a worker pool's machines. */
export class TalosConfigTemplate extends Manifest {
  constructor(scope: Construct, id: string, cluster: Cluster, pool: MachinePool) {
    super(scope, id, talosConfigTemplateObject(cluster, pool));
  }
}
