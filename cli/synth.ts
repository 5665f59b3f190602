import type { Command } from 'commander';
import { relative, resolve } from 'node:path';
import { formatProblem, machineWarnings } from '../lib/cluster';
import { versionWarnings } from '../lib/platform';
import { writeTree, type OwnerReport, type Report } from '../lib/synth';
import { loadProject, selectClusters } from './project';
import { rendered, type Rendered } from './rendered';

/** `plinth synth`: writes the tree. */
export function synth(program: Command): void {
  program
    .command('synth')
    .description('write the tree, all of it or nothing')
    .argument('[cluster...]', 'clusters to synthesize, by name or group/name; the files of others stay as they are')
    .option('--out <dir>', 'folder of the tree, instead of the one that plinth.config.ts names')
    .option('--without-keys', 'do not look for private keys: encrypted files must be current')
    .action(async (names: string[], { out, withoutKeys }: { out?: string; withoutKeys?: boolean }) => {
      const project = loadProject();
      const directory = out === undefined ? project.tree : resolve(out);
      const clusters = selectClusters(project, names);
      const owners = names.length === 0 ? 'all' : clusters.map((cluster) => cluster.id);
      const { tree, sources, waiting } = await rendered({ project, clusters, keys: withoutKeys !== true });
      // in another folder, what the encrypted files are made from is there as well
      const whole = directory === project.tree ? tree : { ...tree, kept: new Map([...sources, ...tree.kept]) };
      const report = writeTree({ directory, tree: whole, owners });
      for (const cluster of clusters) {
        for (const warning of [...machineWarnings(cluster), ...versionWarnings(cluster)])
          process.stdout.write(`warning: ${cluster.id}: ${formatProblem(warning)}\n`);
      }
      printReport(report, directory, waiting);
    });
}

/** Tells a reader at a terminal what a synthesis did to a folder, and which files still wait for their secrets. */
export function printReport(report: Report, directory: string, waiting: Rendered['waiting'] = []): void {
  process.stdout.write(reportText(report, waiting, relative(process.cwd(), directory) || '.'));
}

function reportText({ owners, written }: Report, waiting: Rendered['waiting'], directory: string): string {
  const width = Math.max(0, ...owners.map(({ owner }) => owner.length));
  const lines = owners.map((owner) => `${owner.owner.padEnd(width)}  ${ownerText(owner)}`);
  const edited = owners.flatMap(({ handEdited }) =>
    handEdited.map((path) => `edited by hand since the last synth, and written again: ${path}`),
  );
  return [
    ...lines,
    ...edited,
    ...withoutSecrets(waiting),
    written ? `wrote ${directory}` : `no change in ${directory}`,
    '',
  ].join('\n');
}

/** A line for each source that nobody made yet, with how many files wait for it. */
export function withoutSecrets(waiting: Rendered['waiting']): readonly string[] {
  const commands = [...new Set(waiting.flatMap(({ sources }) => sources.map(({ madeBy }) => madeBy)))];
  return commands.map((command) => {
    const left = waiting.filter(({ sources }) => sources.some(({ madeBy }) => madeBy === command));
    const files = left.length === 1 ? '1 encrypted file is' : `${String(left.length)} encrypted files are`;
    return `no secrets for ${left[0]?.owner ?? ''} yet, ${files} left out: ${command}`;
  });
}

function ownerText(owner: OwnerReport): string {
  const counts = (['added', 'changed', 'removed', 'adopted'] as const).filter((kind) => owner[kind].length > 0);
  const changes = counts.map((kind) => `${String(owner[kind].length)} ${kind}`).join(', ');
  return `${String(owner.files).padStart(4)} files  ${String(owner.resources).padStart(4)} resources  ${changes || 'no change'}`;
}
