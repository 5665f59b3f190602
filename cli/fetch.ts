import { Option, type Command } from 'commander';
import { randomBytes } from 'node:crypto';
import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatProblem, listProblems, type HelmChart } from '../lib/cluster';
import {
  chartKey,
  chartLockFile,
  chartProblem,
  fetchCharts,
  formatChartLock,
  helmMinor,
  pullChart,
  type ChartLock,
  type FetchReport,
} from '../lib/helm';
import { chartWorld } from './chart-world';
import { loadProject, ProblemsError, type LoadedProject } from './project';
import { chartArtifacts } from './rendered';

interface FetchFlags {
  readonly update?: boolean;
  readonly locked?: boolean;
  readonly check?: boolean;
}

/** `plinth fetch`: the one verb that downloads charts. */
export function fetch(program: Command): void {
  program
    .command('fetch')
    .description(`download the charts that synth renders, and pin them in ${chartLockFile}`)
    .addOption(new Option('--update', 'take every chart as it is now, and the helm that is there'))
    .addOption(new Option('--locked', 'change no pin: for CI').conflicts('update'))
    .addOption(new Option('--check', 'download nothing, say what is missing').conflicts(['update', 'locked']))
    .action(async ({ update, locked, check }: FetchFlags) => {
      const project = loadProject();
      const charts = chartArtifacts(project).map(({ release }) => release.chart);
      if (check === true) checkCharts(project, charts);
      else await fetchAll(project, charts, update === true ? 'update' : locked === true ? 'locked' : 'add');
    });
}

async function fetchAll(project: LoadedProject, charts: readonly HelmChart[], mode: 'add' | 'update' | 'locked') {
  const { lock, cache, env } = chartWorld(project.root);
  if (charts.length === 0 && lock === undefined) {
    process.stdout.write('no charts to fetch: no component is delivered as its manifests\n');
    return;
  }
  const report = await fetchCharts({
    charts,
    lock,
    cache,
    mode,
    helm: await helmMinor(env),
    newSeed: randomBytes(32).toString('hex'),
    pull: (chart) => pullChart(chart, env),
  });
  const isChanged = saveLock(project.root, report.lock, lock);
  process.stdout.write(fetchText(report, isChanged));
  if (report.problems.length > 0) throw fetchError(report.problems.map(formatProblem));
}

/** Whether each chart is pinned and in the cache, as synth will ask. */
function checkCharts(project: LoadedProject, charts: readonly HelmChart[]): void {
  const world = chartWorld(project.root);
  const wanted = new Map(charts.map((chart) => [chartKey(chart), chart]));
  const problems = [...wanted.values()].flatMap((chart) => chartProblem(chart, world) ?? []);
  if (problems.length > 0) throw fetchError([...new Set(problems.map(formatProblem))].sort());
  process.stdout.write(`${count(wanted.size, 'chart')} pinned and in the cache\n`);
}

function fetchError(problems: readonly string[]): ProblemsError {
  return new ProblemsError([listProblems(chartLockFile, problems)]);
}

/** Writes the pins where they changed; the old ones or the new ones stand, never half. */
function saveLock(root: string, lock: ChartLock, before: ChartLock | undefined): boolean {
  const text = formatChartLock(lock);
  if (before === undefined ? lock.charts.length === 0 : text === formatChartLock(before)) return false;
  const file = join(root, chartLockFile);
  writeFileSync(`${file}.part`, text);
  renameSync(`${file}.part`, file);
  return true;
}

/** What a fetch did, for a reader at a terminal. */
export function fetchText({ charts, dropped, problems }: FetchReport, isChanged: boolean): string {
  const lines = charts.map(({ chart, what, digest }) => `${what.padEnd(10)}  ${chartKey(chart)}  ${digest}`);
  const gone = problems.length > 0 ? [] : dropped.map((chart) => `dropped     ${chartKey(chart)}`);
  return [...lines, ...gone, isChanged ? `wrote ${chartLockFile}` : `no change in ${chartLockFile}`, ''].join('\n');
}

function count(number: number, noun: string): string {
  return `${String(number)} ${noun}${number === 1 ? '' : 's'}`;
}
