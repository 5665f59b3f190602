import { hetznerLoadBalancers, hetznerLocations, hetznerServerTypes } from '../../../lib/cluster';
import { notFound } from './api-error';
import { page } from './listing';
import type { Call, Route } from './route';

interface Entry {
  readonly id: number;
  readonly name: string;
}

const price = { net: '1.0000', gross: '1.1900' };
const priceIn = (location: string) => ({
  location,
  price_hourly: price,
  price_monthly: price,
  included_traffic: 0,
  price_per_tb_traffic: price,
});

const numbered = <Item>(record: Readonly<Record<string, Item>>) =>
  Object.entries(record).map(([name, item], index) => ({ id: index + 1, name, item }));

export const locations = numbered(hetznerLocations).map(({ id, name, item }) => ({
  id,
  name,
  description: name,
  country: 'DE',
  city: name,
  latitude: 0,
  longitude: 0,
  network_zone: item,
}));

const datacenters = locations.map((location) => ({
  id: location.id,
  name: `${location.name}-dc1`,
  description: location.name,
  location,
}));

/** Of the library's catalogue, whose facts its rules use; sizes other than the disk play no part here. */
export const serverTypes = numbered(hetznerServerTypes).map(({ id, name, item }) => {
  const deprecation = item.deprecated && {
    announced: `${item.deprecated.when.announced}T00:00:00+00:00`,
    unavailable_after: `${item.deprecated.when.unavailableAfter}T00:00:00+00:00`,
  };
  const leaving = item.deprecated?.locations ?? [];
  const sold = [...new Set([...item.locations, ...leaving])];
  return {
    id,
    name,
    description: name,
    category: 'shared',
    cores: 2,
    memory: 4,
    disk: item.disk,
    storage_type: 'local',
    cpu_type: 'shared',
    architecture: item.architecture === 'arm64' ? 'arm' : 'x86',
    included_traffic: 0,
    prices: sold.map(priceIn),
    deprecated: false,
    deprecation: null,
    locations: locations
      .filter((location) => sold.includes(location.name))
      .map((location) => ({
        id: location.id,
        name: location.name,
        recommended: item.locations.includes(location.name),
        available: item.locations.includes(location.name),
        deprecation: leaving.includes(location.name) ? deprecation : null,
      })),
  };
});

export const loadBalancerTypes = numbered(hetznerLoadBalancers).map(({ id, name, item }) => ({
  id,
  name,
  description: name,
  max_services: item.services,
  max_targets: item.targets,
  max_connections: 10_000,
  max_assigned_certificates: 10,
  prices: locations.map((location) => priceIn(location.name)),
  deprecation: null,
  deprecated: null,
}));

/** An entry of the catalogue by name or by number, as the API takes either. */
export function lookUp<Kind extends Entry>(entries: readonly Kind[], name: string | number): Kind | undefined {
  return entries.find((entry) => entry.name === String(name) || String(entry.id) === String(name));
}

function routesOf(key: string, one: string, entries: readonly Entry[]): Route[] {
  return [
    {
      method: 'GET',
      path: `/${key}`,
      handle: ({ query }: Call) => {
        const name = query.get('name');
        const found = entries.filter((entry) => name === null || entry.name === name);
        return page(key, found, query);
      },
    },
    {
      method: 'GET',
      path: `/${key}/:id`,
      handle: ({ id }: Call) => {
        const entry = entries.find((each) => each.id === id);
        if (entry === undefined) throw notFound(one, id);
        return { [one]: entry };
      },
    },
  ];
}

export const catalogueRoutes: readonly Route[] = [
  ...routesOf('locations', 'location', locations),
  ...routesOf('datacenters', 'datacenter', datacenters),
  ...routesOf('server_types', 'server_type', serverTypes),
  ...routesOf('load_balancer_types', 'load_balancer_type', loadBalancerTypes),
];
