import type { ZodType } from 'zod';
import type { Actions } from './actions';
import { ApiError, notFound } from './api-error';
import type { State } from './state';

/** What a request asks for, and the project that it asks about. */
export interface Call {
  readonly state: State;
  readonly actions: Actions;
  /** Number that stands in the path for `:id`. */
  readonly id: number;
  /** Texts that stand in the path for other names, e.g. `:zone`. */
  readonly names: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: unknown;
}

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Path with `:id` where a number stands, e.g. `/servers/:id/actions/poweron`. */
  readonly path: string;
  /** Gives the body of the answer; nothing for "no content". */
  readonly handle: (call: Call) => unknown;
}

/**
 * The body of a request, checked. Fields that this API does not know are refused, where the real one might pass over
 * them: a request must never mean more than is looked at here.
 */
export function bodyOf<Body>({ body }: Call, shape: ZodType<Body>): Body {
  const parsed = shape.safeParse(body ?? {});
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map(({ path, message }) => ({ name: path.join('.'), messages: [message] }));
  throw new ApiError(422, 'invalid_input', `invalid input in field '${fields[0]?.name ?? ''}'`, { fields });
}

/** The resource that the path names, or the one of another id. */
export function findIn<Kind>(resources: ReadonlyMap<number, Kind>, kind: string, id: number): Kind {
  const found = resources.get(id);
  if (found === undefined) throw notFound(kind, id);
  return found;
}
