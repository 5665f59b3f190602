/** A control plane machine in the course of a rolling update. */
export interface SimulatedMachine {
  /** `old-1`, `new-2`: Cluster API draws the real names. */
  readonly name: string;
  /** Whether its specification is no longer the one wanted. */
  readonly outdated: boolean;
  /** `requested`: the object exists; `booting`: the server does; `ready`: the node has registered; `deleting`: it goes away. */
  readonly phase: 'requested' | 'booting' | 'ready' | 'deleting';
  /** Its place in etcd; a learner has no vote, and who has left comes back only as another machine. */
  readonly etcd: 'none' | 'learner' | 'voter' | 'left';
  /** Whether the server runs. */
  readonly alive: boolean;
  /** Whether its etcd answers, where it has one. */
  readonly etcdRuns: boolean;
  /** Whether others reach it over the network. */
  readonly reachable: boolean;
  /** Whether it will ever come up. */
  readonly sound: boolean;
  /** Whether the provider has marked it as leaving etcd. */
  readonly leaving: boolean;
}

/** The whole of a control plane between two steps. */
export interface ControlPlaneState {
  /** Oldest first. */
  readonly machines: readonly SimulatedMachine[];
  /** Machines that were ever made, for their names. */
  readonly made: number;
  /** The machine that the provider deletes next within the turn it is in. */
  readonly pending?: string | undefined;
  /** Whether the infrastructure makes machines. */
  readonly capacity: boolean;
}

/** etcd by its members, never by its machines. */
export interface EtcdView {
  /** Members with a vote. */
  readonly members: number;
  /** Voting members that run and are reached. */
  readonly healthy: number;
  /** Healthy members without which etcd stops. */
  readonly quorum: number;
}

export function etcdOf({ machines }: ControlPlaneState): EtcdView {
  const voters = machines.filter(({ etcd }) => etcd === 'voter');
  return {
    members: voters.length,
    healthy: voters.filter(isHealthyMember).length,
    quorum: Math.floor(voters.length / 2) + 1,
  };
}

export function hasQuorum(state: ControlPlaneState): boolean {
  const { healthy, quorum } = etcdOf(state);
  return healthy >= quorum;
}

export function isHealthyMember({ etcd, etcdRuns, alive, reachable }: SimulatedMachine): boolean {
  return etcd === 'voter' && etcdRuns && alive && reachable;
}

/** Whether the Talos API of a machine answers. */
export function answers({ alive, reachable, phase }: SimulatedMachine): boolean {
  return alive && reachable && phase !== 'requested';
}

/** A healthy control plane of machines that are all outdated, or all as they should be. */
export function steadyState(machines: number, outdated: boolean): ControlPlaneState {
  return {
    machines: Array.from({ length: machines }, (_, i) => ({
      ...blank,
      name: `old-${String(i + 1)}`,
      outdated,
      phase: 'ready' as const,
      etcd: 'voter' as const,
    })),
    made: 0,
    capacity: true,
  };
}

/** The state with one more machine, asked for and not yet there. */
export function withNewMachine(state: ControlPlaneState, name: string): ControlPlaneState {
  return { ...state, made: state.made + 1, machines: [...state.machines, { ...blank, name }] };
}

/** The state with one machine changed. */
export function withMachine(
  state: ControlPlaneState,
  name: string | undefined,
  change: Partial<SimulatedMachine>,
): ControlPlaneState {
  const machines = state.machines.map((machine) => (machine.name === name ? { ...machine, ...change } : machine));
  return { ...state, machines };
}

const blank: SimulatedMachine = {
  name: '',
  outdated: false,
  phase: 'requested',
  etcd: 'none',
  alive: true,
  etcdRuns: true,
  reachable: true,
  sound: true,
  leaving: false,
};
