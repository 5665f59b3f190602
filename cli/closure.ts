import type { Command } from 'commander';
import { bootstrapMembers } from './bootstrap';
import { closureDocument, closureReport } from '../lib/platform';
import { loadProject, selectClusters } from './project';

/** `plinth closure`: what must be brought before a cluster can sustain itself, and why; writes nothing. */
export function closure(program: Command): void {
  program
    .command('closure')
    .description('print what must be brought before a cluster sustains itself, with the chain that makes it necessary')
    .argument('<cluster>', 'cluster, by name or group/name')
    .option('--json', 'print JSON')
    .action((name: string, { json }: { json?: boolean }) => {
      for (const cluster of selectClusters(loadProject(), [name])) {
        const members = bootstrapMembers(cluster);
        process.stdout.write(
          json === true
            ? `${JSON.stringify({ cluster: cluster.id, members: closureDocument(members) }, null, 2)}\n`
            : closureReport(cluster.id, members),
        );
      }
    });
}
