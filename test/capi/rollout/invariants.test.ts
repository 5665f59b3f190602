import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { failureKinds, simulateRollout, type SimulationOptions } from '../../../lib/capi';

const options: fc.Arbitrary<SimulationOptions> = fc
  .record({
    replicas: fc.integer({ min: 1, max: 7 }),
    machines: fc.integer({ min: 1, max: 7 }),
    outdated: fc.boolean(),
    maxSurge: fc.constantFrom(0 as const, 1 as const),
    controller: fc.constantFrom('v0.5.10', 'v0.5.12', 'v0.5.13', 'v0.6.0'),
    failure: fc.option(
      fc.record({
        kind: fc.constantFrom(...failureKinds),
        at: fc.integer({ min: 1, max: 60 }),
        machine: fc.option(fc.constantFrom('old-1', 'old-2', 'old-5', 'new-1', 'new-3'), { nil: undefined }),
        lasting: fc.option(fc.integer({ min: 1, max: 20 }), { nil: undefined }),
      }),
      { nil: undefined },
    ),
  })
  .map(({ failure, ...rest }) => ({ ...rest, ...(failure !== undefined && { failure }) }));

describe('any rolling update', () => {
  it('comes to an end, with numbers that can be', () => {
    fc.assert(
      fc.property(options, (given) => {
        const { steps, outcome, lostAt } = simulateRollout(given);
        for (const { machines, members, healthy, quorum, spare } of steps) {
          expect(Math.min(machines, members, healthy)).toBeGreaterThanOrEqual(0);
          expect(healthy).toBeLessThanOrEqual(members);
          expect(members).toBeLessThanOrEqual(machines);
          expect(quorum).toBe(Math.floor(members / 2) + 1);
          expect(spare).toBe(healthy - quorum);
        }
        expect(outcome === 'quorum-lost').toBe(lostAt !== undefined);
        expect(steps.slice(0, -1).every(({ spare }) => spare >= 0)).toBe(true);
      }),
    );
  });

  it('never has more machines than wanted and one, unless it began with more', () => {
    fc.assert(
      fc.property(options, (given) => {
        const most = Math.max(given.replicas + (given.maxSurge ?? 1), given.machines ?? 0);
        expect(Math.max(0, ...simulateRollout(given).steps.map(({ machines }) => machines))).toBeLessThanOrEqual(most);
      }),
    );
  });

  it('never takes two machines away at once, and none of etcd before another is out', () => {
    fc.assert(
      fc.property(options, (given) => {
        let leaving: string | undefined;
        for (const { action, machine } of simulateRollout(given).steps) {
          if (action === 'leave-etcd') {
            expect(leaving).toBeUndefined();
            leaving = machine;
          }
          if (action === 'server-gone') {
            expect(machine).toBe(leaving);
            leaving = undefined;
          }
        }
      }),
    );
  });

  it('changes the members of etcd by one vote at a time', () => {
    fc.assert(
      fc.property(options, (given) => {
        let members = given.machines ?? given.replicas;
        for (const step of simulateRollout(given).steps) {
          expect(Math.abs(step.members - members)).toBeLessThanOrEqual(1);
          members = step.members;
        }
      }),
    );
  });

  it('ends with the machines wanted, all new, where nothing goes wrong and the release is sound', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 7 }), (replicas, machines) => {
        const { outcome, steps } = simulateRollout({ replicas, machines, controller: 'v0.5.13' });
        expect(outcome).toBe('completed');
        expect(steps.at(-1)).toMatchObject({ machines: replicas, members: replicas, healthy: replicas });
        const gone = steps.filter(({ action }) => action === 'server-gone').map(({ machine }) => machine);
        expect(gone).toEqual(Array.from({ length: machines }, (_, i) => `old-${String(i + 1)}`));
      }),
    );
  });
});
