import { describe, expect, it } from 'vitest';
import { formatProblem } from '../../lib/cluster';
import { upgradeDocument, upgradePlan, upgradeReport, type UpgradePlan } from '../../lib/operate';
import { managed, standing } from './subject';

const lines = (plan: UpgradePlan) =>
  plan.possible
    ? plan.steps.map(({ component, from, to, impact }) => `${component} ${from} → ${to} ${impact}`)
    : plan.problems.map(formatProblem);

describe('upgradePlan', () => {
  it('restarts and reboots machines that stand, and replaces those that Cluster API makes', () => {
    const target = { kubernetes: 'v1.36.3', talos: 'v1.13.9' };
    expect(lines(upgradePlan(standing('v1.35.0', 'v1.12.2'), target))).toEqual([
      'talos v1.12.2 → v1.13.9 reboot',
      'kubernetes v1.35.0 → v1.36.3 restart',
    ]);
    expect(lines(upgradePlan(managed('v1.35.0', 'v1.12.2'), target))).toEqual([
      'talos v1.12.2 → v1.13.9 roll',
      'kubernetes v1.35.0 → v1.36.3 roll',
    ]);
  });

  it('brings the providers up first where a step needs them, and says for which', () => {
    const old = { core: 'v1.10.10', talosControlPlane: 'v0.5.12', helm: 'v0.4.2' };
    const plan = upgradePlan(managed('v1.33.0', 'v1.12.2', old), { kubernetes: 'v1.34.1' });
    expect(lines(plan)).toEqual([
      'core v1.10.10 → v1.12.11 in-place',
      'talosControlPlane v0.5.12 → v0.5.13 in-place',
      'kubernetes v1.33.0 → v1.34.1 roll',
    ]);
    expect(plan.possible && plan.steps.map(({ why }) => why)).toEqual([
      'core v1.10.10 supports kubernetes 1.29 to 1.33, not v1.34.1',
      expect.stringContaining('replacing machines with talosControlPlane v0.5.12 does not end'),
      'asked for',
    ]);
  });

  it('replaces no machine with a provider that deadlocks, even within a minor', () => {
    const subject = managed('v1.35.0', 'v1.12.2', { talosControlPlane: 'v0.5.12' });
    expect(lines(upgradePlan(subject, { kubernetes: 'v1.35.4' }))).toEqual([
      'talosControlPlane v0.5.12 → v0.5.13 in-place',
      'kubernetes v1.35.0 → v1.35.4 roll',
    ]);
    const pinned = upgradePlan(subject, { kubernetes: 'v1.35.4', talosControlPlane: 'v0.5.12' });
    expect(lines(pinned)).toEqual([expect.stringContaining('(issue 237)')]);
  });

  it('takes the core up by three minors at most', () => {
    const plan = upgradePlan(managed('v1.33.0', 'v1.12.2', { core: 'v1.10.10' }), { core: 'v1.14.0' });
    expect(lines(plan)).toEqual(['core v1.10.10 → v1.12.11 in-place', 'core v1.12.11 → v1.14.0 in-place']);
  });

  it('says what does not go together even afterwards', () => {
    const plan = upgradePlan(managed('v1.35.0', 'v1.12.2', { core: 'v1.10.10', helm: 'v0.4.2' }), {
      talos: 'v1.12.11',
    });
    expect(plan).toMatchObject({ leftover: ['core v1.10.10 supports kubernetes 1.29 to 1.33, not v1.35.0'] });
  });

  it('has nothing to do where the cluster has the versions', () => {
    const plan = upgradePlan(standing('v1.35.0', 'v1.12.2'), { kubernetes: 'v1.35.0' });
    expect(plan).toMatchObject({ possible: true, steps: [] });
    expect(upgradeReport(plan)).toContain('nothing to do');
  });

  it.each([
    ['a downgrade', { kubernetes: 'v1.34.9' }, 'kubernetes: a downgrade, got "v1.34.9"; allowed: v1.35.0 or newer'],
    ['a downgrade within a minor', { talos: 'v1.12.1' }, 'talos: a downgrade'],
    ['a Kubernetes beyond the Talos that stays', { kubernetes: 'v1.36.3' }, 'name a newer talos too'],
    ['a release that nobody knows', { talos: 'v1.99.0' }, 'nearest 1.14'],
    ['a version with a moving end', { talos: 'v1.13' }, 'talos: not an exact version'],
    ['a version without its v', { talos: '1.13.9' }, 'write v1.13.9'],
    ['a provider that the cluster has not', { core: 'v1.14.0' }, 'the cluster has no such provider'],
    ['nothing', {}, 'no version is asked for'],
  ])('fails on %s, and says what to do', (_what, target, says) => {
    const plan = upgradePlan(standing('v1.35.0', 'v1.12.2'), target);
    expect(plan.possible).toBe(false);
    expect(lines(plan).join('\n')).toContain(says);
  });

  it('fails on all mistakes of a target at once', () => {
    const plan = upgradePlan(standing('v1.35.0', 'v1.12.2'), { kubernetes: 'v1.34.0', talos: 'v1.99.0' });
    expect(lines(plan)).toHaveLength(2);
  });

  it('fails on a cluster whose own versions do not go together', () => {
    const plan = upgradePlan(standing('v1.31.0', 'v1.14.0'), { kubernetes: 'v1.32.4' });
    expect(lines(plan)).toEqual([
      expect.stringContaining('talos v1.14.0 supports kubernetes 1.32 to 1.37, not v1.31.0'),
    ]);
    expect(plan).not.toHaveProperty('nearest');
  });

  it.each([
    [
      { kubernetes: 'v1.37.0', talos: 'v1.14.0' },
      { kubernetes: 'v1.36.3', talos: 'v1.13.9' },
    ],
    [{ kubernetes: 'v1.36.3' }, { kubernetes: 'v1.36.3', talos: 'v1.13.9' }],
    [{ talos: 'v1.99.0' }, { kubernetes: 'v1.35.0', talos: 'v1.13.9' }],
  ])('names the nearest versions that can be reached instead of %j', (target, nearest) => {
    expect(upgradePlan(managed('v1.35.0', 'v1.12.2'), target)).toMatchObject({ possible: false, nearest });
  });

  it('gives a program the same members, path or not', () => {
    const subject = standing('v1.35.0', 'v1.12.2');
    const keys = (plan: UpgradePlan) => Object.keys(upgradeDocument(plan)).filter((key) => key !== 'nearest');
    const found = upgradePlan(subject, { kubernetes: 'v1.35.4' });
    expect(keys(found)).toEqual(keys(upgradePlan(subject, { kubernetes: 'v1.30.0' })));
    expect(upgradeDocument(found).steps).toHaveLength(1);
  });

  it('reads as plain text, a step after the other', () => {
    expect(upgradeReport(upgradePlan(managed('v1.35.0', 'v1.12.2'), { talos: 'v1.13.9' }))).toMatchInlineSnapshot(`
      "prod/k8s
        ~ talos v1.12.2 → v1.13.9

        1  roll  talos  v1.12.2 → v1.13.9
           why: asked for
           do:  set versions.talos to v1.13.9 and wait until the 3 control plane machines are replaced, or keep them with OnDelete and talosctl upgrade

      1 step: 1 roll
      "
    `);
    expect(upgradeReport(upgradePlan(standing('v1.35.0', 'v1.12.2'), { kubernetes: 'v1.36.3' })))
      .toMatchInlineSnapshot(`
      "test/edge
        ~ kubernetes v1.35.0 → v1.36.3

      no path:
        to: outside the support window: talos v1.12.2 supports kubernetes 1.30 to 1.35, not v1.36.3, got "kubernetes=v1.36.3"; allowed: kubernetes 1.30 to 1.35 with talos v1.12.2; name a newer talos too
      nearest: kubernetes=v1.36.3,talos=v1.13.9
      "
    `);
  });
});
