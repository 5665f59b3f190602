import { z } from 'zod';
import { invalidInput, refused } from './api-error';
import { lookUp, serverTypes } from './catalogue';
import { hostNameShape, labelsShape, rename } from './naming-rules';
import { requireRoom } from './placement-groups';
import { actionRoute, resourceRoutes } from './resource-routes';
import { bodyOf, findIn, type Call, type Route } from './route';
import { attachServer, createServer, releaseServer, serverReply } from './servers';
import type { Server, State } from './state';

const nothing = z.strictObject({});
const attachShape = z.strictObject({
  network: z.int(),
  ip: z.string().optional(),
  ip_range: z.string().optional(),
  alias_ips: z.array(z.string()).optional(),
});
const typeShape = z.strictObject({ server_type: z.union([z.int(), z.string()]), upgrade_disk: z.boolean() });

const server = {
  plural: 'servers',
  singular: 'server',
  all: (state: State) => state.servers,
  reply: serverReply,
};

/** A change that waits for no other action: the API refuses it while one runs. */
function change<Body>(name: string, shape: z.ZodType<Body>, apply: (call: Call, changed: Server, body: Body) => void) {
  return actionRoute(server, name, shape, (call, changed, body) => {
    call.actions.requireIdle('server', changed.id);
    apply(call, changed, body);
  });
}

function power(name: string, status: Server['status']): Route {
  return change(name, nothing, (_, changed) => {
    changed.status = status;
  });
}

export const serverRoutes: readonly Route[] = [
  { method: 'POST', path: '/servers', handle: createServer },
  {
    method: 'PUT',
    path: '/servers/:id',
    handle: (call) => {
      const changed = findIn(call.state.servers, 'server', call.id);
      const update = bodyOf(call, z.strictObject({ name: hostNameShape.optional(), labels: labelsShape }));
      rename(changed, call.state.servers.values(), 'server', update);
      return { server: serverReply(call.state, changed) };
    },
  },
  {
    method: 'DELETE',
    path: '/servers/:id',
    handle: (call) => {
      const deleted = findIn(call.state.servers, 'server', call.id);
      releaseServer(call, deleted);
      call.state.servers.delete(deleted.id);
      return { action: call.actions.start('delete_server', { type: 'server', id: deleted.id }) };
    },
  },
  ...resourceRoutes(server),
  power('poweron', 'running'),
  power('poweroff', 'off'),
  power('shutdown', 'off'),
  change('attach_to_network', attachShape, ({ state }, changed, { network, ip, ip_range, alias_ips = [] }) => {
    attachServer(state, changed, network, { ip, range: ip_range, aliasIps: alias_ips });
  }),
  change('detach_from_network', z.strictObject({ network: z.int() }), (_, changed, { network }) => {
    if (!changed.attachments.some((each) => each.network === network))
      throw invalidInput('network', 'server is not attached to the network');
    changed.attachments = changed.attachments.filter((each) => each.network !== network);
  }),
  change(
    'change_alias_ips',
    z.strictObject({ network: z.int(), alias_ips: z.array(z.string()) }),
    (_, changed, { network, alias_ips }) => {
      changed.attachments = changed.attachments.map((each) =>
        each.network === network ? { ...each, aliasIps: alias_ips } : each,
      );
    },
  ),
  change(
    'change_protection',
    z.strictObject({ delete: z.boolean().optional(), rebuild: z.boolean().optional() }),
    (_, changed, body) => {
      if (body.delete !== body.rebuild) throw invalidInput('rebuild', 'must equal delete');
      changed.protection = { delete: body.delete ?? false, rebuild: body.rebuild ?? false };
    },
  ),
  change('change_type', typeShape, (_, changed, { server_type }) => {
    const type = lookUp(serverTypes, server_type);
    if (type === undefined) throw invalidInput('server_type', 'not found');
    if (changed.status !== 'off') throw refused('server_not_stopped', 'server must be stopped');
    if (type.architecture !== lookUp(serverTypes, changed.type)?.architecture)
      throw refused('invalid_server_type', 'server type is of another architecture');
    changed.type = type.name;
  }),
  change('add_to_placement_group', z.strictObject({ placement_group: z.int() }), ({ state }, changed, body) => {
    if (changed.status !== 'off') throw refused('server_not_stopped', 'server must be stopped');
    requireRoom(state, body.placement_group);
    changed.placementGroup = body.placement_group;
  }),
  change('remove_from_placement_group', nothing, (_, changed) => {
    changed.placementGroup = null;
  }),
];
