import { createHash } from 'node:crypto';
import { z } from 'zod';
import { hetznerLimits } from '../../../lib/cluster';
import { ApiError, invalidInput, protectedResource, refused } from './api-error';
import { locations, lookUp, serverTypes } from './catalogue';
import { firewallsOf } from './firewalls';
import { imageReply } from './images';
import { hostNameShape, labelsShape, requireFreeName } from './naming-rules';
import { placementGroupReply, requireRoom } from './placement-groups';
import { assignNew, primaryIpOf } from './primary-ips';
import { attach } from './private-addresses';
import { bodyOf, findIn, type Call } from './route';
import { created, type Server, type State } from './state';

const idOrName = z.union([z.int(), z.string()]);
const createShape = z.strictObject({
  name: hostNameShape,
  server_type: idOrName,
  image: idOrName,
  ssh_keys: z.array(z.int()).default([]),
  location: z.string().default('fsn1'),
  user_data: z.string().default(''),
  start_after_create: z.boolean().default(true),
  labels: labelsShape,
  networks: z.array(z.int()).default([]),
  firewalls: z.array(z.strictObject({ firewall: z.int() })).default([]),
  placement_group: z.int().optional(),
  public_net: z
    .strictObject({
      enable_ipv4: z.boolean(),
      enable_ipv6: z.boolean(),
      ipv4: z.int().optional(),
      ipv6: z.int().optional(),
    })
    .default({ enable_ipv4: true, enable_ipv6: true }),
});
type CreateBody = z.output<typeof createShape>;

export function serverReply(state: State, server: Server) {
  const v4 = primaryIpOf(state, server, 'ipv4');
  const v6 = primaryIpOf(state, server, 'ipv6');
  const group = server.placementGroup === null ? undefined : state.placementGroups.get(server.placementGroup);
  const image = state.images.get(server.image);
  const type = lookUp(serverTypes, server.type);
  return {
    id: server.id,
    name: server.name,
    status: server.status,
    created,
    public_net: {
      ipv4: v4 === undefined ? null : { id: v4.id, ip: v4.ip, blocked: false, dns_ptr: '' },
      ipv6: v6 === undefined ? null : { id: v6.id, ip: v6.ip, blocked: false, dns_ptr: [] },
      floating_ips: [],
      firewalls: firewallsOf(state, server).map(({ id }) => ({ id, status: 'applied' })),
    },
    private_net: server.attachments.map(({ network, ip, aliasIps, mac }) => ({
      network,
      ip,
      alias_ips: aliasIps,
      mac_address: mac,
    })),
    server_type: type,
    included_traffic: 0,
    outgoing_traffic: 0,
    ingoing_traffic: 0,
    backup_window: null,
    rescue_enabled: false,
    iso: null,
    locked: false,
    location: lookUp(locations, server.location),
    image: image === undefined ? null : imageReply(state, image),
    protection: server.protection,
    labels: server.labels,
    volumes: [...state.volumes.values()].filter((volume) => volume.server === server.id).map(({ id }) => id),
    primary_disk_size: type?.disk ?? 0,
    placement_group: group === undefined ? null : placementGroupReply(state, group),
    load_balancers: [],
  };
}

