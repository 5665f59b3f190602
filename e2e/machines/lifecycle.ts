import { isDeepStrictEqual } from 'node:util';
import type { Cluster } from '../../lib/cluster';
import type { Tally } from '../tally';
import { changes } from './plan';
import { openSite, type Site } from './site';
import { jsonOf, stackFiles } from './stack-file';
import { Workspace } from './workspace';

/** A stack of a cluster with the server that it is built on. */
export interface Bench {
  readonly cluster: Cluster;
  readonly site: Site;
  readonly workspace: Workspace;
  readonly tally: Tally;
  /** Begins the names of checks. */
  readonly name: string;
}

export interface BenchOptions {
  /** @default - see `terraformProgram` */
  readonly program?: string;
  /** More environment for Terraform. @default - none */
  readonly env?: Readonly<Record<string, string>>;
}

/** Opens a site and a workspace for each stack of a cluster, does the work, and closes them whatever happens. */
export async function onBench(
  tally: Tally,
  cluster: Cluster,
  work: (bench: Bench) => Promise<void>,
  options: BenchOptions = {},
): Promise<void> {
  for (const file of stackFiles(cluster)) {
    const site = await openSite(cluster);
    const workspace = new Workspace(file.path, { ...site.env, ...options.env }, options.program);
    const name = `${cluster.id} ${file.path.split('/').at(-2) ?? ''}`;
    try {
      workspace.write(jsonOf(file), site.override);
      const init = await workspace.init();
      tally.check(`${name}: init`, init.status === 0, () => init.output);
      if (init.status === 0) await work({ cluster, site, workspace, tally, name });
      tally.check(`${name}: requests that the test server knows`, site.unknown().length === 0, () =>
        site.unknown().join(', '),
      );
    } finally {
      workspace.close();
      await site.close();
    }
  }
}

/** Every step of the life of a stack, with the real provider: nothing is left to do after apply, and nothing after destroy. */
export async function wholeLife(bench: Bench): Promise<void> {
  const { cluster, site, workspace, tally, name } = bench;
  const validated = await workspace.run('validate');
  tally.check(`${name}: validate`, validated.status === 0, () => validated.output);
  if (!(await apply(bench))) return;

  await comparePlanWithNothing(bench, 'second plan');
  compare(bench, 'what is built equals the definition', site.found(), site.expected(cluster));

  const refused = await workspace.run('destroy', '-auto-approve', '-input=false');
  const guarded = workspace.isGuarded();
  tally.check(
    `${name}: destroy is refused as long as something is protected`,
    !guarded || refused.status !== 0,
    () => refused.output,
  );
  if (guarded) {
    compare(bench, 'a refused destroy leaves everything', site.found(), site.expected(cluster));
    workspace.unprotect(site.override);
    const destroyed = await workspace.run('destroy', '-auto-approve', '-input=false');
    tally.check(`${name}: destroy`, destroyed.status === 0, () => destroyed.output);
  }
  compare(bench, 'nothing is left after destroy', site.found(), site.empty);
}

/** Plans and applies. Returns whether that went well; what Terraform said is shown where not. */
export async function apply({ workspace, tally, name }: Bench): Promise<boolean> {
  const planned = await workspace.plan();
  tally.check(`${name}: plan`, planned.status === 2, () => planned.output);
  if (planned.status !== 2) return false;
  const applied = await workspace.run('apply', '-input=false', 'plan');
  tally.check(`${name}: apply`, applied.status === 0, () => applied.output);
  return applied.status === 0;
}

/** A plan that changes nothing, by Terraform's own word. */
export async function comparePlanWithNothing({ workspace, tally, name }: Bench, what: string): Promise<void> {
  const { status, plan, output } = await workspace.plan();
  tally.check(`${name}: ${what} is empty`, status === 0, () =>
    plan === undefined ? output : [...changes(plan)].join('; ') + output,
  );
}

export function compare(
  { tally, name }: Pick<Bench, 'tally' | 'name'>,
  what: string,
  found: unknown,
  expected: unknown,
): void {
  const text = (value: unknown) => JSON.stringify(value, undefined, 1);
  tally.check(
    `${name}: ${what}`,
    isDeepStrictEqual(found, expected),
    () => `found ${text(found)}\nexpected ${text(expected)}`,
  );
}
