import { z } from 'zod';
import { hetznerLimits } from '../../../lib/cluster';
import { addressOf, addressText, contains, overlap, privateRanges, rangeOf, type Range } from './address-space';
import { ApiError, invalidInput, limitExceeded, protectedResource } from './api-error';
import { locations } from './catalogue';
import { labelsShape, nameShape, protectionShape, rename, requireFreeName } from './naming-rules';
import { actionRoute, resourceRoutes } from './resource-routes';
import { bodyOf, findIn, type Call, type Route } from './route';
import { created, type Network, type State } from './state';

// Source: Hetzner Cloud documentation, "Networks", FAQ.
const mostRoutes = 100;

const subnetShape = z.strictObject({
  type: z.enum(['cloud', 'server', 'vswitch']),
  ip_range: z.string().optional(),
  network_zone: z.string(),
  vswitch_id: z.int().optional(),
});
const routeShape = z.strictObject({ destination: z.string(), gateway: z.string() });
const createShape = z.strictObject({
  name: nameShape,
  ip_range: z.string(),
  subnets: z.array(subnetShape).default([]),
  routes: z.array(routeShape).default([]),
  labels: labelsShape,
  expose_routes_to_vswitch: z.boolean().default(false),
});
const rangeShape = z.strictObject({ ip_range: z.string() });
const updateShape = z.strictObject({
  name: nameShape.optional(),
  labels: labelsShape,
  expose_routes_to_vswitch: z.boolean().optional(),
});

export function networkReply(state: State, network: Network) {
  const attached = <Kind extends { readonly id: number }>(all: Iterable<Kind>, networks: (each: Kind) => number[]) =>
    [...all].filter((each) => networks(each).includes(network.id)).map(({ id }) => id);
  return {
    id: network.id,
    name: network.name,
    created,
    ip_range: network.range,
    subnets: network.subnets.map(({ type, range, zone }) => ({
      type,
      ip_range: range,
      network_zone: zone,
      gateway: addressText(required(network.range).first + 1),
    })),
    routes: network.routes,
    servers: attached(state.servers.values(), ({ attachments }) => attachments.map((each) => each.network)),
    load_balancers: attached(state.loadBalancers.values(), ({ attachment }) =>
      attachment ? [attachment.network] : [],
    ),
    protection: { delete: network.protectedFromDeletion },
    labels: network.labels,
    expose_routes_to_vswitch: network.exposeRoutes,
  };
}

/** A range that was checked when it came in. */
export function required(text: string): Range {
  const range = rangeOf(text);
  if (range === undefined) throw invalidInput('ip_range', `not a network in CIDR notation: ${text}`);
  return range;
}

function create(call: Call) {
  const { state } = call;
  const { name, ip_range, subnets, routes, labels = {}, expose_routes_to_vswitch } = bodyOf(call, createShape);
  requireFreeName(state.networks.values(), 'network', name);
  const range = required(ip_range);
  if (range.prefix > 24 || !privateRanges.some((each) => contains(each, range)))
    throw invalidInput('ip_range', 'must be an RFC 1918 network of /24 or larger');
  const network: Network = {
    id: state.nextId(),
    name,
    labels,
    range: ip_range,
    subnets: [],
    routes: [],
    exposeRoutes: expose_routes_to_vswitch,
    protectedFromDeletion: false,
  };
  subnets.forEach((subnet) => {
    addSubnet(network, subnet);
  });
  routes.forEach((route) => {
    addRoute(network, route);
  });
  state.networks.set(network.id, network);
  return { network: networkReply(state, network) };
}

