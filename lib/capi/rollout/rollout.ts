import type { ControlPlaneDeadlock } from '../../cluster';
import type { RolloutReason } from './reason';
import type { Simulation, SimulationStep } from './simulation';
import type { RolloutStrategy } from './strategy';
import type { WorkerStep } from './worker-steps';

/** What a change of one object does to its machines. */
interface RolloutBase {
  readonly namespace: string;
  readonly name: string;
  /** File that holds the object afterwards. */
  readonly path: string;
  /** Why machines are replaced; empty where only their number changes. */
  readonly reasons: readonly RolloutReason[];
  /** Machines wanted. */
  readonly replicas: { readonly before: number; readonly after: number };
  /** Machines that the controller replaces by itself; 0 for `OnDelete`. */
  readonly replaced: number;
  /** Machines that no longer are as wanted, whoever replaces them. */
  readonly outdated: number;
  readonly strategy: RolloutStrategy;
  /** How many machines are under way at once at most. */
  readonly atOnce: number;
  /** Machines beyond those wanted that must fit while the change is under way. @default - none */
  readonly extra?: { readonly count: number; readonly machine: string; readonly template: string };
  /** What to think of before; lower case, no full stop. */
  readonly advice: readonly string[];
}

/** A change of a Talos control plane. */
export interface ControlPlaneRollout extends RolloutBase {
  readonly kind: 'TalosControlPlane';
  /** Version of the provider that carries it out. @default - the trees do not say */
  readonly provider?: string | undefined;
  /** The order in which machines come and go, oldest first, with etcd after each step. */
  readonly steps: readonly SimulationStep[];
  /** How it ends when nothing else goes wrong. */
  readonly outcome: Simulation['outcome'];
  readonly etcd: {
    /** Whether etcd has its quorum at every step. */
    readonly keepsQuorum: boolean;
    /** Steps at which one failed member loses the quorum. */
    readonly weakSteps: readonly number[];
  };
  /** Known deadlocks of the provider that the change may end in. */
  readonly threats: readonly ControlPlaneDeadlock[];
}

/** A change of a worker pool. */
export interface WorkerRollout extends RolloutBase {
  readonly kind: 'MachineDeployment';
  readonly steps: readonly WorkerStep[];
}

export type Rollout = ControlPlaneRollout | WorkerRollout;
