import { workerAdvice } from './advice';
import { memberAt } from '../member';
import { deploymentReasons, type ObjectPair } from './reason';
import type { WorkerRollout } from './rollout';
import { deploymentStrategy, replicasOf } from './strategy';
import { referenceAt, tryResolve } from '../reference';
import { machineOf } from './template';
import { workerSteps } from './worker-steps';

/** What a changed MachineDeployment does to its machines; nothing where it does nothing. */
export function workerRollout(pair: ObjectPair, path: string): WorkerRollout | undefined {
  const { before, after, afterFiles } = pair;
  const reasons = deploymentReasons(pair);
  const wanted = memberAt(after, 'spec', 'replicas') === undefined ? replicasOf(before) : replicasOf(after);
  const replicas = { before: replicasOf(before), after: wanted };
  if (reasons.length === 0 && replicas.before === replicas.after) return undefined;

  const strategy = deploymentStrategy(after, replicas.after);
  const outdated = reasons.length > 0 ? replicas.before : 0;
  const steps = workerSteps({ outdated, kept: replicas.before - outdated, replicas: replicas.after }, strategy);
  const template = referenceAt(after, 'spec', 'template', 'spec', 'infrastructureRef');
  const found = template && tryResolve(afterFiles, template, after.metadata.namespace);
  const extra = Math.max(0, ...steps.map(({ machines }) => machines)) - Math.max(replicas.before, replicas.after);
  const rollout = {
    kind: 'MachineDeployment' as const,
    namespace: after.metadata.namespace ?? '',
    name: after.metadata.name,
    path,
    reasons,
    replicas,
    replaced: strategy.type === 'OnDelete' ? 0 : outdated,
    outdated,
    strategy,
    atOnce: Math.max(0, ...steps.map(({ count }) => count)),
    ...(extra > 0 && template !== undefined
      ? { extra: { count: extra, machine: machineOf(found?.object), template: template.name } }
      : {}),
    steps,
  };
  return { ...rollout, advice: workerAdvice(rollout) };
}
