import type { Controller } from './controller';
import { answers, etcdOf, hasQuorum, withMachine, type ControlPlaneState, type SimulatedMachine } from './state';

/** Why the controller does not go on. */
export interface Block {
  /**
   * - `only-machine`: it never takes away the last machine;
   * - `not-answering`: the Talos API of a machine does not answer;
   * - `not-ready`: a machine has not become a node;
   * - `left-etcd`: a machine that has left etcd is still counted as one that should be in it;
   * - `unhealthy-member`: the etcd of a machine does not run, or is not in the cluster;
   * - `etcd-refuses`: etcd would lose its quorum.
   */
  readonly reason: 'only-machine' | 'not-answering' | 'not-ready' | 'left-etcd' | 'unhealthy-member' | 'etcd-refuses';
  /** Machine at which it stands. */
  readonly machine: string;
}

/**
 * The machine that the controller takes away, or why it takes none: every machine must answer and be a node, etcd must run
 * on each and have as many members as there are machines. Source: `scaleDownControlPlane` and `etcdHealthcheck` of v0.5.13.
 */
export function scaleDown(
  state: ControlPlaneState,
  outdated: readonly SimulatedMachine[],
  controller: Controller,
): SimulatedMachine | Block {
  const { machines } = state;
  const [first] = machines;
  if (first !== undefined && machines.length === 1) return { reason: 'only-machine', machine: first.name };
  const unready = machines.find(({ phase }) => phase === 'requested' || phase === 'booting');
  if (unready !== undefined) return { reason: 'not-ready', machine: unready.name };
  const silent = machines.find((machine) => !answers(machine));
  if (silent !== undefined) return { reason: 'not-answering', machine: silent.name };
  const unhealthy = etcdBlock(state, controller);
  if (unhealthy !== undefined) return unhealthy;
  const [oldest = first] = outdated;
  if (oldest === undefined) return { reason: 'not-ready', machine: '' };
  if (oldest.etcd === 'voter' && !hasQuorum(withMachine(state, oldest.name, { etcd: 'left' })))
    return { reason: 'etcd-refuses', machine: oldest.name };
  return oldest;
}

function etcdBlock(state: ControlPlaneState, { marksLeaving }: Controller): Block | undefined {
  const counted = state.machines.filter(({ phase, leaving }) => phase !== 'deleting' && !(marksLeaving && leaving));
  const left = counted.find(({ etcd }) => etcd === 'left');
  if (left !== undefined) return { reason: 'left-etcd', machine: left.name };
  const bad = counted.find(({ etcd, etcdRuns }) => etcd !== 'voter' || !etcdRuns);
  if (bad !== undefined) return { reason: 'unhealthy-member', machine: bad.name };
  const [extra] = etcdOf(state).members === counted.length ? [] : counted;
  return extra && { reason: 'unhealthy-member', machine: extra.name };
}
