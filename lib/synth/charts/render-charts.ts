import { availableParallelism } from 'node:os';
import type { Artifact, ChartArtifact } from '../../artifact';
import {
  ChartError,
  chartKey,
  chartLockFile,
  chartProblem,
  renderRelease,
  requireHelm,
  type ChartWorld,
} from '../../helm';
import type { Problem } from '../../cluster';
import { finding, SynthesisError, type Finding } from '../finding';

/**
 * The files that hold charts' manifests. A chart comes from the cache or not at all: nothing is downloaded.
 *
 * @throws SynthesisError with every chart that is not pinned, not in the cache or cannot be rendered
 */
export async function renderCharts(charts: readonly ChartArtifact[], world: ChartWorld): Promise<readonly Artifact[]> {
  if (charts.length === 0) return [];
  const missing = charts.flatMap((chart) => {
    const problem = chartProblem(chart.release.chart, world);
    return problem === undefined ? [] : [chartFinding(chart, problem)];
  });
  if (missing.length > 0) throw new SynthesisError(missing);
  await requireHelm(world).catch((error: unknown) => {
    if (!(error instanceof ChartError)) throw error;
    const { what, got, fix } = error.problem;
    throw new SynthesisError([finding({ artifact: chartLockFile, what: withGot(what, got), fix })]);
  });
  const findings: Finding[] = [];
  const files: Artifact[] = [];
  const waiting = [...charts];
  // each rendering is two processes
  const workers = Array.from({ length: Math.min(availableParallelism(), 8) }, async () => {
    for (let chart = waiting.shift(); chart !== undefined; chart = waiting.shift()) {
      const result = await renderOne(chart, world);
      if ('what' in result) findings.push(result);
      else files.push(result);
    }
  });
  await Promise.all(workers);
  if (findings.length > 0) throw new SynthesisError(findings);
  return files;
}

async function renderOne(chart: ChartArtifact, world: ChartWorld): Promise<Artifact | Finding> {
  const { path, owner, release, written } = chart;
  try {
    const objects = await renderRelease(release, owner, world);
    return { path, owner, body: { format: 'yaml', documents: written === undefined ? objects : objects.map(written) } };
  } catch (error) {
    if (!(error instanceof ChartError)) throw error;
    return chartFinding(chart, error.problem);
  }
}

function chartFinding({ path, release }: ChartArtifact, { what, got, fix }: Omit<Problem, 'path'>): Finding {
  return finding({ artifact: path, field: chartKey(release.chart), what: withGot(what, got), fix });
}

/** A finding shows no values, since those of files may be secret; what a chart is or says is none. */
function withGot(what: string, got: unknown): string {
  return got === undefined ? what : `${what}, got ${typeof got === 'string' ? got : JSON.stringify(got)}`;
}
