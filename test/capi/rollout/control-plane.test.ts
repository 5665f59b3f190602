import { describe, expect, it } from 'vitest';
import {
  rolloutPlan,
  rolloutReport,
  rolloutSummary,
  type ControlPlaneRollout,
  type TreeFiles,
} from '../../../lib/capi';
import { managedCluster, type ManagedChanges } from '../../support/clusters-capi';
import { edited, treeOf } from './trees';

const now = treeOf(managedCluster());
const SOUND = { controlPlaneProvider: 'v0.5.13' };

/** The rollout of the one control plane between the cluster of the tests and a changed one. */
function rolloutTo(after: TreeFiles, options = {}): ControlPlaneRollout {
  const { rollouts } = rolloutPlan(now, after, options);
  expect(rollouts).toHaveLength(1);
  expect(rollouts[0]!.kind).toBe('TalosControlPlane');
  return rollouts[0] as ControlPlaneRollout;
}
const changed = (changes: ManagedChanges) => treeOf(managedCluster(changes));

describe('the rollout plan of a control plane', () => {
  it.each([
    ['the Kubernetes version', changed({ kubernetes: 'v1.35.2' }), ['kubernetes-version']],
    ['the machine type', changed({ type: 'cx43' }), ['machine-template']],
    ['Talos', changed({ talos: 'v1.12.5' }), ['machine-template']],
    [
      'a minor of Talos',
      changed({ talos: 'v1.11.6', kubernetes: 'v1.34.0' }),
      ['kubernetes-version', 'machine-template', 'talos-config'],
    ],
    ['a Talos patch', changed({ schedulable: false }), ['talos-patches']],
    [
      'a byte of a Talos patch',
      edited(now, 'oidc-client-id: kubectl', 'oidc-client-id: "kubectl"'),
      ['talos-patch-bytes'],
    ],
  ])('replaces every machine for a change of %s', (_what, after, reasons) => {
    const { replaced, replicas, reasons: why } = rolloutTo(after, SOUND);
    expect([...new Set(why.map(({ what }) => what))]).toEqual(reasons);
    expect({ replaced, replicas }).toEqual({ replaced: 3, replicas: { before: 3, after: 3 } });
  });

  it('names the field, both values and what of the machine template differs', () => {
    expect(rolloutTo(changed({ kubernetes: 'v1.35.2', type: 'cx43' }), SOUND).reasons).toEqual([
      { field: 'spec.version', what: 'kubernetes-version', before: 'v1.35.0', after: 'v1.35.2' },
      {
        field: 'spec.infrastructureTemplate',
        what: 'machine-template',
        before: expect.stringMatching(/^k8s-control-plane-[0-9a-f]{8}$/) as string,
        after: expect.stringMatching(/^k8s-control-plane-[0-9a-f]{8}$/) as string,
        members: ['type'],
      },
    ]);
  });

  it.each([
    ['nothing', now],
    ['an addon', edited(now, 'version: 1.29.2', 'version: 1.30.0')],
    ['the health check', edited(now, 'maxUnhealthy: 1', 'maxUnhealthy: 0')],
    ['the load balancer', edited(now, 'type: lb11', 'type: lb21')],
    ['a comment', new Map([...now].map(([path, text]) => [path, `# checked\n${text}`]))],
    ['the order of the files', new Map([...now].reverse())],
  ])('is empty where %s changes', (_what, after) => {
    expect(rolloutPlan(now, after)).toEqual({ rollouts: [], silent: [] });
  });

  it('steps through the machines in order, with etcd at every step', () => {
    const rollout = rolloutTo(changed({ kubernetes: 'v1.35.2' }), SOUND);
    expect(rollout.steps).toHaveLength(24);
    expect(rollout).toMatchObject({ outcome: 'completed', atOnce: 1, etcd: { keepsQuorum: true, weakSteps: [] } });
    expect(rollout.steps.filter(({ action }) => action === 'delete-machine').map(({ machine }) => machine)).toEqual([
      'old-1',
      'old-2',
      'old-3',
    ]);
  });

  it('says which machine more must fit', () => {
    expect(rolloutTo(changed({ type: 'cx43' }), SOUND).extra).toMatchObject({ count: 1, machine: 'cx43' });
    const none = edited(
      changed({ type: 'cx43' }),
      '  replicas: 3',
      '  replicas: 3\n  rolloutStrategy:\n    rollingUpdate:\n      maxSurge: 0',
    );
    expect(rolloutTo(none, SOUND)).not.toHaveProperty('extra');
    // without one more machine, one failed member is one too many
    expect(rolloutTo(none, SOUND).etcd.weakSteps.length).toBeGreaterThan(0);
  });

  it('reads a summary as a review shows it', () => {
    expect(rolloutSummary(rolloutTo(changed({ kubernetes: 'v1.35.2' }), SOUND))).toBe(
      '3 machines, one at a time, surge 1 (needs one more cx33); etcd keeps quorum',
    );
    expect(rolloutSummary(rolloutTo(changed({ kubernetes: 'v1.35.2' })))).toBe(
      '3 machines, one at a time, surge 1 (needs one more cx33); etcd keeps quorum; stops before its end (issue 237)',
    );
  });

  it('changes the number of machines without a replacement', () => {
    const rollout = rolloutTo(changed({ count: 5 }), SOUND);
    expect(rollout).toMatchObject({
      reasons: [],
      replaced: 0,
      replicas: { before: 3, after: 5 },
      threats: [],
      outcome: 'completed',
    });
    expect(rolloutSummary(rollout)).toBe('3 → 5 machines; etcd keeps quorum');
  });
});

