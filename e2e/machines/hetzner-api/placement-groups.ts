import { z } from 'zod';
import { hetznerLimits } from '../../../lib/cluster';
import { ApiError, limitExceeded } from './api-error';
import { labelsShape, nameShape, requireFreeName } from './naming-rules';
import { resourceRoutes } from './resource-routes';
import { bodyOf, findIn, type Call, type Route } from './route';
import { created, type PlacementGroup, type State } from './state';

const createShape = z.strictObject({ name: nameShape, type: z.enum(['spread']), labels: labelsShape });

function members(state: State, group: number): number[] {
  return [...state.servers.values()].filter(({ placementGroup }) => placementGroup === group).map(({ id }) => id);
}

export function placementGroupReply(state: State, { id, name, labels, type }: PlacementGroup) {
  return { id, name, labels, type, created, servers: members(state, id) };
}

/** @throws ApiError where a placement group is full, or unknown */
export function requireRoom(state: State, group: number): void {
  findIn(state.placementGroups, 'placement_group', group);
  if (members(state, group).length >= hetznerLimits.placementGroup)
    throw new ApiError(412, 'placement_error', 'the placement group is full');
}

export const placementGroupRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/placement_groups',
    handle: (call: Call) => {
      const { state } = call;
      const { name, type, labels = {} } = bodyOf(call, createShape);
      requireFreeName(state.placementGroups.values(), 'placement_group', name);
      if (state.placementGroups.size >= hetznerLimits.placementGroupsPerProject) throw limitExceeded('placement group');
      const group: PlacementGroup = { id: state.nextId(), name, type, labels };
      state.placementGroups.set(group.id, group);
      return { placement_group: placementGroupReply(state, group), action: null };
    },
  },
  ...resourceRoutes({
    plural: 'placement_groups',
    singular: 'placement_group',
    all: (state) => state.placementGroups,
    reply: placementGroupReply,
    release: ({ state }, group) => {
      if (members(state, group.id).length > 0)
        throw new ApiError(409, 'resource_in_use', 'the placement group has servers');
    },
  }),
];
