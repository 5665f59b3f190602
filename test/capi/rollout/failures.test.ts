import { describe, expect, it } from 'vitest';
import { failureKinds, simulateRollout, type Failure, type Simulation } from '../../../lib/capi';

const FIXED = 'v0.5.13';
const onMachine = ['machine-dies', 'etcd-member-unhealthy', 'network-away'] as const;

interface Case extends Failure {
  readonly replicas: number;
  readonly maxSurge: 0 | 1;
}

/** Every single failure at every step of an update, on every machine that exists then; passing ones also as passing. */
function everyFailure(replicas: number, maxSurge: 0 | 1 = 1): readonly Case[] {
  const undisturbed = simulateRollout({ replicas, maxSurge, controller: FIXED });
  const machines = [...Array(replicas).keys()].flatMap((i) => [`old-${String(i + 1)}`, `new-${String(i + 1)}`]);
  return undisturbed.steps.flatMap(({ step: at }) =>
    failureKinds.flatMap((kind): Case[] => {
      const base = { kind, at, replicas, maxSurge };
      const hit = (onMachine as readonly string[]).includes(kind)
        ? existing(undisturbed, at, machines).map((machine) => ({ ...base, machine }))
        : [base];
      const passes = kind === 'network-away' || kind === 'no-capacity';
      return passes ? [...hit, ...hit.map((failure) => ({ ...failure, lasting: 3 }))] : hit;
    }),
  );
}

/** The machines that exist just before a step. */
function existing({ steps }: Simulation, at: number, machines: readonly string[]): readonly string[] {
  const before = steps.slice(0, at - 1);
  const done = (action: string, machine: string) =>
    before.some((step) => step.action === action && step.machine === machine);
  return machines.filter(
    (machine) => !done('server-gone', machine) && (machine.startsWith('old') || done('request-machine', machine)),
  );
}

const run = ({ replicas, maxSurge, ...failure }: Case, controller = FIXED) =>
  simulateRollout({ replicas, maxSurge, controller, failure });

describe.each([3, 5])('every single failure at every step with %i control planes', (replicas) => {
  const cases = everyFailure(replicas);

  it('is many', () => {
    expect(cases.length).toBeGreaterThan(replicas * 8 * 15);
  });

  it('keeps the quorum of etcd at every step', () => {
    for (const failure of cases) {
      const { outcome, steps } = run(failure);
      expect(outcome, JSON.stringify(failure)).not.toBe('quorum-lost');
      expect(Math.min(...steps.map(({ spare }) => spare)), JSON.stringify(failure)).toBeGreaterThanOrEqual(0);
    }
  });

  it('ends well, or in a deadlock whose way out is named', () => {
    for (const failure of cases) {
      const { outcome, block, wayOut } = run(failure);
      expect(outcome === 'completed' || (block !== undefined && wayOut !== undefined), JSON.stringify(failure)).toBe(
        true,
      );
    }
  });

  it('passes by itself where the failure does', () => {
    for (const failure of cases.filter(({ lasting }) => lasting !== undefined)) {
      expect(run(failure).outcome, JSON.stringify(failure)).toBe('completed');
    }
  });

  it('is a deadlock where the etcd of a machine that stays for a while is gone, in every release', () => {
    const lasting = cases.filter(
      ({ kind, machine, at, lasting }) =>
        kind === 'etcd-member-unhealthy' && machine === 'old-3' && at < 17 && lasting === undefined,
    );
    expect(lasting.length).toBeGreaterThan(0);
    for (const failure of lasting) {
      expect(run(failure), JSON.stringify(failure)).toMatchObject({ outcome: 'stuck', deadlock: { issue: 262 } });
    }
  });

  it('does no harm where the provider starts anew, with a release that marks who leaves', () => {
    const restarts = cases.filter(({ kind }) => kind === 'controller-restarts');
    expect(restarts.map((failure) => run(failure).outcome)).toEqual(restarts.map(() => 'completed'));
    // what v0.5.13 changed, taken apart: without the mark, a restart between leaving and deletion is the end
    const unmarked = { marksLeaving: false, deletesAfterLeaving: true };
    const ends = restarts.map(({ replicas: wanted, maxSurge, ...failure }) =>
      simulateRollout({ replicas: wanted, maxSurge, failure, controller: unmarked }),
    );
    expect(ends.filter(({ deadlock }) => deadlock?.issue === 237)).toHaveLength(replicas);
  });
});

describe('a failure that etcd does not survive', () => {
  it.each([1, 3, 5])('is named with its step, with %i control planes and no surge', (replicas) => {
    const cases = everyFailure(replicas, 0).filter(({ lasting }) => lasting === undefined);
    const lost = cases.map((failure) => ({ failure, result: run(failure) })).filter(({ result }) => result.lostAt);
    for (const { failure, result } of lost) {
      expect(result.lostAt).toBe(failure.at);
      expect(result.steps.at(-1)).toMatchObject({ step: failure.at, action: failure.kind });
      expect(result.steps.at(-1)!.healthy).toBeLessThan(result.steps.at(-1)!.quorum);
    }
    // three machines less one have no member to spare; five less one have
    expect(lost.length > 0).toBe(replicas === 3);
  });

  it('is any of the only machine, until the second has joined and after the first has left as well', () => {
    const dies = everyFailure(1).filter(({ kind }) => kind === 'machine-dies');
    const outcome = (at: number, machine: string) =>
      run(dies.find((failure) => failure.at === at && failure.machine === machine)!);
    expect(outcome(1, 'old-1')).toMatchObject({ outcome: 'quorum-lost', lostAt: 1 });
    // two members need both
    expect(outcome(5, 'old-1')).toMatchObject({ outcome: 'quorum-lost', lostAt: 5 });
    expect(outcome(5, 'new-1')).toMatchObject({ outcome: 'quorum-lost', lostAt: 5 });
    expect(outcome(7, 'new-1')).toMatchObject({ outcome: 'quorum-lost', lostAt: 7 });
    expect(outcome(7, 'old-1').outcome).toBe('completed');
    expect(outcome(2, 'new-1')).toMatchObject({ outcome: 'stuck', block: { reason: 'not-ready' } });
  });
});
