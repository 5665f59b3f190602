import { Token, type TerraformResource } from 'cdktf';
import type { Construct } from 'constructs';
import { formatProblem, nearest, type Cluster, type Infrastructure, type Machine, type Problem } from '../cluster';

/** A text that Terraform knows when it applies: a reference, or a call of its functions. */
export type Expression = string;

/** What every construct that stands for a cluster's machines takes. */
export interface MachineProviderProps {
  readonly cluster: Cluster;
  /** Names of the machine pools to build. @default - all of the cluster */
  readonly pools?: readonly string[];
  /**
   * Talos configuration that machines boot with, by machine name: expressions, such as an attribute of the SOPS data source.
   * @default - none: machines boot into Talos' maintenance mode and wait for it
   */
  readonly machineConfig?: Readonly<Record<string, Expression>>;
}

/** A machine as its infrastructure gives it. */
export interface ProvidedMachine {
  readonly machine: Machine;
  /** What Terraform makes; for dependencies and overrides. */
  readonly resource: TerraformResource;
  /** Its id at the infrastructure. */
  readonly id: Expression;
  /** Its address in the node network. */
  readonly address: Expression;
  /** Where administrators reach it: a public address where it has one. */
  readonly reachableAt: Expression;
}

/**
 * The machines of a cluster, whatever makes them. Further layers ask for no more than this, and `test/terraform` holds one
 * suite that every provider passes. A further one is a folder of constructs and a line in `machine-providers.ts`.
 */
export interface MachineProvider extends Construct {
  /** The machines by name, in the order of the definition. */
  readonly machines: ReadonlyMap<string, ProvidedMachine>;
  /** Host or address where clients reach the Kubernetes API. */
  readonly endpoint: Expression;
}

/** The class of a machine provider. */
export type MachineProviderClass = new (scope: Construct, id: string, props: MachineProviderProps) => MachineProvider;

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

/** The pools that a construct is asked to build; names that the cluster does not have are reported. */
export function selectPools(
  construct: Construct,
  { cluster, pools: names }: MachineProviderProps,
): readonly Cluster['pools'][number][] {
  if (names === undefined) return cluster.pools;
  const known = cluster.pools.map(({ name }) => name);
  report(
    construct,
    names
      .filter((name) => !known.includes(name))
      .map((name) => ({
        path: 'pools',
        what: `cluster ${cluster.id} has no such machine pool`,
        got: name,
        allowed: known.join(', '),
        fix: `did you mean ${nearest(name, known)}?`,
      })),
  );
  return cluster.pools.filter(({ name }) => names.includes(name));
}

/** Makes problems reach `cdktf synth`, which reports those of all constructs at once. */
export function report(construct: Construct, problems: readonly Problem[]): void {
  if (problems.length > 0) construct.node.addValidation({ validate: () => problems.map(formatProblem) });
}

/** Whether a text is an expression, and not a value that would stand in `cdk.tf.json`. */
export function isExpression(text: string): boolean {
  return Token.isUnresolved(text) || /^\$\{[^]+\}$/.test(text);
}

function isKind<Kind extends Infrastructure['kind']>(
  machines: Infrastructure,
  kind: Kind,
): machines is Extract<Infrastructure, { kind: Kind }> {
  return machines.kind === kind;
}
