import type { Command } from 'commander';
import type { Cluster } from '../lib/cluster';
import { loadProject } from './project';

/** `plinth list`: the clusters of the project, a line each. */
export function list(program: Command): void {
  program
    .command('list')
    .description('list the clusters of the project')
    .option('--json', 'print JSON')
    .action(({ json }: { json?: boolean }) => {
      const rows = loadProject().clusters.map(summary);
      process.stdout.write(json === true ? `${JSON.stringify(rows, null, 2)}\n` : table(rows));
    });
}

function summary(cluster: Cluster) {
  return {
    cluster: cluster.id,
    infrastructure: cluster.machines.kind,
    machines: cluster.pools.reduce((sum, pool) => sum + pool.count, 0),
    kubernetes: cluster.versions.kubernetes,
    talos: cluster.versions.talos,
    engine: cluster.gitops.kind,
    components: cluster.platform.reduce((sum, stage) => sum + stage.components.length, 0),
  };
}

function table(rows: readonly ReturnType<typeof summary>[]): string {
  const [first] = rows;
  if (first === undefined) return '';
  const columns = Object.keys(first) as (keyof typeof first)[];
  const lines = [
    columns.map((column) => column.toUpperCase()),
    ...rows.map((row) => columns.map((column) => String(row[column]))),
  ];
  const widths = columns.map((_, i) => Math.max(...lines.map((line) => line[i]?.length ?? 0)));
  return lines
    .map(
      (line) =>
        `${line
          .map((cell, i) => cell.padEnd(widths[i] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}
