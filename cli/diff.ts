import { Option, type Command } from 'commander';
import { relative } from 'node:path';
import { rolloutPlan, rolloutReport, type RolloutPlan } from '../lib/capi';
import {
  compareTrees,
  diffDocument,
  inOrder,
  readBase,
  staleness,
  terminalReport,
  type Change,
  type Tree,
} from '../lib/review';
import { ownedFiles, type PreparedTree } from '../lib/synth';
import { color } from './color';
import { loadProject, selectClusters } from './project';
import { rendered } from './rendered';

/** `plinth diff`: what the definitions would change in a tree; exit code 2 when there is anything. */
export function diff(program: Command, done: (code: number) => void): void {
  program
    .command('diff')
    .description('list what the definitions would change, by resource and field; exits with 2 when there are changes')
    .argument('[cluster...]', 'clusters to compare, by name or group/name')
    .option('--base <dir|git-ref>', 'what to compare with: a folder, or the tree at a commit', undefined)
    .option('--without-keys', 'do not look for private keys: encrypted files that are stale are listed as such')
    .addOption(new Option('--format <format>', 'form of the list').choices(['text', 'json']).default('text'))
    .action(async (names: string[], { base, format, withoutKeys }: DiffFlags) => {
      const project = loadProject();
      const clusters = selectClusters(project, names);
      const before = readBase({ root: project.root, folder: relative(project.root, project.tree), base });
      const keys = withoutKeys !== true;
      const { tree, stale } = await rendered({ project, clusters, keys, allowStale: !keys });
      const { files, owners } = flatten(tree);
      const owned = ownedFiles(before);
      const selected = names.length === 0 ? undefined : new Set(clusters.map((cluster) => cluster.id));
      const compared = compareTrees(before, files, {
        ownerOf: (path) => {
          const owner = owners.get(path) ?? owned.get(path);
          return owner !== undefined && selected?.has(owner) === false ? undefined : owner;
        },
      });
      const changes = inOrder([...compared, ...stale.map(staleness)]);
      const rollouts = rolloutPlan(
        onlyOf(before, (path) => selected?.has(owned.get(path) ?? '') !== false),
        files,
      );
      process.stdout.write(
        format === 'json'
          ? `${JSON.stringify({ ...diffDocument(changes), rollouts }, null, 2)}\n`
          : text(changes, rollouts),
      );
      done(changes.length > 0 ? 2 : 0);
    });
}

interface DiffFlags {
  readonly base?: string;
  readonly format: 'text' | 'json';
  readonly withoutKeys?: boolean;
}

/** The changes, and what they do to machines that Cluster API makes. */
function text(changes: readonly Change[], rollouts: RolloutPlan): string {
  const machines = rolloutReport(rollouts);
  return (
    terminalReport(changes, { color }) +
    (machines === '' ? '' : `\nmachines\n${machines.replaceAll(/^/gm, '  ').trimEnd()}\n`)
  );
}

function onlyOf(tree: Tree, isWanted: (path: string) => boolean): Tree {
  return new Map([...tree].filter(([path]) => isWanted(path)));
}

function flatten({ owners }: PreparedTree): { files: Map<string, string>; owners: Map<string, string> } {
  const flat = { files: new Map<string, string>(), owners: new Map<string, string>() };
  for (const [owner, { files }] of owners) {
    for (const [path, content] of files) {
      flat.files.set(path, content);
      flat.owners.set(path, owner);
    }
  }
  return flat;
}
