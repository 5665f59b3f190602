import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { decryptWith, parseBundle, plainText, SopsError } from '../../lib/secrets';
import { loadProject, UsageError } from '../project';
import { thisMachinesKeys } from '../rendered';
import { printReport } from '../synth';
import { clusterWithSecrets, install } from './bundle';

/** `plinth secrets import`: the secrets of a cluster that runs already. */
export function importBundle(group: Command): void {
  group
    .command('import')
    .description("take over the secrets of a running cluster: talosctl's secrets.yaml, or talhelper's talsecret")
    .argument('<cluster>', 'cluster, by name or group/name')
    .argument('<file>', 'secrets bundle, plain or encrypted with SOPS; - for standard input')
    .option('--replace', 'take the place of the bundle that is there')
    .action(async (name: string, file: string, options: { replace?: boolean }) => {
      const project = loadProject();
      const cluster = clusterWithSecrets(project, name);
      const bundle = parseBundle(await plainTextOf(readInput(file)));
      const report = await install(project, cluster, () => bundle, options);
      printReport(report, project.tree);
    });
}

function readInput(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
    throw new UsageError(
      `cannot read the secrets bundle, got ${file} (${code}); name a readable file, or - for standard input`,
    );
  }
}

async function plainTextOf(text: string): Promise<string> {
  try {
    return plainText(await decryptWith(text, thisMachinesKeys()));
  } catch (error) {
    // anything else is a plain bundle, and what is wrong with one is told when it is read
    if (error instanceof SopsError && (error.problem === 'not-encrypted' || error.problem === 'not-yaml')) return text;
    throw error;
  }
}
