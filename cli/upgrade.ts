import type { Command } from 'commander';
import { formatProblem, listProblems } from '../lib/cluster';
import {
  parseUpgradeTarget,
  targetProblems,
  upgradeDocument,
  upgradePlan,
  upgradeReport,
  versionsOf,
} from '../lib/operate';
import { loadProject, ProblemsError, selectClusters, UsageError, type LoadedProject } from './project';

/** `plinth upgrade plan`: the steps to other versions, or why there are none; writes nothing. */
export function upgrade(program: Command, done: (code: number) => void): void {
  program
    .command('upgrade')
    .description('plan an upgrade')
    .command('plan')
    .description('print the steps to other versions, in order; exits with 1 when there is no path')
    .argument('<cluster>', 'cluster, by name or group/name')
    .requiredOption('--to <versions>', 'versions to reach, e.g. kubernetes=v1.36.3,talos=v1.13.9')
    .option('--json', 'print JSON')
    .action((name: string, { to, json }: { to: string; json?: boolean }) => {
      const { cluster, target } = request(loadProject(), name, to);
      const plan = upgradePlan(cluster, target);
      process.stdout.write(json === true ? `${JSON.stringify(upgradeDocument(plan), null, 2)}\n` : upgradeReport(plan));
      done(plan.possible ? 0 : 1);
    });
}

/** The cluster and the target; what is wrong with either is reported together. */
function request(project: LoadedProject, name: string, to: string) {
  const { target, problems } = parseUpgradeTarget(to);
  const reports: string[] = [];
  const cluster = orReport(() => selectClusters(project, [name])[0], reports);
  if (cluster !== undefined && problems.length === 0) return { cluster, target };
  const all = [...problems, ...targetProblems(target, cluster && versionsOf(cluster))];
  if (all.length > 0) reports.push(listProblems(`--to ${to}`, all.map(formatProblem)));
  throw new ProblemsError(reports);
}

function orReport<T>(read: () => T, reports: string[]): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    reports.push(error.message);
    return undefined;
  }
}
