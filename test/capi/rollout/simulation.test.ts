import { describe, expect, it } from 'vitest';
import { simulateRollout, type Simulation } from '../../../lib/capi';

const FIXED = 'v0.5.13';
const story = ({ steps }: Simulation) => steps.map(({ action, machine }) => `${action} ${machine}`.trim());

describe('the rolling update of a Talos control plane', () => {
  it('adds one machine, lets it join etcd, and takes the oldest outdated one away, again and again', () => {
    const simulation = simulateRollout({ replicas: 3, controller: FIXED });
    const round = (n: number) => [
      `request-machine new-${String(n)}`,
      `create-server new-${String(n)}`,
      `join-etcd new-${String(n)}`,
      `promote-member new-${String(n)}`,
      `node-ready new-${String(n)}`,
      `leave-etcd old-${String(n)}`,
      `delete-machine old-${String(n)}`,
      `server-gone old-${String(n)}`,
    ];
    expect(story(simulation)).toEqual([1, 2, 3].flatMap(round));
    expect(simulation.outcome).toBe('completed');
  });

  it('counts the quorum of etcd members, not of machines: a learner has no vote, and who has left has none', () => {
    const { steps } = simulateRollout({ replicas: 3, controller: FIXED });
    const after = (action: string) => {
      const { machines, members, quorum, spare } = steps.find((step) => step.action === action)!;
      return { machines, members, quorum, spare };
    };
    expect(after('join-etcd')).toEqual({ machines: 4, members: 3, quorum: 2, spare: 1 });
    expect(after('promote-member')).toEqual({ machines: 4, members: 4, quorum: 3, spare: 1 });
    expect(after('leave-etcd')).toEqual({ machines: 4, members: 3, quorum: 2, spare: 1 });
  });

  it('takes a machine away first where no surge is allowed, and then has none to spare', () => {
    const { steps, outcome } = simulateRollout({ replicas: 3, maxSurge: 0, controller: FIXED });
    expect(outcome).toBe('completed');
    expect(steps[0]).toMatchObject({ action: 'leave-etcd', machine: 'old-1', members: 2, quorum: 2, spare: 0 });
    expect(Math.max(...steps.map(({ machines }) => machines))).toBe(3);
  });

  it('asks for all missing machines at once, and lets them join one after the other', () => {
    const { steps, outcome } = simulateRollout({ replicas: 5, machines: 3, outdated: false, controller: FIXED });
    expect(outcome).toBe('completed');
    expect(steps.slice(0, 2).map(({ action }) => action)).toEqual(['request-machine', 'request-machine']);
    expect(steps.filter(({ action }) => action === 'join-etcd')).toHaveLength(2);
  });

  it('takes the oldest away where fewer are wanted', () => {
    const simulation = simulateRollout({ replicas: 3, machines: 5, outdated: false, controller: FIXED });
    expect(story(simulation).filter((step) => step.startsWith('delete'))).toEqual([
      'delete-machine old-1',
      'delete-machine old-2',
    ]);
  });

  it.each([1, 3, 5])(
    'of %i machines deadlocks with v0.5.12 at the first machine that leaves, and not with v0.5.13',
    (replicas) => {
      const old = simulateRollout({ replicas, controller: 'v0.5.12' });
      expect(old).toMatchObject({
        outcome: 'stuck',
        block: { reason: 'left-etcd', machine: 'old-1' },
        deadlock: { issue: 237, fixedIn: 'v0.5.13' },
        wayOut: 'delete the Machine that has left etcd (old-1)',
      });
      expect(old.steps.at(-1)).toMatchObject({ action: 'leave-etcd', machine: 'old-1' });
      expect(simulateRollout({ replicas, controller: FIXED }).outcome).toBe('completed');
    },
  );

  it('deadlocks with v0.5.12 where a control plane only gets smaller', () => {
    const options = { replicas: 3, machines: 5, outdated: false };
    expect(simulateRollout({ ...options, controller: 'v0.5.12' })).toMatchObject({ deadlock: { issue: 237 } });
    expect(simulateRollout({ ...options, controller: FIXED }).outcome).toBe('completed');
  });

  it('never takes the only machine away, and so never ends without a surge', () => {
    expect(simulateRollout({ replicas: 1, maxSurge: 0, controller: FIXED })).toMatchObject({
      outcome: 'stuck',
      steps: [],
      block: { reason: 'only-machine' },
    });
  });

  it('fails on a control plane without machines', () => {
    expect(() => simulateRollout({ replicas: 0, controller: FIXED })).toThrow('got 0 of 0 machines; give one or more');
  });
});