export function createServer(call: Call) {
  const { state, actions } = call;
  const body = bodyOf(call, createShape);
  requireFreeName(state.servers.values(), 'server', body.name);
  if (Buffer.byteLength(body.user_data) > hetznerLimits.userData)
    throw invalidInput('user_data', `must not be longer than ${String(hetznerLimits.userData)} bytes`);
  const { type, location, image } = requireBootable(state, body);
  if (body.placement_group !== undefined) requireRoom(state, body.placement_group);
  body.ssh_keys.forEach((id) => findIn(state.sshKeys, 'ssh_key', id));
  body.firewalls.forEach(({ firewall }) => findIn(state.firewalls, 'firewall', firewall));

  const server: Server = {
    id: state.nextId(),
    name: body.name,
    labels: body.labels ?? {},
    type,
    location,
    image,
    userData: body.user_data,
    sshKeys: body.ssh_keys,
    status: body.start_after_create ? 'running' : 'off',
    placementGroup: body.placement_group ?? null,
    attachments: [],
    protection: { delete: false, rebuild: false },
  };
  for (const id of body.networks) attachServer(state, server, id, {});
  const { enable_ipv4, enable_ipv6, ipv4, ipv6 } = body.public_net;
  if (!enable_ipv4 && !enable_ipv6 && body.networks.length === 0 && body.start_after_create)
    throw invalidInput('public_net', 'a server without public net and without networks cannot be started');
  if (enable_ipv4) assignNew(state, server, 'ipv4', ipv4);
  if (enable_ipv6) assignNew(state, server, 'ipv6', ipv6);
  for (const { firewall } of body.firewalls)
    findIn(state.firewalls, 'firewall', firewall).appliedTo.push({ kind: 'server', server: server.id });
  state.servers.set(server.id, server);
  const self = { type: 'server', id: server.id };
  const next = body.start_after_create ? [actions.start('start_server', self)] : [];
  return {
    server: serverReply(state, server),
    action: actions.start('create_server', self),
    next_actions: next,
    root_password: body.ssh_keys.length === 0 ? 'of-the-test' : null,
  };
}

/** That the type exists, is sold in the location, and boots the image. */
function requireBootable(state: State, body: CreateBody) {
  const type = lookUp(serverTypes, body.server_type);
  if (type === undefined) throw invalidInput('server_type', `server type ${String(body.server_type)} not found`);
  const location = lookUp(locations, body.location);
  if (location === undefined) throw invalidInput('location', `location ${body.location} not found`);
  if (!type.locations.some(({ name, available }) => name === location.name && available))
    throw new ApiError(412, 'resource_unavailable', `server type ${type.name} is not available in ${location.name}`);
  const image = [...state.images.values()].find(
    ({ id, name, architecture }) =>
      id === Number(body.image) || (name === body.image && architecture === type.architecture),
  );
  if (image === undefined) throw invalidInput('image', `image ${String(body.image)} not found`);
  if (image.architecture !== type.architecture)
    throw invalidInput('image', `image is for ${image.architecture}, the server type is ${type.architecture}`);
  if (image.disk > type.disk) throw invalidInput('image', 'image does not fit on the disk of the server type');
  return { type: type.name, location: location.name, image: image.id };
}

/** Attaches a server to a network, with an address that is derived from its names where none is given. */
export function attachServer(
  state: State,
  server: Server,
  id: number,
  wanted: {
    readonly ip?: string | undefined;
    readonly range?: string | undefined;
    readonly aliasIps?: readonly string[];
  },
): void {
  const network = findIn(state.networks, 'network', id);
  if (server.attachments.some((each) => each.network === id))
    throw refused('server_already_attached', 'server is already attached to the network');
  const attachment = attach(state, network, server.location, wanted);
  const digest = createHash('sha256')
    .update(`${String(server.id)} ${String(id)}`)
    .digest('hex');
  const mac = `86:00:00:${digest.slice(0, 6).replaceAll(/(..)(?!$)/g, '$1:')}`;
  server.attachments.push({ ...attachment, mac, aliasIps: wanted.aliasIps ?? [] });
}

/** Lets go of what a server holds before it is deleted. */
export function releaseServer({ state }: Call, server: Server): void {
  if (server.protection.delete) throw protectedResource('server');
  for (const ip of [...state.primaryIps.values()].filter(({ assignee }) => assignee === server.id)) {
    if (ip.autoDelete) state.primaryIps.delete(ip.id);
    else ip.assignee = null;
  }
  for (const volume of state.volumes.values()) if (volume.server === server.id) volume.server = null;
  const keep = (each: { readonly kind: string; readonly server?: number }) => each.server !== server.id;
  for (const firewall of state.firewalls.values()) firewall.appliedTo = firewall.appliedTo.filter(keep);
  for (const balancer of state.loadBalancers.values()) balancer.targets = balancer.targets.filter(keep);
}
