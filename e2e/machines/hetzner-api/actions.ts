import { ApiError, notFound } from './api-error';
import { created } from './state';

export interface ActionReply {
  readonly id: number;
  readonly status: 'running' | 'success';
  readonly command: string;
  readonly progress: number;
  readonly started: string;
  readonly finished: string | null;
  readonly error: null;
  readonly resources: readonly { readonly id: number; readonly type: string }[];
}

/**
 * The actions of the project. Each runs until it is asked for the first time, so that a client that does not wait for
 * an action finds the resource locked.
 */
export class Actions {
  private readonly byId = new Map<number, ActionReply>();
  private lastId = 0;

  start(command: string, ...resources: readonly { readonly type: string; readonly id: number }[]): ActionReply {
    this.lastId += 1;
    const action: ActionReply = {
      id: this.lastId,
      status: 'running',
      command,
      progress: 0,
      started: created,
      finished: null,
      error: null,
      resources,
    };
    this.byId.set(action.id, action);
    return action;
  }

  /** The action as it is now, which also ends it. */
  poll(id: number): ActionReply {
    const action = this.byId.get(id);
    if (action === undefined) throw notFound('action', id);
    const done: ActionReply = { ...action, status: 'success', progress: 100, finished: created };
    this.byId.set(id, done);
    return done;
  }

  /** @throws ApiError while another action of the resource runs */
  requireIdle(type: string, id: number): void {
    const busy = [...this.byId.values()].some(
      ({ status, resources }) => status === 'running' && resources.some((each) => each.type === type && each.id === id),
    );
    if (busy) throw new ApiError(423, 'locked', `${type} ${String(id)} is locked: another action is running`);
  }
}
