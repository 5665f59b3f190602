import type { Controller } from './controller';
import { scaleDown, type Block } from './scale-down';
import {
  answers,
  hasQuorum,
  isHealthyMember,
  withMachine,
  withNewMachine,
  type ControlPlaneState,
  type SimulatedMachine,
} from './state';

/** What happens in one step. */
export type Action =
  | 'request-machine'
  | 'create-server'
  | 'join-etcd'
  | 'promote-member'
  | 'node-ready'
  | 'leave-etcd'
  | 'delete-machine'
  | 'server-gone';

/** What a rolling update aims at. */
export interface RolloutAim {
  /** Machines wanted. */
  readonly replicas: number;
  /** Machines above `replicas` while outdated ones are left. */
  readonly maxSurge: 0 | 1;
  readonly controller: Controller;
}

/** The outcome of one step: something happened to a machine, everything is as wanted, or nothing can happen. */
export type Turn =
  | { readonly action: Action; readonly machine: string; readonly state: ControlPlaneState }
  | { readonly done: true }
  | { readonly block: Block };

/**
 * The next thing that happens, of the provider's controller and of what it waits for: the controller asks for machines at
 * once, and takes one away only when nothing else is under way. Source: `controllers/upgrade.go` and `scale.go` of v0.5.13.
 */
export function turn(state: ControlPlaneState, aim: RolloutAim): Turn {
  const { machines, pending } = state;
  if (pending !== undefined) return deletion(state, pending);
  const outdated = machines.filter((machine) => machine.outdated && machine.phase !== 'deleting');
  const wanted = aim.replicas + (outdated.length > 0 ? aim.maxSurge : 0);
  if (machines.length < wanted) {
    const name = `new-${String(state.made + 1)}`;
    return { action: 'request-machine', machine: name, state: withNewMachine(state, name) };
  }
  for (const machine of machines) {
    const progress = progressOf(state, machine);
    if (progress !== undefined) return { ...progress, machine: machine.name };
  }
  if (machines.length > aim.replicas || outdated.length > 0) return scaledDown(state, outdated, aim.controller);
  const broken = brokenMachine(machines);
  return broken === undefined ? { done: true } : { block: broken };
}

/** The machine that keeps a finished update from being a healthy control plane; the provider replaces none for that. */
function brokenMachine(machines: readonly SimulatedMachine[]): Block | undefined {
  const unready = machines.find(({ phase }) => phase !== 'ready');
  if (unready !== undefined) return { reason: 'not-ready', machine: unready.name };
  const silent = machines.find((machine) => !answers(machine));
  if (silent !== undefined) return { reason: 'not-answering', machine: silent.name };
  const unhealthy = machines.find((machine) => !isHealthyMember(machine));
  return unhealthy && { reason: 'unhealthy-member', machine: unhealthy.name };
}

/** A step of the controller that takes a machine away. */
function scaledDown(state: ControlPlaneState, outdated: readonly SimulatedMachine[], controller: Controller): Turn {
  const choice = scaleDown(state, outdated, controller);
  if ('reason' in choice) return { block: choice };
  const { name, etcd } = choice;
  if (etcd !== 'voter') return deletion(state, name);
  const left = withMachine(state, name, { etcd: 'left', leaving: controller.marksLeaving });
  const pending = controller.deletesAfterLeaving ? name : undefined;
  return { action: 'leave-etcd', machine: name, state: { ...left, pending } };
}

function deletion(state: ControlPlaneState, name: string): Turn {
  const deleted = withMachine(state, name, { phase: 'deleting' });
  return { action: 'delete-machine', machine: name, state: { ...deleted, pending: undefined } };
}

/** What comes next for a machine on its way in or out; nothing where it stands, or is held up. */
function progressOf(
  state: ControlPlaneState,
  { name, phase, etcd, alive, reachable, sound, etcdRuns }: SimulatedMachine,
): { readonly action: Action; readonly state: ControlPlaneState } | undefined {
  if (phase === 'deleting')
    return { action: 'server-gone', state: { ...state, machines: state.machines.filter((m) => m.name !== name) } };
  if (phase === 'requested')
    return state.capacity && alive
      ? { action: 'create-server', state: withMachine(state, name, { phase: 'booting' }) }
      : undefined;
  if (phase === 'ready' || !sound || !alive || !reachable) return undefined;
  // etcd changes its members by a vote, and takes one learner at a time
  if (etcd === 'none')
    return hasQuorum(state) && !state.machines.some((machine) => machine.etcd === 'learner')
      ? { action: 'join-etcd', state: withMachine(state, name, { etcd: 'learner' }) }
      : undefined;
  if (etcd === 'learner')
    return hasQuorum(state) && etcdRuns
      ? { action: 'promote-member', state: withMachine(state, name, { etcd: 'voter' }) }
      : undefined;
  return { action: 'node-ready', state: withMachine(state, name, { phase: 'ready' }) };
}
