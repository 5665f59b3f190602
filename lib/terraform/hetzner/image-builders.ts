import { hetznerArchitecture, hetznerLocation, isHetznerUpload, placeList, type Cluster } from '../../cluster';
import type { Architecture } from '../../talos';

/** The kinds of processors that a cluster's images are for, in order, each with a location where a server of it can be made. */
export function imageBuilders({ machines }: Cluster): ReadonlyMap<Architecture, string> {
  const found = new Map<Architecture, string>();
  for (const [type, location] of placesOf(machines)) {
    const architecture = hetznerArchitecture(type);
    if (location !== undefined && !found.has(architecture)) found.set(architecture, location);
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Types and locations of all servers, in the order of the definition. */
function placesOf(machines: Cluster['machines']): (readonly [type: string, location: string | undefined])[] {
  if (machines.kind === 'hetzner') {
    return Object.values(machines.pools).flatMap(({ type, location }) =>
      placeList(location).map((place) => [type, place] as const),
    );
  }
  if (machines.kind !== 'hetzner-machines') return [];
  const wanted = isHetznerUpload(machines.image) ? machines.image.location : undefined;
  return Object.values(machines.pools).flatMap((pool) =>
    Object.keys(pool.machines).map((key) => [pool.type, wanted ?? hetznerLocation(pool, key)] as const),
  );
}
