import { z } from 'zod';
import { invalidInput } from './api-error';
import { matches } from './label-selector';
import { findIn } from './route';
import type { Selection, State } from './state';

/** What requests say of a server, of a label selector or of an address. */
export const selectionShape = z.strictObject({
  type: z.enum(['server', 'label_selector', 'ip']),
  server: z.strictObject({ id: z.int() }).optional(),
  label_selector: z.strictObject({ selector: z.string().min(1) }).optional(),
  ip: z.strictObject({ ip: z.string() }).optional(),
});

/** @throws ApiError where the part that the type asks for is missing, or the server unknown */
export function selectionOf(
  state: State,
  { type, server, label_selector, ip }: z.output<typeof selectionShape>,
): Selection {
  if (type === 'server' && server !== undefined) {
    findIn(state.servers, 'server', server.id);
    return { kind: type, server: server.id };
  }
  if (type === 'label_selector' && label_selector !== undefined) {
    matches({}, label_selector.selector);
    return { kind: type, selector: label_selector.selector };
  }
  if (type === 'ip' && ip !== undefined) return { kind: type, ip: ip.ip };
  throw invalidInput(type, 'is required by the type');
}

export function sameSelection(one: Selection, other: Selection): boolean {
  return JSON.stringify(pointOf(one)) === JSON.stringify(pointOf(other));
}

function pointOf(selection: Selection): unknown {
  if (selection.kind === 'server') return selection.server;
  return selection.kind === 'ip' ? selection.ip : { selector: selection.selector };
}

/** Ids of the servers that a selection points at now. */
export function serversOf(state: State, selection: Selection): number[] {
  if (selection.kind === 'server') return [selection.server];
  if (selection.kind === 'ip') return [];
  return [...state.servers.values()].filter(({ labels }) => matches(labels, selection.selector)).map(({ id }) => id);
}

/** A selection as the API shows it. */
export function selectionReply(selection: Selection) {
  if (selection.kind === 'server') return { type: selection.kind, server: { id: selection.server } };
  if (selection.kind === 'ip') return { type: selection.kind, ip: { ip: selection.ip } };
  return { type: selection.kind, label_selector: { selector: selection.selector } };
}
