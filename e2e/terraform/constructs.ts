import { spawnSync } from 'node:child_process';
import { Tally } from '../tally';
import { checkGitOps } from './gitops-checks';
import { buildProvider, goProviders } from './provider';
import { checkTalos } from './talos-checks';

// tsx e2e/terraform/constructs.ts: Talos through Terraform and the bootstrap of a GitOps engine, in Terraform's hands.
// Providers that the Go module proxy does not serve are played from their schema by e2e/tools/schema-provider.

async function main(): Promise<number> {
  for (const tool of ['go', 'terraform']) {
    if (spawnSync(tool, ['version']).status === 0) continue;
    console.log(`skipped: ${tool} is not on PATH; install it to run the stacks`);
    return 0;
  }
  goProviders.filter(({ name }) => name !== 'hcloud').forEach(buildProvider);
  const tally = new Tally();
  checkGitOps(tally);
  await checkTalos(tally);
  const { passed, failed } = tally.counts();
  console.log(`${String(passed)} passed, ${String(failed)} failed`);
  return failed === 0 ? 0 : 1;
}

void main().then((code) => {
  process.exitCode = code;
});