function addSubnet(network: Network, { type, ip_range, network_zone }: z.output<typeof subnetShape>): void {
  if (type === 'vswitch') throw invalidInput('type', 'vSwitches are not part of this test API');
  if (ip_range === undefined) throw invalidInput('ip_range', 'is required by this test API');
  const range = required(ip_range);
  if (!locations.some((location) => location.network_zone === network_zone))
    throw invalidInput('network_zone', `unknown network zone ${network_zone}`);
  if (!contains(required(network.range), range)) throw invalidInput('ip_range', 'is not part of the network');
  if (range.prefix > 30) throw invalidInput('ip_range', 'must be a /30 or larger');
  if (network.subnets.some((subnet) => overlap(required(subnet.range), range)))
    throw invalidInput('ip_range', 'overlaps with another subnet');
  if (network.subnets.some(({ zone }) => zone !== network_zone))
    throw invalidInput('network_zone', 'all subnets of a network are in one network zone');
  if (network.subnets.length >= hetznerLimits.subnetsPerNetwork) throw limitExceeded('subnet');
  network.subnets.push({ type, range: ip_range, zone: network_zone });
}

function deleteSubnet(state: State, network: Network, text: string): void {
  const range = required(text);
  const inside = (ip: string) => {
    const address = addressOf(ip) ?? -1;
    return range.first <= address && address <= range.last;
  };
  const { servers, loadBalancers } = state;
  const used = [
    ...[...servers.values()].flatMap(({ attachments }) => attachments),
    ...[...loadBalancers.values()].flatMap(({ attachment }) => attachment ?? []),
  ].some((each) => each.network === network.id && inside(each.ip));
  if (used) throw new ApiError(409, 'service_error', 'cannot remove subnet because servers are attached to it');
  if (!network.subnets.some((subnet) => subnet.range === text)) throw invalidInput('ip_range', 'no such subnet');
  network.subnets = network.subnets.filter((subnet) => subnet.range !== text);
}

function addRoute(network: Network, route: z.output<typeof routeShape>): void {
  required(route.destination);
  const gateway = addressOf(route.gateway);
  const range = required(network.range);
  if (gateway === undefined || gateway < range.first || gateway > range.last)
    throw invalidInput('gateway', 'is not an address of the network');
  if (network.routes.length >= mostRoutes) throw limitExceeded('route');
  network.routes.push(route);
}

const network = {
  plural: 'networks',
  singular: 'network',
  all: (state: State) => state.networks,
  reply: networkReply,
  release: ({ state }: Call, { id, protectedFromDeletion }: Network) => {
    if (protectedFromDeletion) throw protectedResource('network');
    for (const server of state.servers.values())
      server.attachments = server.attachments.filter((each) => each.network !== id);
    for (const balancer of state.loadBalancers.values())
      if (balancer.attachment?.network === id) balancer.attachment = null;
  },
};

export const networkRoutes: readonly Route[] = [
  { method: 'POST', path: '/networks', handle: create },
  {
    method: 'PUT',
    path: '/networks/:id',
    handle: (call) => {
      const { state } = call;
      const changed = findIn(state.networks, 'network', call.id);
      const update = bodyOf(call, updateShape);
      rename(changed, state.networks.values(), 'network', update);
      changed.exposeRoutes = update.expose_routes_to_vswitch ?? changed.exposeRoutes;
      return { network: networkReply(state, changed) };
    },
  },
  ...resourceRoutes(network),
  actionRoute(network, 'add_subnet', subnetShape, (_, changed, subnet) => {
    addSubnet(changed, subnet);
  }),
  actionRoute(network, 'delete_subnet', rangeShape, ({ state }, changed, { ip_range }) => {
    deleteSubnet(state, changed, ip_range);
  }),
  actionRoute(network, 'add_route', routeShape, (_, changed, route) => {
    addRoute(changed, route);
  }),
  actionRoute(network, 'delete_route', routeShape, (_, changed, { destination }) => {
    changed.routes = changed.routes.filter((each) => each.destination !== destination);
  }),
  actionRoute(network, 'change_ip_range', rangeShape, (_, changed, { ip_range }) => {
    if (!contains(required(ip_range), required(changed.range)))
      throw invalidInput('ip_range', 'a network can only be extended');
    changed.range = ip_range;
  }),
  actionRoute(network, 'change_protection', protectionShape, (_, changed, body) => {
    changed.protectedFromDeletion = body.delete ?? changed.protectedFromDeletion;
  }),
];
