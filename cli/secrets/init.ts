import { randomBytes } from 'node:crypto';
import type { Command } from 'commander';
import { generateBundle } from '../../lib/secrets';
import { loadProject } from '../project';
import { printReport } from '../synth';
import { clusterWithSecrets, install } from './bundle';

/** `plinth secrets init`: new secrets for a new cluster. */
export function init(group: Command): void {
  group
    .command('init')
    .description('make the secrets of a new cluster, encrypt them for its recipients, and write what is made from them')
    .argument('<cluster>', 'cluster, by name or group/name')
    .option('--replace', 'start a new bundle although there is one: its machines must be made anew')
    .action(async (name: string, options: { replace?: boolean }) => {
      const project = loadProject();
      const cluster = clusterWithSecrets(project, name);
      const bundle = () => generateBundle({ talos: cluster.versions.talos }, { entropy: randomBytes, now: new Date() });
      const report = await install(project, cluster, bundle, options);
      printReport(report, project.tree);
    });
}
