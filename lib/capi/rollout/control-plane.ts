import { controlPlaneDeadlocks, controlPlaneDeadlocksOf, type ControlPlaneDeadlock } from '../../cluster';
import { controlPlaneAdvice } from './advice';
import type { ProviderVersions } from './control-plane-provider';
import { controlPlaneReasons, type ObjectPair } from './reason';
import type { ControlPlaneRollout } from './rollout';
import { simulateRollout } from './simulation';
import { controlPlaneStrategy, replicasOf } from './strategy';
import { referenceAt, tryResolve } from '../reference';
import { machineOf } from './template';

/** What a changed TalosControlPlane does to its machines; nothing where it does nothing. */
export function controlPlaneRollout(
  pair: ObjectPair,
  path: string,
  provider: ProviderVersions,
): ControlPlaneRollout | undefined {
  const { before, after } = pair;
  const reasons = controlPlaneReasons(pair);
  const replicas = { before: replicasOf(before), after: replicasOf(after) };
  if (reasons.length === 0 && replicas.before === replicas.after) return undefined;

  const strategy = controlPlaneStrategy(after);
  const outdated = reasons.length > 0 ? replicas.before : 0;
  const replaced = strategy.type === 'OnDelete' ? 0 : outdated;
  const threats = threatsOf(provider.running, replaced > 0 || replicas.after < replicas.before, replicas.before);
  const { outcome, steps } = simulateRollout({
    replicas: Math.max(1, replicas.after),
    machines: Math.max(1, replicas.before),
    outdated: replaced > 0,
    maxSurge: strategy.type === 'RollingUpdate' && strategy.maxSurge === 0 ? 0 : 1,
    // without a version, the plan is that of a provider that works, and every threat is named
    controller: provider.running ?? WORKING,
  });
  const rollout = {
    kind: 'TalosControlPlane' as const,
    namespace: after.metadata.namespace ?? '',
    name: after.metadata.name,
    path,
    reasons,
    replicas,
    replaced,
    outdated,
    strategy,
    atOnce: steps.length > 0 ? 1 : 0,
    ...extraMachine(pair, Math.max(0, ...steps.map(({ machines }) => machines)) - replicas.after),
    provider: provider.running,
    steps,
    outcome,
    etcd: {
      keepsQuorum: steps.every(({ spare }) => spare >= 0),
      weakSteps: steps.filter(({ spare }) => spare === 0).map(({ step }) => step),
    },
    threats,
  };
  return { ...rollout, advice: controlPlaneAdvice(rollout, provider) };
}

/** A provider without the known deadlocks of an undisturbed rollout. */
const WORKING = { marksLeaving: true, deletesAfterLeaving: true };

function threatsOf(version: string | undefined, leaves: boolean, machines: number): readonly ControlPlaneDeadlock[] {
  if (!leaves) return [];
  const all = version === undefined ? controlPlaneDeadlocks : controlPlaneDeadlocksOf(version);
  return all.filter(({ when }) => when !== 'one-machine' || machines === 1);
}

function extraMachine({ after, afterFiles }: ObjectPair, count: number): Pick<ControlPlaneRollout, 'extra'> {
  const template = referenceAt(after, 'spec', 'infrastructureTemplate');
  if (count <= 0 || template === undefined) return {};
  const found = tryResolve(afterFiles, template, after.metadata.namespace);
  return { extra: { count, machine: machineOf(found?.object), template: template.name } };
}