describe('the provider in a rollout plan', () => {
  const change = changed({ kubernetes: 'v1.35.2' });
  const issues = ({ threats }: ControlPlaneRollout) => threats.map(({ issue }) => issue);

  it('is the one that the configuration of clusterctl names, and deadlocks where it is v0.5.12', () => {
    const rollout = rolloutTo(change);
    expect(rollout).toMatchObject({ provider: 'v0.5.12', outcome: 'stuck' });
    expect(issues(rollout)).toEqual([237, 262]);
    expect(rollout.advice).toContain('bring the control plane provider from v0.5.12 to v0.5.13 or newer first');
  });

  it('is the one that is given, and does not deadlock by itself where it is v0.5.13', () => {
    const rollout = rolloutTo(change, SOUND);
    expect(rollout).toMatchObject({ provider: 'v0.5.13', outcome: 'completed' });
    expect(issues(rollout)).toEqual([262]);
  });

  it('is the one of the operator where there is one', () => {
    const operator = `apiVersion: operator.cluster.x-k8s.io/v1alpha2\nkind: ControlPlaneProvider\nmetadata:\n  name: talos\n  namespace: cacppt-system\nspec:\n  version: v0.5.13\n`;
    const { rollouts } = rolloutPlan(new Map([...now, ['provider.yaml', operator]]), change);
    expect(rollouts[0]).toMatchObject({ provider: 'v0.5.13', outcome: 'completed' });
  });

  it('is still the old one while a change brings both, and the advice is to bring it alone', () => {
    const both = edited(change, 'provider-talos/releases/v0.5.12', 'provider-talos/releases/v0.5.13');
    const rollout = rolloutTo(both);
    expect(rollout).toMatchObject({ provider: 'v0.5.12', outcome: 'stuck' });
    expect(rollout.advice).toContain(
      'bring the control plane provider from v0.5.12 to v0.5.13 in a change of its own first',
    );
  });

  it('is under suspicion where nothing names its version', () => {
    const without = (files: TreeFiles) => new Map([...files].filter(([path]) => !path.endsWith('clusterctl.yaml')));
    const { rollouts } = rolloutPlan(without(now), without(change));
    expect(rollouts[0]).toMatchObject({ provider: undefined, outcome: 'completed' });
    expect(issues(rollouts[0] as ControlPlaneRollout)).toEqual([237, 262]);
  });

  it('threatens a cluster of one machine once more', () => {
    const { rollouts } = rolloutPlan(changed({ count: 1 }), changed({ count: 1, type: 'cx43' }));
    expect(issues(rollouts[0] as ControlPlaneRollout)).toEqual([237, 193, 262]);
  });
});

describe('the advice of a rollout plan', () => {
  it('is to upgrade Talos in place where nothing else changes', () => {
    const inPlace = expect.stringContaining('tuppr or talosctl upgrade') as string;
    expect(rolloutTo(changed({ talos: 'v1.12.5' }), SOUND).advice).toContainEqual(inPlace);
    expect(rolloutTo(changed({ talos: 'v1.12.5', type: 'cx43' }), SOUND).advice).not.toContainEqual(inPlace);
    expect(rolloutTo(changed({ kubernetes: 'v1.35.2' }), SOUND).advice).not.toContainEqual(inPlace);
  });

  it('is to keep the old text where only bytes of a patch differ', () => {
    const bytes = edited(now, 'oidc-client-id: kubectl', 'oidc-client-id: "kubectl"');
    expect(rolloutTo(bytes, SOUND).advice).toContainEqual(expect.stringContaining('keep the old text'));
  });

  it('is to delete machines by hand with OnDelete, which replaces none by itself', () => {
    const after = edited(
      changed({ type: 'cx43' }),
      '  replicas: 3',
      '  replicas: 3\n  rolloutStrategy:\n    type: OnDelete',
    );
    const rollout = rolloutTo(after, SOUND);
    expect(rollout).toMatchObject({ replaced: 0, outdated: 3, steps: [], threats: [], strategy: { type: 'OnDelete' } });
    expect(rollout.advice).toContainEqual(expect.stringContaining('delete the 3 Machines'));
    expect(rolloutSummary(rollout)).toBe('3 machines, each when it is deleted (OnDelete)');
  });

  it('stands below each rollout in the report, with its reasons', () => {
    expect(rolloutReport(rolloutPlan(now, changed({ kubernetes: 'v1.35.2' })))).toMatchInlineSnapshot(`
      "roll  TalosControlPlane/k8s-control-plane  3 machines, one at a time, surge 1 (needs one more cx33); etcd keeps quorum; stops before its end (issue 237)
            because spec.version v1.35.0 → v1.35.2
            bring the control plane provider from v0.5.12 to v0.5.13 or newer first
            begin only with every etcd member healthy; otherwise delete the Machine of the unhealthy member (issue 262)
      "
    `);
  });
});
