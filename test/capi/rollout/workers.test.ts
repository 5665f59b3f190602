import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rolloutPlan, rolloutSummary, type WorkerRollout } from '../../../lib/capi';
import { deploymentStrategy } from '../../../lib/capi/rollout/strategy';
import { workerSteps } from '../../../lib/capi/rollout/worker-steps';
import { edited, fileOf, workerPool } from './trees';

const now = fileOf(...workerPool());

function rolloutTo(after: ReturnType<typeof fileOf>, before = now): WorkerRollout {
  const { rollouts } = rolloutPlan(before, after);
  expect(rollouts).toHaveLength(1);
  return rollouts[0] as WorkerRollout;
}

describe('the rollout plan of a worker pool', () => {
  it.each([
    ['the Kubernetes version', edited(now, 'version: v1.35.0', 'version: v1.35.2'), 'kubernetes-version'],
    [
      'the bootstrap template',
      fileOf(...workerPool({}, { bootstrap: { configRef: { kind: 'TalosConfigTemplate', name: 'edge-workers-2' } } })),
      'bootstrap-template',
    ],
    ['the failure domain', fileOf(...workerPool({}, { failureDomain: 'fsn1' })), 'failure-domain'],
    ['the time of a forced rollout', fileOf(...workerPool({ rolloutAfter: '2026-02-09T15:00:00Z' })), 'rollout-after'],
  ])('replaces every machine for a change of %s', (_what, after, what) => {
    expect(rolloutTo(after)).toMatchObject({ replaced: 4, reasons: [{ what }] });
  });

  it.each([
    ['labels of the machines', fileOf(...workerPool({}, { nodeDrainTimeout: '5m0s' }))],
    ['the strategy', fileOf(...workerPool({ strategy: { type: 'OnDelete' } }))],
    [
      'the spelling of a reference',
      fileOf(
        ...workerPool(
          {},
          {
            infrastructureRef: {
              apiGroup: 'infrastructure.cluster.x-k8s.io',
              kind: 'HCloudMachineTemplate',
              name: 'edge-workers-1',
            },
          },
        ),
      ),
    ],
  ])('is empty where %s changes', (_what, after) => {
    expect(rolloutPlan(now, after).rollouts).toEqual([]);
  });

  it('needs room for the surge, and says of which machine', () => {
    const version = { version: 'v1.35.2' };
    const rollout = rolloutTo(
      fileOf(...workerPool({ strategy: { rollingUpdate: { maxSurge: '30%', maxUnavailable: 1 } } }, version)),
    );
    expect(rollout).toMatchObject({
      strategy: { maxSurge: 2, maxUnavailable: 1 },
      extra: { count: 2, machine: 'cx43', template: 'edge-workers-1' },
    });
    expect(rolloutSummary(rolloutTo(fileOf(...workerPool({}, version))))).toBe(
      '4 machines, one at a time, surge 1 (needs one more cx43)',
    );
  });

  it('reads the strategy of contract v1beta2 where it stands', () => {
    const rollout = rolloutTo(
      fileOf(...workerPool({ rollout: { strategy: { type: 'OnDelete' } } }, { version: 'v1.35.2' })),
    );
    expect(rollout).toMatchObject({ strategy: { type: 'OnDelete' }, replaced: 0, outdated: 4, steps: [] });
  });

  it('says of templates that change under their name that no machine gets it', () => {
    expect(rolloutPlan(now, edited(now, 'type: cx43', 'type: cx53')).silent).toEqual([
      expect.objectContaining({
        kind: 'HCloudMachineTemplate',
        what: expect.stringContaining('refuses the change') as string,
      }),
    ]);
    expect(rolloutPlan(now, edited(now, 'talosVersion: v1.12', 'talosVersion: v1.13')).silent).toEqual([
      expect.objectContaining({
        kind: 'TalosConfigTemplate',
        what: expect.stringContaining('keep their configuration') as string,
      }),
    ]);
  });

  it('rolls control planes before workers', () => {
    const controlPlane = (version: string) => ({
      apiVersion: 'controlplane.cluster.x-k8s.io/v1alpha3',
      kind: 'TalosControlPlane',
      metadata: { name: 'z', namespace: 'default' },
      spec: { replicas: 1, version },
    });
    const [before, after] = ['v1.35.0', 'v1.35.2'].map((version) =>
      fileOf(...workerPool({}, { version }), controlPlane(version)),
    );
    expect(rolloutPlan(before!, after!).rollouts.map(({ kind }) => kind)).toEqual([
      'TalosControlPlane',
      'MachineDeployment',
    ]);
  });
});

describe('the strategy of a worker pool', () => {
  // the examples that Cluster API gives beside its own function
  it.each([
    [2, '0%', '1%', 0, 1],
    [1, '0%', '1%', 0, 1],
    [2, '1%', '25%', 1, 0],
    [1, '1%', '25%', 1, 0],
    [2, '1%', '0%', 1, 0],
    [10, '25%', '25%', 3, 2],
    [4, 2, 0, 2, 0],
  ])(
    'of %i machines with surge %s and unavailable %s is %i and %i',
    (replicas, surge, unavailable, maxSurge, maxUnavailable) => {
      const object = { spec: { strategy: { rollingUpdate: { maxSurge: surge, maxUnavailable: unavailable } } } };
      expect(deploymentStrategy(object, replicas)).toEqual({ type: 'RollingUpdate', maxSurge, maxUnavailable });
    },
  );
});

describe('the steps of a worker pool', () => {
  it('come to an end, within the surge and what may be missing', () => {
    const number = (min: number) => fc.integer({ min, max: 9 });
    fc.assert(
      fc.property(
        number(0),
        number(0),
        number(0),
        number(0),
        number(0),
        (outdated, kept, replicas, maxSurge, missing) => {
          const maxUnavailable = maxSurge === 0 ? Math.max(1, missing) : missing;
          const steps = workerSteps({ outdated, kept, replicas }, { type: 'RollingUpdate', maxSurge, maxUnavailable });
          const start = outdated + kept;
          let machines = start;
          for (const { action, count, machines: after } of steps) {
            expect(count).toBeGreaterThan(0);
            machines += action === 'add-machines' ? count : -count;
            expect(after).toBe(machines);
            expect(machines).toBeLessThanOrEqual(Math.max(start, replicas + maxSurge));
            expect(machines).toBeGreaterThanOrEqual(Math.min(start, Math.max(0, replicas - maxUnavailable)));
          }
          expect(machines).toBe(replicas);
          expect(steps.length === 0).toBe(outdated === 0 && start === replicas);
        },
      ),
    );
  });
});
