import { z } from 'zod';
import { addressOf, addressText } from './address-space';
import { ApiError, invalidInput, protectedResource, refused } from './api-error';
import { locations, lookUp } from './catalogue';
import { labelsShape, nameShape, protectionShape, rename, requireFreeName } from './naming-rules';
import { actionRoute, resourceRoutes } from './resource-routes';
import { bodyOf, findIn, type Call, type Route } from './route';
import { created, type PrimaryIp, type Server, type State } from './state';

const createShape = z.strictObject({
  name: nameShape,
  type: z.enum(['ipv4', 'ipv6']),
  assignee_type: z.literal('server').default('server'),
  assignee_id: z.int().optional(),
  labels: labelsShape,
  auto_delete: z.boolean().default(false),
  location: z.string().optional(),
});
const updateShape = z.strictObject({
  name: nameShape.optional(),
  labels: labelsShape,
  auto_delete: z.boolean().optional(),
});

function primaryIpReply(_: State, address: PrimaryIp) {
  return {
    id: address.id,
    ip: address.ip,
    labels: address.labels,
    name: address.name,
    type: address.type,
    protection: { delete: address.protectedFromDeletion },
    dns_ptr: [],
    assignee_id: address.assignee,
    assignee_type: 'server',
    auto_delete: address.autoDelete,
    blocked: false,
    created,
    location: lookUp(locations, address.location),
  };
}

export function primaryIpOf(state: State, server: Server, type: PrimaryIp['type']): PrimaryIp | undefined {
  return [...state.primaryIps.values()].find((each) => each.assignee === server.id && each.type === type);
}

/** Gives a new server the address with an id, or one of its own that goes when it goes. */
export function assignNew(state: State, server: Server, type: PrimaryIp['type'], id: number | undefined): void {
  const address =
    id === undefined ? newAddress(state, type, server.location) : findIn(state.primaryIps, 'primary_ip', id);
  if (id === undefined) {
    address.autoDelete = true;
    address.name = `primary_ip-${String(address.id)}`;
  }
  assign(state, server, address, type);
}

function assign(state: State, server: Server, address: PrimaryIp, type: PrimaryIp['type']): void {
  if (address.type !== type) throw refused('primary_ip_version_mismatch', 'primary IP is of another version');
  if (address.assignee !== null) throw refused('primary_ip_assigned', 'primary IP is already assigned');
  if (address.location !== server.location)
    throw refused('primary_ip_datacenter_mismatch', 'primary IP is in another location');
  if (primaryIpOf(state, server, type) !== undefined)
    throw refused(`server_has_${type}`, `server already has a primary ${type}`);
  address.assignee = server.id;
}

/** Of the documentation ranges, by number. */
export function documentationAddress(number: number): string {
  return addressText((addressOf('198.18.0.0') ?? 0) + number);
}

function newAddress(state: State, type: PrimaryIp['type'], location: string): PrimaryIp {
  const id = state.nextId();
  const address: PrimaryIp = {
    id,
    name: '',
    labels: {},
    type,
    ip: type === 'ipv4' ? documentationAddress(id) : `2001:db8:${id.toString(16)}::/64`,
    location,
    assignee: null,
    autoDelete: false,
    protectedFromDeletion: false,
  };
  state.primaryIps.set(id, address);
  return address;
}

function create(call: Call) {
  const { state, actions } = call;
  const { name, type, assignee_id, labels = {}, auto_delete, location } = bodyOf(call, createShape);
  requireFreeName(state.primaryIps.values(), 'primary_ip', name);
  const assignee = assignee_id === undefined ? undefined : findIn(state.servers, 'server', assignee_id);
  const place = lookUp(locations, location ?? assignee?.location ?? '');
  if (place === undefined) throw invalidInput('location', 'one of location and assignee_id is required');
  const address = newAddress(state, type, place.name);
  Object.assign(address, { name, labels, autoDelete: auto_delete });
  if (assignee !== undefined) assign(state, assignee, address, type);
  return {
    primary_ip: primaryIpReply(state, address),
    action: assignee && actions.start('assign_primary_ip', { type: 'server', id: assignee.id }),
  };
}

const primaryIp = {
  plural: 'primary_ips',
  singular: 'primary_ip',
  all: (state: State) => state.primaryIps,
  reply: primaryIpReply,
  filter: ({ ip }: PrimaryIp, query: URLSearchParams) => !query.has('ip') || query.get('ip') === ip,
  release: (_: Call, { protectedFromDeletion, assignee }: PrimaryIp) => {
    if (protectedFromDeletion) throw protectedResource('primary_ip');
    if (assignee !== null) throw new ApiError(409, 'must_be_unassigned', 'primary IP must be unassigned to be deleted');
  },
};

export const primaryIpRoutes: readonly Route[] = [
  { method: 'POST', path: '/primary_ips', handle: create },
  {
    method: 'PUT',
    path: '/primary_ips/:id',
    handle: (call) => {
      const address = findIn(call.state.primaryIps, 'primary_ip', call.id);
      const update = bodyOf(call, updateShape);
      rename(address, call.state.primaryIps.values(), 'primary_ip', update);
      address.autoDelete = update.auto_delete ?? address.autoDelete;
      return { primary_ip: primaryIpReply(call.state, address) };
    },
  },
  ...resourceRoutes(primaryIp),
  actionRoute(
    primaryIp,
    'assign',
    z.strictObject({ assignee_id: z.int(), assignee_type: z.literal('server') }),
    ({ state }, address, { assignee_id }) => {
      const server = findIn(state.servers, 'server', assignee_id);
      if (server.status !== 'off') throw refused('server_not_stopped', 'server must be stopped');
      assign(state, server, address, address.type);
    },
  ),
  actionRoute(primaryIp, 'unassign', z.strictObject({}), ({ state }, address) => {
    if (state.servers.get(address.assignee ?? 0)?.status === 'running')
      throw refused('server_not_stopped', 'server must be stopped');
    address.assignee = null;
  }),
  actionRoute(primaryIp, 'change_protection', protectionShape, (_, address, body) => {
    address.protectedFromDeletion = body.delete ?? address.protectedFromDeletion;
  }),
];
