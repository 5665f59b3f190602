import { hetznerLocations, hetznerServerTypes, type HetznerServerType } from '../catalogue/hetzner';
import { nearest } from '../nearest';
import type { Problem } from '../problem';

const zones = [...new Set(Object.values(hetznerLocations))];
const locations = Object.keys(hetznerLocations);
const types = Object.keys(hetznerServerTypes);

/** What a server type is in a location. */
type Sale = 'sold' | 'deprecated' | 'absent';

/** Architecture of a server type. */
export function hetznerArchitecture(type: string): 'amd64' | 'arm64' {
  // a type that the catalogue does not know has been reported; the line of names still tells
  return hetznerServerTypes[type]?.architecture ?? (type.startsWith('cax') ? 'arm64' : 'amd64');
}

/** The type with the smallest disk that a location sells: what is made on it boots on every other. */
export function smallestHetznerType(architecture: 'amd64' | 'arm64', location: string): string | undefined {
  const sold = Object.entries(hetznerServerTypes).filter(
    ([, type]) => type.architecture === architecture && saleOf(type, location) === 'sold',
  );
  return sold.sort(([a, x], [b, y]) => x.disk - y.disk || (a < b ? -1 : 1))[0]?.[0];
}

export function zoneProblems(path: string, zone: string): Problem[] {
  if (zones.includes(zone)) return [];
  return [
    {
      path,
      what: 'unknown network zone',
      got: zone,
      allowed: zones.join(', '),
      fix: `did you mean ${nearest(zone, zones)}?`,
    },
  ];
}

/** A location that does not exist. */
export function knownLocationProblems(path: string, location: string): Problem[] {
  if (location in hetznerLocations) return [];
  return [
    {
      path,
      what: 'unknown location',
      got: location,
      allowed: locations.join(', '),
      fix: `did you mean ${nearest(location, locations)}?`,
    },
  ];
}

/** A location that does not exist, or lies outside the network's zone. */
export function locationProblems(path: string, location: string, networkZone: string): Problem[] {
  const zone = hetznerLocations[location];
  if (zone === undefined) return knownLocationProblems(path, location);
  if (zone === networkZone || !zones.includes(networkZone)) return [];
  return [
    {
      path,
      what: `the location is in zone ${zone}, the network in ${networkZone}`,
      got: location,
      allowed: locations.filter((l) => hetznerLocations[l] === networkZone).join(', '),
      fix: 'choose a location of the network zone, or move the network',
    },
  ];
}

/** A server type that does not exist. */
export function typeProblems(path: string, name: string): Problem[] {
  if (name in hetznerServerTypes) return [];
  return [
    {
      path,
      what: 'unknown server type',
      got: name,
      allowed: types.join(', '),
      fix: `did you mean ${nearNames(name).join(', ')}?`,
    },
  ];
}

/** A location that does not have the server type. */
export function saleProblems(path: string, name: string, location: string): Problem[] {
  const type = hetznerServerTypes[name];
  if (type === undefined || hetznerLocations[location] === undefined || saleOf(type, location) !== 'absent') return [];
  const where = [...type.locations, ...(type.deprecated?.locations ?? [])];
  const here = soldIn(location, type.architecture);
  return [
    {
      path,
      what: `location ${location} does not have this server type`,
      got: name,
      allowed: here.join(', '),
      fix: `choose one of them${here.length === 0 ? '' : `, such as ${nearest(name, here)}`}, or a location that has ${name}: ${where.join(', ')}`,
    },
  ];
}

/** A server type that a location will not sell much longer, or no longer does; its servers keep running. */
export function deprecationWarnings(path: string, name: string, location: string): Problem[] {
  const type = hetznerServerTypes[name];
  if (type?.deprecated === undefined || saleOf(type, location) !== 'deprecated') return [];
  const { when } = type.deprecated;
  const here = soldIn(location, type.architecture).filter((other) => familyOf(other) === familyOf(name));
  return [
    {
      path,
      what: `deprecated in ${location} since ${when.announced}: no server of this type can be made after ${when.unavailableAfter}`,
      got: name,
      fix: `change it${here.length === 0 ? '' : `, to ${successorOf(name, here)} for example`}, before a machine has to be made again`,
    },
  ];
}

function saleOf(type: HetznerServerType, location: string): Sale {
  if (type.locations.includes(location)) return 'sold';
  return type.deprecated?.locations.includes(location) === true ? 'deprecated' : 'absent';
}

function soldIn(location: string, architecture: HetznerServerType['architecture']): string[] {
  return types.filter((name) => {
    const type = hetznerServerTypes[name];
    return type?.architecture === architecture && saleOf(type, location) === 'sold';
  });
}

/** The three known names that are most like a misspelled one. */
function nearNames(name: string): string[] {
  const left = [...types];
  return Array.from({ length: 3 }, () => {
    const next = nearest(name, left);
    left.splice(left.indexOf(next), 1);
    return next;
  });
}

function familyOf(name: string): string {
  return name.replace(/\d+$/, '');
}

/** The type of the same family with a disk that is as large. */
function successorOf(name: string, candidates: readonly string[]): string {
  const disk = hetznerServerTypes[name]?.disk ?? 0;
  return candidates.find((other) => (hetznerServerTypes[other]?.disk ?? 0) >= disk) ?? nearest(name, candidates);
}
