import type { Construct } from 'constructs';
import { formatProblem, type Cluster, type Infrastructure, type Problem } from '../cluster';

/** What every construct that stands for a cluster's machines takes. */
export interface MachineProviderProps {
  readonly cluster: Cluster;
}

/**
 * The machines of a cluster, where the given infrastructure carries them. Where another one does, the construct says so
 * when it is validated, and has nothing to build.
 */
export function machinesOn<Kind extends Infrastructure['kind']>(
  kind: Kind,
  construct: Construct,
  cluster: Cluster,
): Extract<Infrastructure, { kind: Kind }> | undefined {
  const { machines } = cluster;
  if (isKind(machines, kind)) return machines;
  report(construct, [
    {
      path: `${cluster.id} machines`,
      what: `${construct.constructor.name} cannot build the machines of this infrastructure`,
      got: machines.kind,
      allowed: kind,
      fix: `use the constructs of ${machines.kind}`,
    },
  ]);
  return undefined;
}

/** Makes problems reach `cdktf synth`, which reports those of all constructs at once. */
export function report(construct: Construct, problems: readonly Problem[]): void {
  if (problems.length > 0) construct.node.addValidation({ validate: () => problems.map(formatProblem) });
}

function isKind<Kind extends Infrastructure['kind']>(
  machines: Infrastructure,
  kind: Kind,
): machines is Extract<Infrastructure, { kind: Kind }> {
  return machines.kind === kind;
}
