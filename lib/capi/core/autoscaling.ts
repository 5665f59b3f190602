import { type JsonObject, type ManagedCluster, type MachinePool } from '../../cluster';
import { workerDefinition } from '../managed';
import type { Deployment } from './deployments';

const SIZE = 'cluster.x-k8s.io/cluster-api-autoscaler-node-group';
const CAPACITY = 'capacity.cluster-autoscaler.kubernetes.io';

/**
 * The annotations by which the cluster autoscaler sizes a MachineDeployment: its limits, and what a node will be like while
 * there is none to look at. CAPH reports the hardware of a server type itself; CAPV does not.
 * Source: cluster-autoscaler `cloudprovider/clusterapi`, README.
 */
export function autoscalingAnnotations(
  cluster: ManagedCluster,
  pool: MachinePool,
  { autoscale }: Deployment,
): Readonly<Record<string, string>> | undefined {
  if (autoscale === undefined) return undefined;
  const definition = workerDefinition(cluster, pool);
  const { labels, taints } = definition;
  return unsetOut({
    [`${SIZE}-min-size`]: String(autoscale.min),
    [`${SIZE}-max-size`]: String(autoscale.max),
    ...('cpus' in definition && {
      [`${CAPACITY}/cpu`]: String(definition.cpus),
      [`${CAPACITY}/memory`]: definition.memory.toQuantity(),
      [`${CAPACITY}/ephemeral-disk`]: definition.disk.toQuantity(),
    }),
    [`${CAPACITY}/labels`]: joined(Object.entries(labels).map(([key, value]) => `${key}=${value}`)),
    [`${CAPACITY}/taints`]: joined(taints.map(({ key, value, effect }) => `${key}=${value}:${effect}`)),
  });
}

function joined(parts: readonly string[]): string | undefined {
  return parts.length === 0 ? undefined : parts.join(',');
}

function unsetOut(annotations: JsonObject): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(annotations).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
