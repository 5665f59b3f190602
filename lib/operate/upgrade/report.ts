import { formatProblem } from '../../cluster';
import type { UpgradePlan } from './plan';
import { entriesOf } from './target';
import { upgradeComponents } from './version-set';

/**
 * A plan as plain text: the cluster and what is asked for, a line for each step with what it does to the machines, why it
 * is there and what to do, and a count at the end; or why there is no path, and the nearest versions that can be reached.
 */
export function upgradeReport(plan: UpgradePlan): string {
  const asked = entriesOf(plan.target).map(([name, version]) => `${name} ${plan.from[name] ?? '(none)'} → ${version}`);
  const lines = [plan.cluster, ...asked.map((line) => `  ~ ${line}`)];
  return [...lines, ...(plan.possible ? path(plan) : refusal(plan)), ''].join('\n');
}

type Possible = Extract<UpgradePlan, { possible: true }>;
type Refused = Extract<UpgradePlan, { possible: false }>;

function path({ steps, leftover }: Possible): string[] {
  if (steps.length === 0) return ['', 'nothing to do: the cluster has these versions'];
  const rows = steps.map(({ component, from, to, impact }, i) => [String(i + 1), impact, component, `${from} → ${to}`]);
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const body = steps.flatMap(({ why, how }, i) => [
    `  ${(rows[i] ?? []).map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`,
    `${' '.repeat((widths[0] ?? 0) + 4)}why: ${why}`,
    `${' '.repeat((widths[0] ?? 0) + 4)}do:  ${how}`,
  ]);
  return ['', ...body, '', ...leftover.map((what) => `left as it is: ${what}`), tally(steps)];
}

function tally(steps: Possible['steps']): string {
  const counts = (['in-place', 'restart', 'reboot', 'roll'] as const).flatMap((impact) => {
    const count = steps.filter((step) => step.impact === impact).length;
    return count === 0 ? [] : [`${String(count)} ${impact}`];
  });
  return `${steps.length === 1 ? '1 step' : `${String(steps.length)} steps`}: ${counts.join(', ')}`;
}

function refusal({ problems, nearest }: Refused): string[] {
  return [
    '',
    'no path:',
    ...problems.map((problem) => `  ${formatProblem(problem)}`),
    ...(nearest === undefined ? [] : [`nearest: kubernetes=${nearest.kubernetes},talos=${nearest.talos}`]),
  ];
}

/** A plan as plain data for other programs: every known member, in one shape whether there is a path or not. */
export function upgradeDocument(plan: UpgradePlan) {
  const inOrder = (versions: Readonly<Partial<Record<string, string | undefined>>>) =>
    Object.fromEntries(
      upgradeComponents.flatMap((name) => (versions[name] === undefined ? [] : [[name, versions[name]]])),
    );
  const { cluster, possible, from, target } = plan;
  return {
    cluster,
    possible,
    from: inOrder(from),
    target: inOrder(target),
    steps: plan.possible ? plan.steps.map((step) => ({ ...step, versions: inOrder(step.versions) })) : [],
    leftover: plan.possible ? plan.leftover : [],
    problems: plan.possible ? [] : plan.problems,
    ...(!plan.possible && plan.nearest !== undefined && { nearest: plan.nearest }),
  };
}
