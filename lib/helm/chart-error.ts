import { formatProblem, type HelmChart, type Problem } from '../cluster';

/** A chart that cannot be had or rendered. */
export class ChartError extends Error {
  constructor(
    /** Without the path, which whoever knows the chart adds. */
    readonly problem: Omit<Problem, 'path'>,
  ) {
    super(formatProblem({ path: 'chart', ...problem }));
    this.name = 'ChartError';
  }
}

/** `cert-manager v1.19.2`, as messages name a chart. */
export function chartTitle({ name, version }: HelmChart): string {
  return `${name} ${version}`;
}

/** `https://charts.example.com/cert-manager v1.19.2`: one text for each chart. */
export function chartKey({ repository, name, version }: HelmChart): string {
  return `${repository.replace(/\/+$/, '')}/${name} ${version}`;
}
