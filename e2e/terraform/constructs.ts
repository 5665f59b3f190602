import { runSuite } from '../suite';
import type { Tally } from '../tally';
import { checkGitOps } from './gitops-checks';
import { checkImages } from './image-checks';
import { checkTalos } from './talos-checks';

// tsx e2e/terraform/constructs.ts: Talos through Terraform and the bootstrap of a GitOps engine, in Terraform's hands.
// Providers that the Go module proxy does not serve are played from their schema by e2e/tools/schema-provider.

async function main(tally: Tally): Promise<void> {
  checkGitOps(tally);
  checkImages(tally);
  await checkTalos(tally);
}

runSuite('the stacks of Talos and of GitOps engines', main, ['terraform']);
