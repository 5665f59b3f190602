import { placeList, type MachinePool, type ManagedCluster } from '../../cluster';
import { isOnHetzner, workerDefinition, type WorkerDefinition } from '../managed';
import { poolName } from '../names';
import { zoneName } from '../vsphere/failure-domain';

/** A part of a worker pool that stands in one place: one MachineDeployment. */
export interface Deployment {
  readonly name: string;
  /** Where Cluster API puts the machines; undefined for the infrastructure's only place. */
  readonly failureDomain: string | undefined;
  /** How many machines; undefined where the autoscaler decides. */
  readonly replicas: number | undefined;
  readonly autoscale: { readonly min: number; readonly max: number } | undefined;
}

/**
 * The MachineDeployments of a worker pool: one, or one for each of the places that it lists. Its machines are divided
 * evenly, what is left over goes to the places named first.
 *
 * @throws Error for a control plane pool, or one of another cluster
 */
export function deploymentsOf(cluster: ManagedCluster, pool: MachinePool): readonly Deployment[] {
  const definition = workerDefinition(cluster, pool);
  const name = poolName(cluster, pool);
  const place = placeOf(definition);
  const places = place === undefined ? [undefined] : placeList(place);
  return places.map((failureDomain, i) => {
    const share = (total: number): number => shareOf(total, i, places.length);
    const { count, autoscale } = definition;
    return {
      // a list of one keeps its name when a second joins
      name: typeof place === 'object' && failureDomain !== undefined ? `${name}-${failureDomain}` : name,
      failureDomain:
        failureDomain === undefined || isOnHetzner(cluster) ? failureDomain : zoneName(cluster, failureDomain),
      replicas: count === undefined ? undefined : share(count),
      autoscale: autoscale && { min: share(autoscale.min), max: share(autoscale.max) },
    };
  });
}

function placeOf(definition: WorkerDefinition): string | readonly string[] | undefined {
  return 'location' in definition ? definition.location : definition.zone;
}

function shareOf(total: number, index: number, parts: number): number {
  return Math.floor(total / parts) + (index < total % parts ? 1 : 0);
}
