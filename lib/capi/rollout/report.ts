import type { RolloutPlan } from './plan';
import type { RolloutReason } from './reason';
import type { Rollout } from './rollout';

/**
 * One line for a rollout, as a review shows it: how many machines, how many at once, which machine more is needed, and
 * whether etcd keeps its quorum; e.g. `3 machines, one at a time, surge 1 (needs one more cx33); etcd keeps quorum`.
 */
export function rolloutSummary(rollout: Rollout): string {
  const { replaced, outdated, replicas, strategy, atOnce, extra } = rollout;
  const scaled =
    replicas.before === replicas.after ? [] : [`${String(replicas.before)} → ${String(replicas.after)} machines`];
  const rolled =
    strategy.type === 'OnDelete'
      ? outdated > 0
        ? [`${count(outdated, 'machine')}, each when it is deleted (OnDelete)`]
        : []
      : replaced > 0
        ? [
            `${count(replaced, 'machine')}, ${atOnce === 1 ? 'one' : String(atOnce)} at a time, surge ${String(strategy.maxSurge)}${needs(extra)}`,
          ]
        : [];
  return [[...rolled, ...scaled].join(', '), ...risks(rollout)].join('; ');
}

/** The rollouts of a plan as plain text: a line each, its reasons, and what to think of before. */
export function rolloutReport({ rollouts, silent }: RolloutPlan): string {
  return [
    ...rollouts.flatMap((rollout) => [
      `roll  ${rollout.kind}/${rollout.name}  ${rolloutSummary(rollout)}`,
      ...rollout.reasons.map((reason) => `      because ${reasonText(reason)}`),
      ...rollout.advice.map((advice) => `      ${advice}`),
    ]),
    ...silent.map(({ kind, name, what }) => `none  ${kind}/${name}  ${what}`),
  ]
    .map((line) => `${line}\n`)
    .join('');
}

function reasonText({ field, what, before, after, members = [] }: RolloutReason): string {
  const values = before === undefined && after === undefined ? '' : ` ${before ?? '(none)'} → ${after ?? '(none)'}`;
  const names = members.length === 0 || what === 'talos-config' ? '' : ` (${members.join(', ')})`;
  return `${field}${values}${names}`;
}

function needs(extra: Rollout['extra']): string {
  if (extra === undefined) return '';
  const machine = extra.machine === '' ? 'machine' : extra.machine;
  return ` (needs ${extra.count === 1 ? 'one' : String(extra.count)} more ${machine})`;
}

function risks(rollout: Rollout): string[] {
  if (rollout.kind !== 'TalosControlPlane' || rollout.steps.length === 0) return [];
  const { etcd, outcome, threats } = rollout;
  const quorum = etcd.keepsQuorum ? 'etcd keeps quorum' : 'etcd loses its quorum';
  if (outcome === 'completed') return [quorum];
  const issues = threats.filter(({ when }) => when !== 'unhealthy-member').map(({ issue }) => String(issue));
  return [quorum, `stops before its end${issues.length > 0 ? ` (issue ${issues.join(', ')})` : ''}`];
}

function count(number: number, noun: string): string {
  return `${String(number)} ${noun}${number === 1 ? '' : 's'}`;
}
