import fc from 'fast-check';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineCluster, type ClusterDefinition, type JsonObject } from '../../lib/cluster';
import { randomHetzner, randomVsphere } from '../../test/support/random-machines';
import { installFrom, type RequiredProvider } from '../provider-mirror';
import { numberFrom, seedOf } from '../suite';
import type { Tally } from '../tally';
import { onBench, wholeLife } from './lifecycle';
import { runProgram } from './run-program';
import { jsonOf, stackFiles } from './stack-file';
import { terraformProgram } from './terraform';

/** How many random definitions are validated, and how many of them live a whole life. */
const validated = () => numberFrom('RUNS', 300);
const lived = 4;

/**
 * Random definitions in the hands of the real providers: all of them validated, which checks types, what is required and
 * what excludes each other; a few built, planned again and destroyed, which shows what only an apply finds out.
 */
export async function randomDefinitions(tally: Tally): Promise<void> {
  const seed = seedOf();
  const half = Math.ceil(validated() / 2);
  const hetzner = fc.sample(randomHetzner, { numRuns: half, seed });
  const vsphere = fc.sample(randomVsphere, { numRuns: half, seed });
  await validateAll(tally, [...hetzner, ...vsphere]);
  for (const [index, definition] of [...hetzner.slice(0, lived), ...vsphere.slice(0, lived)].entries()) {
    // a state elsewhere would have to be served
    const machines = { ...definition.machines, state: undefined } as ClusterDefinition['machines'];
    const cluster = defineCluster({ ...definition, name: `random-${String(index)}`, machines });
    await onBench(tally, cluster, wholeLife);
  }
}

interface Stack {
  readonly terraform?: { readonly required_providers?: Readonly<Record<string, RequiredProvider>> };
  readonly variable?: Readonly<Record<string, { readonly default?: unknown }>>;
}

interface Diagnostic {
  readonly severity: string;
  readonly summary: string;
  readonly detail?: string;
  readonly range?: { readonly filename: string };
}

/** Validates each definition as a module of one configuration, so that each provider is started once and not 300 times. */
async function validateAll(tally: Tally, definitions: readonly ClusterDefinition[]): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'plinth-random-'));
  try {
    const stacks = definitions.map((definition, index) => {
      const [file] = stackFiles(defineCluster(definition));
      if (file === undefined) throw new Error('a definition without a stack');
      const stack: JsonObject & Stack = jsonOf(file);
      return [`m${String(index)}`, stack] as const;
    });
    const modules = stacks.map(([name, stack]) => {
      mkdirSync(join(root, name));
      writeFileSync(join(root, name, 'main.tf.json'), JSON.stringify(stack));
      return [name, { source: `./${name}`, ...argumentsOf(stack) }] as const;
    });
    writeFileSync(join(root, 'main.tf.json'), JSON.stringify({ module: Object.fromEntries(modules) }));
    const required = stacks.flatMap(([, stack]) => Object.values(stack.terraform?.required_providers ?? {}));
    const { env } = installFrom(root, required);
    const program = terraformProgram();
    const init = await runProgram(program, ['init', '-input=false', '-no-color'], root, env);
    tally.check('random definitions: init', init.status === 0, () => init.output);
    const { output } = await runProgram(program, ['validate', '-json'], root, env);
    const { diagnostics } = JSON.parse(output) as { readonly diagnostics: readonly Diagnostic[] };
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    for (const [index, [name]] of modules.entries()) {
      const own = errors.filter(({ range }) => range?.filename.startsWith(`${name}/`));
      tally.check(`random definition ${String(index)}: validate`, own.length === 0, () => JSON.stringify(own, null, 1));
    }
    const others = errors.filter(({ range }) => !(range?.filename ?? '').includes('/'));
    tally.check('random definitions: nothing else is wrong', others.length === 0, () =>
      JSON.stringify(others, null, 1),
    );
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** What a module must be given: its variables without a default. */
function argumentsOf({ variable = {} }: Stack): Readonly<Record<string, string>> {
  const open = Object.entries(variable).filter(([, { default: value }]) => value === undefined);
  return Object.fromEntries(open.map(([name]) => [name, 'given']));
}
