import type { Construct } from 'constructs';
import type { KubernetesObject } from '../../artifact';
import { Manifest } from '../../artifact/cdk8s';
import { comesFromMachine, type Cluster, type MachinePool } from '../../cluster';
import { apiVersions, drainFields, reference, rolloutFields } from '../contract';
import { machineTemplateObject } from '../machine-template';
import { managed, workerDefinition } from '../managed';
import { POOL_LABEL } from '../names';
import { talosConfigTemplateObject } from '../talos/talos-config-template';
import { autoscalingAnnotations } from './autoscaling';
import type { Deployment } from './deployments';

/**
 * A worker pool, or the part of it in one place: how many machines, of which templates, and how changes come to them.
 *
 * @throws Error for a pool that has no workers, or where Cluster API does not make the cluster's machines
 */
export function machineDeploymentObject(
  definition: Cluster,
  pool: MachinePool,
  deployment: Deployment,
): KubernetesObject {
  const cluster = managed(definition);
  const { labels, rollout, drainTimeout } = workerDefinition(cluster, pool);
  // the selector that Cluster API fills in where it is empty
  const selector = {
    'cluster.x-k8s.io/cluster-name': cluster.name,
    'cluster.x-k8s.io/deployment-name': deployment.name,
  };
  const nodeLabels = Object.fromEntries(Object.entries(labels).filter(([key]) => comesFromMachine(key)));
  return {
    apiVersion: apiVersions(cluster).cluster,
    kind: 'MachineDeployment',
    metadata: {
      name: deployment.name,
      namespace: cluster.machines.managedBy.namespace,
      annotations: autoscalingAnnotations(cluster, pool, deployment),
    },
    spec: {
      clusterName: cluster.name,
      // the autoscaler owns the number that is not written
      replicas: deployment.replicas,
      selector: { matchLabels: selector },
      ...rolloutFields(cluster, rollout),
      template: {
        metadata: { labels: { ...selector, [POOL_LABEL]: pool.name, ...nodeLabels } },
        spec: {
          clusterName: cluster.name,
          version: cluster.versions.kubernetes,
          failureDomain: deployment.failureDomain,
          bootstrap: { configRef: reference(cluster, talosConfigTemplateObject(cluster, pool)) },
          infrastructureRef: reference(cluster, machineTemplateObject(cluster, pool)),
          ...drainFields(cluster, drainTimeout),
        },
      },
    },
  };
}

/** The machines of a worker pool in one place. */
export class MachineDeployment extends Manifest {
  constructor(scope: Construct, id: string, cluster: Cluster, pool: MachinePool, deployment: Deployment) {
    super(scope, id, machineDeploymentObject(cluster, pool, deployment));
  }
}
