import { Fn, Op, ref, Token, type Precondition } from 'cdktf';
import type { Construct } from 'constructs';
import { nearest, type Cluster, type Machine, type Problem } from '../cluster';
import { nodeConfigText, type Authority, type MachineSecrets } from '../talos';
import { isExpression, report, type Expression, type MachineProviderProps } from './machine-provider';

/** What an infrastructure takes as the configuration of a machine. */
export interface ConfigLimit {
  /** What it calls the text, e.g. `user_data`. */
  readonly what: string;
  /** Bytes of the configuration itself. */
  readonly bytes: number;
}

/**
 * The configurations that machines boot with, by machine name, as far as they are given. What is wrong with them is
 * reported: names that nobody has, values instead of expressions, and configurations too large for the infrastructure.
 */
export function machineConfigs(
  construct: Construct,
  { cluster, machineConfig = {} }: MachineProviderProps,
  limit: ConfigLimit,
): ReadonlyMap<string, Expression> {
  const machines = cluster.pools.flatMap((pool) => pool.machines);
  report(
    construct,
    Object.entries(machineConfig).flatMap(([name, config]) => {
      const machine = machines.find((candidate) => candidate.name === name);
      if (machine === undefined) return [unknownMachine(cluster, machines, name)];
      return [...valueProblems(name, config), ...sizeProblems(cluster, machine, limit)];
    }),
  );
  return new Map(Object.entries(machineConfig).map(([name, config]) => [name, asReference(config)]));
}

/** An expression that a caller wrote out, as one of cdktf's own, which its functions take without asking about quotes. */
function asReference(config: Expression): Expression {
  const written = /^\$\{([^]+)\}$/.exec(config)?.[1];
  // a token of cdktf's looks like one, and is one already
  return written === undefined || /^TfToken\[[^\]]+\]$/.test(written) ? config : Token.asString(ref(written));
}

/** Lets Terraform look at the text itself before it makes the machine: the definition knows its size but for the secrets. */
export function fits(config: Expression, { what, bytes }: ConfigLimit): Precondition {
  return {
    condition: Op.lte(Fn.lengthOf(Fn.base64encode(config)), base64Length(bytes)),
    errorMessage: `The Talos configuration is larger than ${what} may be: ${String(bytes)} bytes.`,
  };
}

/** Length of what so many bytes are in Base64. */
export function base64Length(bytes: number): number {
  return Math.ceil(bytes / 3) * 4;
}

function unknownMachine({ id }: Cluster, machines: readonly Machine[], name: string): Problem {
  const known = machines.map((machine) => machine.name);
  return {
    path: `machineConfig.${name}`,
    what: `cluster ${id} has no such machine`,
    got: name,
    allowed: known.join(', '),
    fix: `did you mean ${nearest(name, known)}?`,
  };
}

/** The value itself is never shown: it would be a secret. */
function valueProblems(name: string, config: Expression): Problem[] {
  if (isExpression(config)) return [];
  return [
    {
      path: `machineConfig.${name}`,
      what: 'a value, which would stand in cdk.tf.json with its secrets',
      allowed: 'an expression, such as an attribute of a data source or a sensitive variable',
      fix: 'let Terraform read the configuration when it applies',
    },
  ];
}

function sizeProblems(cluster: Cluster, machine: Machine, { what, bytes }: ConfigLimit): Problem[] {
  const size = Buffer.byteLength(nodeConfigText(cluster, machine, sizedSecrets));
  if (size <= bytes) return [];
  return [
    {
      path: `machineConfig.${machine.name}`,
      what: `the Talos configuration is larger than ${what} may be`,
      got: size,
      allowed: `${String(bytes)} bytes at most`,
      fix: 'move inline manifests and files to the platform, or apply the configuration through the Talos API',
    },
  ];
}

/** Secrets of the size that Talos' own have, measured; what they say has no part in a size. */
const sizedSecrets: MachineSecrets = {
  cluster: { id: text(44), secret: text(44) },
  secrets: { bootstrapToken: text(23), encryption: { provider: 'secretbox', secret: text(44) } },
  trustdInfo: { token: text(23) },
  certs: {
    etcd: authority(579, 227),
    k8s: authority(595, 227),
    k8sAggregator: authority(538, 227),
    k8sServiceAccount: { key: text(3239) },
    os: authority(493, 135),
  },
};

function authority(crt: number, key: number): Authority {
  return { crt: text(crt), key: text(key) };
}

function text(length: number): string {
  return 'x'.repeat(length);
}
