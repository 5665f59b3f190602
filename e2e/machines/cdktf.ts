import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Cluster } from '../../lib/cluster';
import { installFrom, type RequiredProvider } from '../provider-mirror';
import type { Tally } from '../tally';
import { compare } from './lifecycle';
import { runProgram } from './run-program';
import { openSite } from './site';
import { terraformProgram } from './terraform';

const repository = resolve(__dirname, '../..');

/** The CLI that `PLINTH_CDKTF` names, or the installed one; it is too large to be a dependency (424 MB). */
function cdktfProgram(): string | undefined {
  const installed = join(repository, 'node_modules/.bin/cdktf');
  return process.env.PLINTH_CDKTF ?? (existsSync(installed) ? installed : undefined);
}

/** Once the way that users go: `cdktf synth` and `cdktf deploy` of a reference cluster's only stack. */
export async function cdktfDeploy(tally: Tally, cluster: Cluster, shortName: string): Promise<void> {
  const program = cdktfProgram();
  if (program === undefined) {
    console.log('skipped cdktf deploy: cdktf-cli is not installed; PLINTH_CDKTF may name its program');
    return;
  }
  const stack = `${cluster.group}-${cluster.name}-${shortName}`;
  const root = mkdtempSync(join(tmpdir(), 'plinth-cdktf-'));
  const site = await openSite(cluster);
  const name = `cdktf ${stack}`;
  try {
    const output = join(root, 'cdktf.out');
    const folder = join(output, 'stacks', stack);
    const env: Record<string, string> = { ...site.env, CI: '1', TERRAFORM_BINARY_NAME: terraformProgram() };
    const cdktf = async (verb: string, ...args: readonly string[]) => {
      const run = await runProgram(program, [verb, ...args, '--output', output], repository, env);
      tally.check(`${name}: cdktf ${verb}`, run.status === 0, () => run.output);
    };
    await cdktf('synth');
    const { terraform } = JSON.parse(readFileSync(join(folder, 'cdk.tf.json'), 'utf8')) as {
      readonly terraform: { readonly required_providers: Readonly<Record<string, RequiredProvider>> };
    };
    Object.assign(env, installFrom(root, Object.values(terraform.required_providers)).env);
    writeFileSync(join(folder, 'test_override.tf.json'), JSON.stringify(site.override));
    // locking asks the registry itself, past the mirror
    await cdktf('deploy', stack, '--skip-synth', '--skip-provider-lock', '--auto-approve');
    compare({ tally, name }, 'what is built equals the definition', site.found(), site.expected(cluster));
    tally.check(`${name}: state beside cdktf.out`, existsSync(join(root, `terraform.${stack}.tfstate`)), () => root);
  } finally {
    rmSync(root, { recursive: true, force: true });
    await site.close();
  }
}
