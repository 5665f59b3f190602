import { withMachine, type ControlPlaneState } from './state';

/** What can go wrong in the middle of a rolling update. */
export const failureKinds = [
  /** The machine that is being made, or the next one, never becomes a node. */
  'machine-never-ready',
  /** The server of a machine is gone for good. */
  'machine-dies',
  /** The etcd of a machine stops; the machine runs on. */
  'etcd-member-unhealthy',
  /** The infrastructure makes no further machine. */
  'no-capacity',
  /** Nobody reaches one machine over the network. */
  'network-away',
  /** The provider's process starts anew and forgets the turn that it was in. */
  'controller-restarts',
] as const;
export type FailureKind = (typeof failureKinds)[number];

/** One failure, at one step. */
export interface Failure {
  readonly kind: FailureKind;
  /** Number of the step before which it happens, from 1. */
  readonly at: number;
  /** Name of the machine that it happens to. @default - the oldest one; `machine-never-ready`, `no-capacity` and `controller-restarts` take none */
  readonly machine?: string | undefined;
  /** Steps after which a lack of capacity or of network is over. @default - it stays */
  readonly lasting?: number | undefined;
}

/** The state once the failure has happened. */
export function fail(state: ControlPlaneState, { kind, machine }: Failure): ControlPlaneState {
  const hit = machine ?? state.machines[0]?.name;
  switch (kind) {
    case 'machine-dies':
      return withMachine(state, hit, { alive: false });
    case 'etcd-member-unhealthy':
      return withMachine(state, hit, { etcdRuns: false });
    case 'network-away':
      return withMachine(state, hit, { reachable: false });
    case 'no-capacity':
      return { ...state, capacity: false };
    case 'controller-restarts':
      return { ...state, pending: undefined };
    case 'machine-never-ready':
      return withMachine(state, unfinished(state), { sound: false });
  }
}

/** The state once a failure that passes is over. */
export function recover(state: ControlPlaneState, { kind, machine }: Failure): ControlPlaneState {
  if (kind === 'no-capacity') return { ...state, capacity: true };
  if (kind === 'network-away') return withMachine(state, machine ?? state.machines[0]?.name, { reachable: true });
  return state;
}

/** Whether a machine that shall never be ready is there to be hit; else the failure waits for the next one. */
export function isDue(state: ControlPlaneState, { kind, at }: Failure, step: number): boolean {
  return kind === 'machine-never-ready' ? step >= at && unfinished(state) !== undefined : step === at;
}

function unfinished({ machines }: ControlPlaneState): string | undefined {
  return machines.find(({ phase }) => phase === 'requested' || phase === 'booting')?.name;
}
