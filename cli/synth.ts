import type { Command } from 'commander';
import { relative, resolve } from 'node:path';
import { writeTree, type OwnerReport, type Report } from '../lib/synth';
import { loadProject, selectClusters } from './project';
import { rendered } from './rendered';

/** `plinth synth`: writes the tree. */
export function synth(program: Command): void {
  program
    .command('synth')
    .description('write the tree, all of it or nothing')
    .argument('[cluster...]', 'clusters to synthesize, by name or group/name; the files of others stay as they are')
    .option('--out <dir>', 'folder of the tree, instead of the one that plinth.config.ts names')
    .action((names: string[], { out }: { out?: string }) => {
      const project = loadProject();
      const clusters = selectClusters(project, names);
      const directory = out === undefined ? project.tree : resolve(out);
      const owners = names.length === 0 ? 'all' : clusters.map((cluster) => cluster.id);
      const report = writeTree({ directory, tree: rendered(clusters), owners });
      process.stdout.write(reportText(report, relative(process.cwd(), directory) || '.'));
    });
}

function reportText({ owners, written }: Report, directory: string): string {
  const width = Math.max(0, ...owners.map(({ owner }) => owner.length));
  const lines = owners.map((owner) => `${owner.owner.padEnd(width)}  ${ownerText(owner)}`);
  const edited = owners.flatMap(({ handEdited }) =>
    handEdited.map((path) => `edited by hand since the last synth, and written again: ${path}`),
  );
  return [...lines, ...edited, written ? `wrote ${directory}` : `no change in ${directory}`, ''].join('\n');
}

function ownerText(owner: OwnerReport): string {
  const counts = (['added', 'changed', 'removed', 'adopted'] as const).filter((kind) => owner[kind].length > 0);
  const changes = counts.map((kind) => `${String(owner[kind].length)} ${kind}`).join(', ');
  return `${String(owner.files).padStart(4)} files  ${String(owner.resources).padStart(4)} resources  ${changes || 'no change'}`;
}
