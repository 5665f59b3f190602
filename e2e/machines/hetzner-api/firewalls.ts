import { z } from 'zod';
import { ApiError, refused } from './api-error';
import { requireValidRules, rulesShape } from './firewall-rules';
import { labelsShape, nameShape, requireFreeName } from './naming-rules';
import { resourceRoutes } from './resource-routes';
import { bodyOf, findIn, type Call, type Route } from './route';
import { sameSelection, selectionOf, selectionReply, selectionShape, serversOf } from './selection';
import { created, type Firewall, type Selection, type Server, type State } from './state';

const createShape = z.strictObject({
  name: nameShape,
  labels: labelsShape,
  rules: rulesShape.default([]),
  apply_to: z.array(selectionShape).default([]),
});

export function firewallReply(state: State, firewall: Firewall) {
  return {
    id: firewall.id,
    name: firewall.name,
    labels: firewall.labels,
    created,
    rules: firewall.rules,
    applied_to: firewall.appliedTo.map((selection) => ({
      ...selectionReply(selection),
      ...(selection.kind === 'label_selector' && {
        applied_to_resources: serversOf(state, selection).map((id) => ({ type: 'server', server: { id } })),
      }),
    })),
  };
}

/** Firewalls in front of a server, by its id or by its labels. */
export function firewallsOf(state: State, { id }: Server): Firewall[] {
  return [...state.firewalls.values()].filter(({ appliedTo }) =>
    appliedTo.some((selection) => serversOf(state, selection).includes(id)),
  );
}

function apply(firewall: Firewall, selection: Selection): void {
  if (firewall.appliedTo.some((each) => sameSelection(each, selection)))
    throw refused('firewall_already_applied', 'firewall is already applied to the resource');
  firewall.appliedTo.push(selection);
}

function create(call: Call) {
  const { state, actions } = call;
  const { name, labels = {}, rules, apply_to } = bodyOf(call, createShape);
  requireFreeName(state.firewalls.values(), 'firewall', name);
  requireValidRules(rules);
  const firewall: Firewall = { id: state.nextId(), name, labels, rules, appliedTo: [] };
  for (const selection of apply_to) apply(firewall, selectionOf(state, selection));
  state.firewalls.set(firewall.id, firewall);
  return {
    firewall: firewallReply(state, firewall),
    actions: [actions.start('set_firewall_rules', { type: 'firewall', id: firewall.id })],
  };
}

/** A change of one firewall; unlike other kinds, these answer with a list of actions. */
function action<Body>(
  name: string,
  shape: z.ZodType<Body>,
  change: (call: Call, firewall: Firewall, body: Body) => void,
): Route {
  return {
    method: 'POST',
    path: `/firewalls/:id/actions/${name}`,
    handle: (call) => {
      const firewall = findIn(call.state.firewalls, 'firewall', call.id);
      change(call, firewall, bodyOf(call, shape));
      return { actions: [call.actions.start(name, { type: 'firewall', id: firewall.id })] };
    },
  };
}

export const firewallRoutes: readonly Route[] = [
  { method: 'POST', path: '/firewalls', handle: create },
  ...resourceRoutes({
    plural: 'firewalls',
    singular: 'firewall',
    all: (state) => state.firewalls,
    reply: firewallReply,
    release: (_, { appliedTo }) => {
      if (appliedTo.length > 0) throw new ApiError(409, 'resource_in_use', 'firewall is in use');
    },
  }),
  action('set_rules', z.strictObject({ rules: rulesShape }), (_, firewall, { rules }) => {
    requireValidRules(rules);
    firewall.rules = rules;
  }),
  action(
    'apply_to_resources',
    z.strictObject({ apply_to: z.array(selectionShape).min(1) }),
    ({ state }, firewall, body) => {
      for (const selection of body.apply_to) apply(firewall, selectionOf(state, selection));
    },
  ),
  action(
    'remove_from_resources',
    z.strictObject({ remove_from: z.array(selectionShape).min(1) }),
    ({ state }, firewall, body) => {
      for (const each of body.remove_from) {
        const selection = selectionOf(state, each);
        if (!firewall.appliedTo.some((applied) => sameSelection(applied, selection)))
          throw refused('firewall_already_removed', 'firewall is not applied to the resource');
        firewall.appliedTo = firewall.appliedTo.filter((applied) => !sameSelection(applied, selection));
      }
    },
  ),
];
