import type { Problem } from '../problem';
import { isHetznerUpload } from './hetzner-image';
import type { HetznerMachinesInfrastructure } from './hetzner-machines';
import { hetznerArchitecture, knownLocationProblems, smallestHetznerType } from './hetzner-types';

/** The server that takes a snapshot in may stand anywhere, but has to be sold there. */
export function imageProblems({ image, pools }: HetznerMachinesInfrastructure): Problem[] {
  if (!isHetznerUpload(image) || image.location === undefined) return [];
  const { location } = image;
  const path = 'machines.image.location';
  const unknown = knownLocationProblems(path, location);
  if (unknown.length > 0) return unknown;
  const architectures = [...new Set(Object.values(pools).map(({ type }) => hetznerArchitecture(type)))].sort();
  return architectures
    .filter((architecture) => smallestHetznerType(architecture, location) === undefined)
    .map((architecture) => ({
      path,
      what: `no server type for ${architecture} is sold there, which machines of the cluster are`,
      got: location,
      fix: 'choose a location of such machines, or leave it out',
    }));
}
