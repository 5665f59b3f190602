import { z } from 'zod';
import { hetznerLimits } from '../../../lib/cluster';
import { ApiError, invalidInput, limitExceeded, protectedResource, refused } from './api-error';
import { locations, lookUp } from './catalogue';
import { labelsShape, nameShape, protectionShape, requireFreeName } from './naming-rules';
import { actionRoute, resourceRoutes } from './resource-routes';
import { bodyOf, findIn, type Call, type Route } from './route';
import { created, type State, type Volume } from './state';

const { min, max, perServer } = hetznerLimits.volume;

const createShape = z.strictObject({
  name: nameShape,
  size: z.int().min(min).max(max),
  server: z.int().optional(),
  location: z.union([z.int(), z.string()]).optional(),
  labels: labelsShape,
  automount: z.boolean().optional(),
  format: z.enum(['ext4', 'xfs']).optional(),
});

function volumeReply(_: State, volume: Volume) {
  const { id, name, labels, size, location, format, server, protectedFromDeletion } = volume;
  return {
    id,
    name,
    labels,
    size,
    format,
    server,
    status: 'available',
    location: lookUp(locations, location),
    protection: { delete: protectedFromDeletion },
    linux_device: `/dev/disk/by-id/scsi-0HC_Volume_${String(id)}`,
    created,
  };
}

function create(call: Call) {
  const { state, actions } = call;
  const body = bodyOf(call, createShape);
  requireFreeName(state.volumes.values(), 'volume', body.name);
  const server = body.server === undefined ? undefined : findIn(state.servers, 'server', body.server);
  const location = lookUp(locations, body.location ?? server?.location ?? '');
  if (location === undefined) throw invalidInput('location', 'one of location and server is required');
  const volume: Volume = {
    id: state.nextId(),
    name: body.name,
    labels: body.labels ?? {},
    size: body.size,
    location: location.name,
    format: body.format ?? null,
    server: null,
    protectedFromDeletion: false,
  };
  if (server !== undefined) attachVolume(state, volume, server.id);
  state.volumes.set(volume.id, volume);
  const action = actions.start('create_volume', { type: 'volume', id: volume.id });
  return { volume: volumeReply(state, volume), action, next_actions: [] };
}

function attachVolume(state: State, volume: Volume, id: number): void {
  const server = findIn(state.servers, 'server', id);
  if (volume.server !== null) throw refused('volume_already_attached', 'volume is already attached to a server');
  if (volume.location !== server.location) throw invalidInput('server', 'server is in another location');
  if ([...state.volumes.values()].filter((each) => each.server === id).length >= perServer)
    throw limitExceeded('volumes of the server');
  volume.server = id;
}

const volume = {
  plural: 'volumes',
  singular: 'volume',
  all: (state: State) => state.volumes,
  reply: volumeReply,
  release: (_: Call, { protectedFromDeletion, server }: Volume) => {
    if (protectedFromDeletion) throw protectedResource('volume');
    if (server !== null) throw new ApiError(409, 'resource_in_use', 'volume is attached to a server');
  },
};

export const volumeRoutes: readonly Route[] = [
  { method: 'POST', path: '/volumes', handle: create },
  ...resourceRoutes(volume),
  actionRoute(
    volume,
    'attach',
    z.strictObject({ server: z.int(), automount: z.boolean().optional() }),
    ({ state }, changed, { server }) => {
      attachVolume(state, changed, server);
    },
  ),
  actionRoute(volume, 'detach', z.strictObject({}), (_, changed) => {
    changed.server = null;
  }),
  actionRoute(volume, 'resize', z.strictObject({ size: z.int().max(max) }), (_, changed, { size }) => {
    if (size <= changed.size) throw invalidInput('size', 'a volume can only grow');
    changed.size = size;
  }),
  actionRoute(volume, 'change_protection', protectionShape, (_, changed, body) => {
    changed.protectedFromDeletion = body.delete ?? changed.protectedFromDeletion;
  }),
];
