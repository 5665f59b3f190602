import type { Command } from 'commander';
import { infrastructureNamespaces, managementProblems, objectsOf, pivotPlan, pivotReport } from '../lib/capi';
import { treePaths, type Cluster } from '../lib/cluster';
import { readDirectory, type Tree } from '../lib/review';
import { ownedFiles } from '../lib/synth';
import { loadProject, selectClusters, UsageError } from './project';

/** `plinth pivot plan`: what moves when a cluster takes over its own management, by its tree; writes nothing. */
export function pivot(program: Command, done: (code: number) => void): void {
  program
    .command('pivot')
    .description('plan the move of Cluster API into the cluster that it manages')
    .command('plan')
    .description(
      'print what moves, what must be paused and what is missing in the tree; exits with 1 when something is',
    )
    .argument('<cluster>', 'cluster, by name or group/name')
    .option('--json', 'print JSON')
    .action((name: string, { json }: { json?: boolean }) => {
      const project = loadProject();
      const [cluster] = selectClusters(project, [name]);
      if (cluster === undefined) return;
      const mistakes = managementProblems(cluster);
      if (mistakes.length > 0) throw new UsageError(mistakes.join('\n'));
      const objects = objectsOf(filesOf(cluster, readDirectory(project.tree))).map(({ object }) => object);
      const plan = pivotPlan(objects, {
        folder: treePaths(cluster).clusterApi,
        providerNamespaces: infrastructureNamespaces(cluster),
      });
      process.stdout.write(
        json === true
          ? `${JSON.stringify({ cluster: cluster.id, ...plan }, null, 2)}\n`
          : pivotReport(cluster.id, plan),
      );
      done(plan.problems.length > 0 ? 1 : 0);
    });
}

/** The files of one cluster, as the last synth left them. */
function filesOf({ id }: Cluster, tree: Tree): Tree {
  const owners = ownedFiles(tree);
  const files = new Map([...tree].filter(([path]) => owners.get(path) === id));
  if (files.size === 0)
    throw new UsageError(`the tree holds no file of the cluster, got ${id}; run plinth synth first`);
  return files;
}
