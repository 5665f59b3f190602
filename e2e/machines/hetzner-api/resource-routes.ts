import type { ZodType } from 'zod';
import { page, selected } from './listing';
import { rename, renameShape } from './naming-rules';
import { bodyOf, findIn, type Call, type Route } from './route';
import type { Resource, State } from './state';

interface ResourceKind<Kind extends Resource> {
  /** Word in paths and keys of lists, e.g. `ssh_keys`. */
  readonly plural: string;
  /** Key of a single one, e.g. `ssh_key`. */
  readonly singular: string;
  readonly all: (state: State) => Map<number, Kind>;
  readonly reply: (state: State, resource: Kind) => unknown;
  /** Narrows a list further than by name and labels. @default - no further */
  readonly filter?: (resource: Kind, query: URLSearchParams) => boolean;
  /** Undoes what holds on to a resource, or refuses. @default - nothing does */
  readonly release?: (call: Call, resource: Kind) => void;
}

/** List, look up, rename and delete: what all kinds of resources have alike. */
export function resourceRoutes<Kind extends Resource>(kind: ResourceKind<Kind>): readonly Route[] {
  const { plural, singular, all, reply, filter = () => true, release } = kind;
  const one = ({ state, id }: Call) => findIn(all(state), singular, id);
  return [
    {
      method: 'GET',
      path: `/${plural}`,
      handle: ({ state, query }) => {
        const found = selected(all(state).values(), query).filter((resource) => filter(resource, query));
        return page(
          plural,
          found.map((resource) => reply(state, resource)),
          query,
        );
      },
    },
    { method: 'GET', path: `/${plural}/:id`, handle: (call) => ({ [singular]: reply(call.state, one(call)) }) },
    {
      method: 'PUT',
      path: `/${plural}/:id`,
      handle: (call) => {
        const resource = one(call);
        rename(resource, all(call.state).values(), singular, bodyOf(call, renameShape));
        return { [singular]: reply(call.state, resource) };
      },
    },
    {
      method: 'DELETE',
      path: `/${plural}/:id`,
      handle: (call) => {
        const resource = one(call);
        release?.(call, resource);
        all(call.state).delete(resource.id);
        return undefined;
      },
    },
  ];
}

/** A route that changes one resource by an action. */
export function actionRoute<Kind extends Resource, Body>(
  kind: Pick<ResourceKind<Kind>, 'plural' | 'singular' | 'all'>,
  name: string,
  shape: ZodType<Body>,
  change: (call: Call, resource: Kind, body: Body) => void,
): Route {
  return {
    method: 'POST',
    path: `/${kind.plural}/:id/actions/${name}`,
    handle: (call) => {
      const resource = findIn(kind.all(call.state), kind.singular, call.id);
      change(call, resource, bodyOf(call, shape));
      return { action: call.actions.start(name, { type: kind.singular, id: resource.id }) };
    },
  };
}
