import { controlPlaneDeadlocks, type ControlPlaneDeadlock } from '../../cluster';
import { controllerOf, type Controller } from './controller';
import { fail, isDue, recover, type Failure, type FailureKind } from './failure';
import type { Block } from './scale-down';
import { etcdOf, hasQuorum, steadyState, type ControlPlaneState } from './state';
import { turn, type Action, type RolloutAim } from './turn';

/** A rolling update to go through. */
export interface SimulationOptions {
  /** Control plane machines wanted. */
  readonly replicas: number;
  /** Machines at the start. @default - `replicas` */
  readonly machines?: number;
  /** Whether the machines at the start must be replaced. @default true */
  readonly outdated?: boolean;
  /** Machines above `replicas` during the update. @default 1, as the provider's own */
  readonly maxSurge?: 0 | 1;
  /** Exact version of the provider, or its behaviour. */
  readonly controller: string | Controller;
  /** What goes wrong. @default - nothing */
  readonly failure?: Failure;
}

/** One step, and how things stand after it. */
export interface SimulationStep {
  /** Number of the step, from 1. */
  readonly step: number;
  /** `wait`: nothing happens until the network or the infrastructure is back. */
  readonly action: Action | FailureKind | 'wait';
  /** Machine that it happens to; empty where it is none in particular. */
  readonly machine: string;
  /** Machines that exist. */
  readonly machines: number;
  /** etcd members with a vote. */
  readonly members: number;
  /** Members that answer. */
  readonly healthy: number;
  /** Members that must answer. */
  readonly quorum: number;
  /** Members that may fail now without a loss of quorum; negative once it is lost. */
  readonly spare: number;
}

/** How a rolling update ends. */
export interface Simulation {
  /**
   * - `completed`: every machine is as wanted, whatever went wrong in between;
   * - `stuck`: the controller waits for what will not happen, until a person acts; etcd has its quorum;
   * - `quorum-lost`: etcd has stopped, and Kubernetes with it.
   */
  readonly outcome: 'completed' | 'stuck' | 'quorum-lost';
  readonly steps: readonly SimulationStep[];
  /** Number of the step that loses the quorum. */
  readonly lostAt?: number;
  /** Of an update that is stuck: where. */
  readonly block?: Block;
  /** Of an update that is stuck: the known deadlock that it is. @default - none that is known */
  readonly deadlock?: ControlPlaneDeadlock;
  /** Of an update that is stuck: what a person does; lower case, no full stop. */
  readonly wayOut?: string;
}

/** Far above what any update of a control plane takes. */
const MOST_STEPS = 1000;

/**
 * Goes through the rolling update of a Talos control plane, one step at a time, with at most one failure.
 *
 * @throws Error for fewer than one machine, or where the update does not come to an end
 */
export function simulateRollout(options: SimulationOptions): Simulation {
  const { replicas, machines = replicas, outdated = true, maxSurge = 1, controller } = options;
  if (!(replicas >= 1 && machines >= 1))
    throw new Error(
      `no control plane to simulate, got ${String(machines)} of ${String(replicas)} machines; give one or more`,
    );
  const aim = {
    replicas,
    maxSurge,
    controller: typeof controller === 'string' ? controllerOf(controller) : controller,
  };
  return new Run(steadyState(machines, outdated), aim, options.failure).toEnd();
}

class Run {
  private readonly steps: SimulationStep[] = [];
  /** The failure once it has happened, with the machine that it hit and the step. */
  private happened: (Failure & { readonly since: number }) | undefined;
  private over = false;

  constructor(
    private state: ControlPlaneState,
    private readonly aim: RolloutAim,
    private readonly failure: Failure | undefined,
  ) {}

  toEnd(): Simulation {
    while (this.steps.length < MOST_STEPS) {
      this.letPass();
      this.letFail();
      if (!hasQuorum(this.state)) return { outcome: 'quorum-lost', steps: this.steps, lostAt: this.steps.length };
      const next = turn(this.state, this.aim);
      if ('done' in next) return { outcome: 'completed', steps: this.steps };
      if (!('block' in next)) this.record(next.action, next.machine, next.state);
      else if (this.isPassing()) this.record('wait', '', this.state);
      else return { outcome: 'stuck', steps: this.steps, block: next.block, ...known(next.block) };
      if (!hasQuorum(this.state)) return { outcome: 'quorum-lost', steps: this.steps, lostAt: this.steps.length };
    }
    throw new Error(`the simulation does not end, got ${String(MOST_STEPS)} steps; report it as a bug`);
  }

  private letFail(): void {
    const { failure } = this;
    if (failure === undefined || this.happened !== undefined) return;
    if (!isDue(this.state, failure, this.steps.length + 1)) return;
    const before = this.state;
    const machine = failure.machine ?? before.machines[0]?.name;
    const hit = { ...failure, machine };
    this.happened = { ...hit, since: this.steps.length + 1 };
    this.record(failure.kind, machine ?? '', fail(before, hit));
  }

  private letPass(): void {
    if (this.happened === undefined || this.over || !this.isOver(this.happened)) return;
    this.over = true;
    this.state = recover(this.state, this.happened);
  }

  private isOver({ lasting, since }: { readonly lasting?: number | undefined; readonly since: number }): boolean {
    return lasting !== undefined && this.steps.length >= since + lasting;
  }

  /** Whether something that holds the update up will still be over by itself. */
  private isPassing(): boolean {
    return this.happened?.lasting !== undefined && !this.over;
  }

  private record(action: SimulationStep['action'], machine: string, state: ControlPlaneState): void {
    this.state = state;
    const { members, healthy, quorum } = etcdOf(state);
    this.steps.push({
      step: this.steps.length + 1,
      action,
      machine,
      machines: state.machines.length,
      members,
      healthy,
      quorum,
      spare: healthy - quorum,
    });
  }
}

/** The known deadlock that a block is, and the way out of it. */
function known({ reason, machine }: Block): Pick<Simulation, 'deadlock' | 'wayOut'> {
  const when = deadlockOf[reason];
  const deadlock = controlPlaneDeadlocks.find((candidate) => candidate.when === when);
  if (deadlock !== undefined) return { deadlock, wayOut: `${deadlock.wayOut} (${machine})` };
  switch (reason) {
    case 'only-machine':
      return { wayOut: 'allow one more machine with maxSurge 1: the last machine is never taken away' };
    case 'etcd-refuses':
      return { wayOut: 'bring the failed members of etcd back before another one leaves' };
    default:
      return { wayOut: `delete the Machine ${machine} once its cause is mended, and the provider makes another` };
  }
}

const deadlockOf: Readonly<Partial<Record<Block['reason'], ControlPlaneDeadlock['when']>>> = {
  'left-etcd': 'every-rollout',
  'unhealthy-member': 'unhealthy-member',
  'not-answering': 'unhealthy-member',
};
