import { describe, expect, it } from 'vitest';
import { upgradePlan, type UpgradePlan, type UpgradeSubject } from '../../lib/operate';
import { allPairs, nameOf, oneStep, pairOf, same, stepsBetween, supported, type Pair } from './grid';
import { managed, standing } from './subject';

const from = ({ kubernetes, talos }: Pair) => [`v1.${String(kubernetes)}.0`, `v1.${String(talos)}.0`] as const;
const target = ({ kubernetes, talos }: Pair) => ({
  kubernetes: `v1.${String(kubernetes)}.99`,
  talos: `v1.${String(talos)}.99`,
});

/** Walks a path without the planner's help: each step changes one thing, by one step, inside the windows. */
function walk(plan: Extract<UpgradePlan, { possible: true }>, inGrid: (pair: Pair) => boolean): Pair {
  let at: { kubernetes: string; talos: string } = plan.from;
  for (const { versions, component, from: before, to } of plan.steps) {
    expect(versions[component]).toBe(to);
    expect(before < to || before.length < to.length).toBe(true);
    const [old, now] = [pairOf(at), pairOf(versions)];
    expect(inGrid(now)).toBe(true);
    expect(same(old, now) || oneStep(old, now)).toBe(true);
    expect(Number(versions.kubernetes !== at.kubernetes) + Number(versions.talos !== at.talos)).toBeLessThanOrEqual(1);
    at = versions;
  }
  expect(at).toMatchObject(plan.target);
  return pairOf(at);
}

function checkAllTargets(start: Pair, subject: UpgradeSubject, inGrid: (pair: Pair) => boolean): void {
  for (const end of allPairs) {
    const plan = upgradePlan(subject, target(end));
    const steps = stepsBetween(start, end, inGrid);
    const says = `${nameOf(start)} to ${nameOf(end)}`;
    expect(plan.possible, says).toBe(steps < Infinity);
    if (plan.possible) {
      expect(walk(plan, inGrid), says).toEqual(end);
      // the last step of a minor goes to the release asked for; within the first minor that is a step of its own
      const within = Number(start.kubernetes === end.kubernetes) + Number(start.talos === end.talos);
      expect(plan.steps, says).toHaveLength(steps + within);
    } else {
      expect(plan.problems.length, says).toBeGreaterThan(0);
      expect(reasonOf(plan.problems.map(({ what }) => what)), says).toBe(expectedReason(start, end, inGrid));
      if (inGrid(start)) expect(stepsBetween(start, pairOf(plan.nearest!), inGrid), says).toBeLessThan(Infinity);
    }
  }
}

function reasonOf(whats: readonly string[]): string {
  const text = whats.join('; ');
  if (text.includes('do not go together')) return 'start';
  if (text.includes('a downgrade')) return 'downgrade';
  if (text.includes('outside the support window')) return 'window';
  return /supports (kubernetes|talos) .*, not v/.test(text) ? 'provider' : text;
}

function expectedReason(start: Pair, end: Pair, inGrid: (pair: Pair) => boolean): string {
  if (!supported(start)) return 'start';
  if (end.kubernetes < start.kubernetes || end.talos < start.talos) return 'downgrade';
  if (!supported(end)) return 'window';
  return inGrid(end) && inGrid(start) ? 'no path' : 'provider';
}

/** Cluster API 1.12 and the Talos providers 0.6 and 0.5 manage these. */
const byProviders = (pair: Pair) => supported(pair) && pair.kubernetes <= 36 && pair.talos <= 13;

describe('an upgrade between all pairs of Kubernetes 1.31 to 1.37 and Talos 1.10 to 1.14', () => {
  it.each(allPairs.map((pair) => ({ pair, name: nameOf(pair) })))(
    'is the shortest supported path, or names why there is none, from $name',
    ({ pair }) => {
      checkAllTargets(pair, standing(...from(pair)), supported);
    },
  );

  it.each(allPairs.map((pair) => ({ pair, name: nameOf(pair) })))(
    'stays within what the providers of Cluster API manage, from $name',
    ({ pair }) => {
      checkAllTargets(pair, managed(...from(pair), { core: 'v1.12.11' }), byProviders);
    },
  );
});
